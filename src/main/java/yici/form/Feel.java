package yici.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rules as FEEL, the expression language of the decision standard (DMN): {@code maleAge >= 22 and femaleAge >= 20 and closeKin = false}. As
 * much of it as a {@link Rule} can hold: tests joined by {@code and}, or by {@code or}. Questions may be called by their short names or by
 * their labels, answers by their codes or their labels; what is written again has the short names and codes.
 *
 * <ul>
 *   <li>{@code x = "A"}, {@code x != "A"}, {@code x < 3}, {@code <=}, {@code >}, {@code >=}; dates as {@code date("2026-01-31")}
 *   <li>{@code x in ("A", "B")}, {@code not(x in ("A", "B"))}
 *   <li>{@code x != null} and {@code x = null}: answered and not answered
 *   <li>{@code within months(x, 6)}: at most six months ago or ahead
 *   <li>{@code x >= get value({"1": 55, "2": 45}, sex)}: a bound by sex, or by the class that another question tells
 * </ul>
 */
public final class Feel {

    public static final int LONGEST = 2_000;

    /** What is wrong with a text, in the writer's terms. */
    public enum Flaw {
        TOO_LONG,
        UNKNOWN_SIGN,
        UNKNOWN_NAME,
        NO_COMPARISON,
        NO_VALUE,
        OPEN_TEXT,
        OPEN_BRACKET,
        MIXED,
        TRAILING,
        NOT_AN_ANSWER,
        NOT_A_NUMBER,
        NOT_A_DATE,
        NOT_YES_OR_NO,
        HAS_NO_ORDER,
        ONLY_EQUAL,
        NOT_A_BOUND;

        /** {0} place, {1} what stands there, {2} what could stand there. */
        public String words() {
            return "form.feel." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public sealed interface Reading {
        record Read(Rule rule) implements Reading {}

        /**
         * @param at which character, from 1
         * @param what stands there
         * @param help what could stand there instead; may be empty
         */
        record Refused(Flaw flaw, int at, String what, String help) implements Reading {}
    }

    private Feel() {}

    /** @param elements what the rule may speak of */
    public static Reading read(String text, List<DataElement> elements) {
        return FeelReader.read(text, elements);
    }

    /** @param elements of the form the rule stands in */
    public static String write(Rule rule, List<DataElement> elements) {
        return rule.tests().stream()
                .map(test -> write(test, elements))
                .collect(Collectors.joining(rule.mode() == Rule.Mode.ALL ? " and " : " or "));
    }

    private static String write(Rule.Test test, List<DataElement> elements) {
        var type = elements.stream()
                .filter(e -> e.key().equals(test.field()))
                .map(DataElement::type)
                .findFirst();
        var name = test.field();
        return switch (Operator.valueOf(test.operator())) {
            case EQ -> name + " = " + value(test.value(), type);
            case NE -> name + " != " + value(test.value(), type);
            case LT -> name + " < " + value(test.value(), type);
            case LTE -> name + " <= " + value(test.value(), type);
            case GT -> name + " > " + value(test.value(), type);
            case GTE -> name + " >= " + value(test.value(), type);
            case IN -> name + " in (" + values(test.value(), type) + ")";
            case NOT_IN -> "not(" + name + " in (" + values(test.value(), type) + "))";
            case EXISTS -> name + (test.value().equals("false") ? " = null" : " != null");
            case WITHIN_MONTHS -> "within months(" + name + ", " + test.value() + ")";
            case GTE_BY_SEX -> name + " >= " + bounds(test.value(), SEX);
            case LT_BY_SEX -> name + " < " + bounds(test.value(), SEX);
            case GTE_BY_CLASS -> name + " >= " + bounds(test.value(), classOf(name));
        };
    }

    static final String SEX = "sex";

    /** {@code specialTradeYears} goes with {@code specialTradeClass}. */
    static String classOf(String field) {
        return field.replaceFirst("[A-Z][a-z0-9]*$", "") + "Class";
    }

    private static String values(String list, Optional<DataElement.Type> type) {
        return Arrays.stream(list.split(",")).map(v -> value(v, type)).collect(Collectors.joining(", "));
    }

    private static String value(String value, Optional<DataElement.Type> type) {
        return switch (type.orElse(DataElement.Type.STRING)) {
            case BOOLEAN -> value;
            case NUMBER, MONEY -> value;
            case DATE, DATE_TIME -> "date(" + quoted(value) + ")";
            default -> quoted(value);
        };
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String bounds(String map, String by) {
        return Arrays.stream(map.split(","))
                .map(entry -> entry.split("=", 2))
                .filter(pair -> pair.length == 2)
                .map(pair -> quoted(pair[0].strip()) + ": " + pair[1].strip())
                .collect(Collectors.joining(", ", "get value({", "}, " + by + ")"));
    }
}
