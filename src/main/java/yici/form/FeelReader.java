package yici.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import yici.form.Feel.Flaw;
import yici.form.Feel.Reading;

/** Makes a rule of a FEEL text, or says where it cannot go on and why. */
final class FeelReader {

    /** A text of the greatest length has fewer; brackets inside brackets are bounded by it too. */
    private static final int DEEPEST = 20;

    private static final List<String> ORDERS = List.of("<=", ">=", "<", ">");

    private final FeelText text;
    private final List<DataElement> elements;

    private FeelReader(String text, List<DataElement> elements) {
        this.text = new FeelText(text, elements);
        this.elements = elements;
    }

    static Reading read(String text, List<DataElement> elements) {
        if (text.length() > Feel.LONGEST)
            return new Reading.Refused(Flaw.TOO_LONG, Feel.LONGEST, "", String.valueOf(Feel.LONGEST));
        try {
            return new Reading.Read(new FeelReader(text, elements).whole());
        } catch (FeelText.Stopped stopped) {
            return stopped.why;
        }
    }

    private Rule whole() {
        var rule = rule(0);
        if (!text.isOver()) throw text.stop(Flaw.TRAILING, text.place(), "");
        return rule;
    }

    private Rule rule(int depth) {
        var tests = new ArrayList<Rule.Test>();
        var mode = Optional.<Rule.Mode>empty();
        while (true) {
            int start = text.place();
            var part = part(depth);
            if (part.tests().size() > 1) {
                if (mode.isPresent() && mode.get() != part.mode()) throw text.stop(Flaw.MIXED, start, "");
                mode = Optional.of(part.mode());
            }
            tests.addAll(part.tests());
            int joint = text.place();
            var next = text.takes("and")
                    ? Optional.of(Rule.Mode.ALL)
                    : text.takes("or") ? Optional.of(Rule.Mode.ANY) : Optional.<Rule.Mode>empty();
            if (next.isEmpty()) return new Rule(mode.orElse(Rule.Mode.ALL), tests);
            if (mode.isPresent() && !mode.equals(next)) throw text.stop(Flaw.MIXED, joint, "");
            mode = next;
        }
    }

    private Rule part(int depth) {
        int start = text.place();
        if (depth < DEEPEST && text.takes("(")) {
            var inside = rule(depth + 1);
            close(start);
            return inside;
        }
        return new Rule(Rule.Mode.ALL, List.of(test()));
    }

    private void close(int opened) {
        if (!text.takes(")")) throw text.stop(Flaw.OPEN_BRACKET, opened, ")");
    }

    private Rule.Test test() {
        int start = text.place();
        if (text.takes("not")) {
            if (!text.takes("(")) throw text.stop(Flaw.NO_COMPARISON, text.place(), "not(… in (…))");
            var inside = test();
            close(start);
            return switch (inside.operator()) {
                case "IN" -> new Rule.Test(inside.field(), "NOT_IN", inside.value());
                case "EQ" -> new Rule.Test(inside.field(), "NE", inside.value());
                default -> throw text.stop(Flaw.NO_COMPARISON, start, "not(… in (…))");
            };
        }
        if (text.takes("within months")) return withinMonths(start);
        return comparison(name());
    }

    private DataElement name() {
        int start = text.place();
        return text.takesName().orElseThrow(() -> {
            if (text.isOver()) return text.stop(Flaw.NO_COMPARISON, start, "=");
            var word = text.word();
            return text.stop(
                    word.codePoints().anyMatch(Character::isLetter) ? Flaw.UNKNOWN_NAME : Flaw.UNKNOWN_SIGN,
                    start,
                    like(word));
        });
    }

    /** The names that are closest to what was written. */
    private String like(String word) {
        return elements.stream()
                .filter(e -> isLike(word, e.key()) || isLike(word, e.label().zh()))
                .sorted(Comparator.comparingInt(e -> -inCommon(word, e)))
                .map(e -> e.label().zh() + " (" + e.key() + ")")
                .limit(3)
                .collect(Collectors.joining("、"));
    }

    /** How many letters from the beginning are the same. */
    private static int inCommon(String word, DataElement element) {
        return Math.max(
                inCommon(word, element.key()), inCommon(word, element.label().zh()));
    }

    private static int inCommon(String word, String name) {
        int same = 0;
        while (same < Math.min(word.length(), name.length()) && word.charAt(same) == name.charAt(same)) same++;
        return same;
    }

    private static boolean isLike(String word, String name) {
        var one = word.toLowerCase(Locale.ROOT);
        var other = name.toLowerCase(Locale.ROOT);
        return other.contains(one)
                || one.contains(other)
                || one.length() > 3 && other.startsWith(one.substring(0, one.length() - 2));
    }

    private Rule.Test withinMonths(int start) {
        if (!text.takes("(")) throw text.stop(Flaw.OPEN_BRACKET, text.place(), "(");
        int named = text.place();
        var element = name();
        if (!isDate(element) && element.type() != DataElement.Type.MONTH) throw text.stop(Flaw.NOT_A_DATE, named, "");
        if (!text.takes(",")) throw text.stop(Flaw.NO_VALUE, text.place(), ", 6");
        int place = text.place();
        var months = text.takesNumber()
                .filter(n -> n.matches("\\d{1,4}"))
                .orElseThrow(() -> text.stop(Flaw.NOT_A_NUMBER, place, "6"));
        close(start);
        return new Rule.Test(element.key(), "WITHIN_MONTHS", months);
    }

    private Rule.Test comparison(DataElement element) {
        int start = text.place();
        if (text.takes("in")) return in(element);
        if (text.takes("!=")) return equal(element, "NE", "true");
        for (var sign : ORDERS) if (text.takes(sign)) return order(element, sign, start);
        if (text.takes("=")) return equal(element, "EQ", "false");
        throw text.stop(Flaw.NO_COMPARISON, start, "= != < <= > >= in");
    }

    private Rule.Test in(DataElement element) {
        int start = text.place();
        if (!text.takes("(")) throw text.stop(Flaw.OPEN_BRACKET, start, "(");
        var values = new ArrayList<String>();
        do values.add(value(element));
        while (text.takes(","));
        close(start);
        return new Rule.Test(element.key(), "IN", String.join(",", values));
    }

    /** @param exists what comparing with null comes to */
    private Rule.Test equal(DataElement element, String operator, String exists) {
        if (text.takes("null")) return new Rule.Test(element.key(), "EXISTS", exists);
        return new Rule.Test(element.key(), operator, value(element));
    }

    private Rule.Test order(DataElement element, String sign, int start) {
        if (!isNumber(element) && !isDate(element)) throw text.stop(Flaw.HAS_NO_ORDER, start, "= != in");
        int place = text.place();
        if (text.takes("null")) throw text.stop(Flaw.ONLY_EQUAL, place, "= !=");
        if (text.takes("get value")) return bound(element, sign, place);
        var operator = switch (sign) {
            case "<" -> "LT";
            case "<=" -> "LTE";
            case ">" -> "GT";
            default -> "GTE";
        };
        return new Rule.Test(element.key(), operator, value(element));
    }

    private Rule.Test bound(DataElement element, String sign, int start) {
        if (!text.takes("(") || !text.takes("{")) throw text.stop(Flaw.OPEN_BRACKET, text.place(), "({");
        var bounds = new ArrayList<String>();
        do bounds.add(entry());
        while (text.takes(","));
        if (!text.takes("}")) throw text.stop(Flaw.OPEN_BRACKET, start, "}");
        if (!text.takes(",")) throw text.stop(Flaw.NO_VALUE, text.place(), ", " + Feel.SEX);
        int place = text.place();
        var operator = operator(element, sign, text.takes(Feel.SEX));
        if (operator.isEmpty()) throw text.stop(Flaw.NOT_A_BOUND, place, Feel.SEX + ", " + Feel.classOf(element.key()));
        close(start);
        return new Rule.Test(element.key(), operator.get(), String.join(",", bounds));
    }

    private Optional<String> operator(DataElement element, String sign, boolean bySex) {
        if (bySex) return sign.equals(">=") ? Optional.of("GTE_BY_SEX") : bySexBelow(sign);
        boolean byClass = text.takes(Feel.classOf(element.key())) && sign.equals(">=");
        return byClass ? Optional.of("GTE_BY_CLASS") : Optional.empty();
    }

    private static Optional<String> bySexBelow(String sign) {
        return sign.equals("<") ? Optional.of("LT_BY_SEX") : Optional.empty();
    }

    private String entry() {
        int start = text.place();
        var key = text.takesText().orElseThrow(() -> text.stop(Flaw.NO_VALUE, start, "\"1\": 55"));
        if (!key.matches("[^,=]+")) throw text.stop(Flaw.NO_VALUE, start, "\"1\": 55");
        if (!text.takes(":")) throw text.stop(Flaw.NO_VALUE, text.place(), ":");
        int place = text.place();
        return key + "=" + text.takesNumber().orElseThrow(() -> text.stop(Flaw.NOT_A_NUMBER, place, "55"));
    }

    private String value(DataElement element) {
        int start = text.place();
        if (text.isOver()) throw text.stop(Flaw.NO_VALUE, start, example(element));
        return switch (element.type()) {
            case BOOLEAN -> yesOrNo(start);
            case NUMBER, MONEY -> text.takesNumber().orElseThrow(() -> text.stop(Flaw.NOT_A_NUMBER, start, "22"));
            case DATE, DATE_TIME -> date(start);
            case ENUM, MULTI_ENUM -> answer(element, start);
            default -> plain(start);
        };
    }

    private static String example(DataElement element) {
        return switch (element.type()) {
            case BOOLEAN -> "true";
            case NUMBER, MONEY -> "22";
            case DATE, DATE_TIME -> "date(\"2026-01-31\")";
            case ENUM, MULTI_ENUM -> "\"" + element.options().getFirst().code() + "\"";
            default -> "\"…\"";
        };
    }

    private String yesOrNo(int start) {
        if (text.takes("true")) return "true";
        if (text.takes("false")) return "false";
        throw text.stop(Flaw.NOT_YES_OR_NO, start, "true, false");
    }

    private String date(int start) {
        boolean wrapped = text.takes("date") && text.takes("(");
        var day = text.takesText().filter(FeelReader::isDay).orElseThrow(() -> notADate(start));
        if (wrapped) close(start);
        return day;
    }

    private FeelText.Stopped notADate(int start) {
        return text.stop(Flaw.NOT_A_DATE, start, "date(\"2026-01-31\")");
    }

    private static boolean isDay(String typed) {
        try {
            LocalDate.parse(typed.split("T", 2)[0]);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** By code or by label. */
    private String answer(DataElement element, int start) {
        var typed = text.takesText().or(text::takesNumber).orElse("");
        return element.options().stream()
                .filter(o -> o.code().equals(typed) || o.label().texts().containsValue(typed))
                .map(Option::code)
                .findFirst()
                .orElseThrow(() -> text.stop(
                        Flaw.NOT_AN_ANSWER,
                        start,
                        element.options().stream()
                                .map(o -> "\"" + o.code() + "\" " + o.label().zh())
                                .collect(Collectors.joining("、"))));
    }

    private String plain(int start) {
        return text.takesText()
                .filter(value -> !value.contains(","))
                .or(text::takesNumber)
                .orElseThrow(() -> text.stop(Flaw.NO_VALUE, start, "\"…\""));
    }

    private static boolean isNumber(DataElement element) {
        return element.type() == DataElement.Type.NUMBER || element.type() == DataElement.Type.MONEY;
    }

    private static boolean isDate(DataElement element) {
        return element.type() == DataElement.Type.DATE || element.type() == DataElement.Type.DATE_TIME;
    }
}
