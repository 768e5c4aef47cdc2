package yici.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import yici.kit.View;

/** How a test compares an answer; the names stand in the guides' data. */
enum Operator {
    EQ,
    NE,
    IN,
    NOT_IN,
    LT,
    LTE,
    GT,
    GTE,
    EXISTS,
    WITHIN_MONTHS,
    GTE_BY_SEX,
    LT_BY_SEX,
    GTE_BY_CLASS;

    static boolean knows(String name) {
        return Arrays.stream(values()).anyMatch(operator -> operator.name().equals(name));
    }

    Judged judge(Rule.Test test, Map<String, String> answers, LocalDate today) {
        String value = answers.getOrDefault(test.field(), "");
        if (this == EXISTS) return exists(test, value);
        if (value.isBlank()) return lacks(test.field());
        return switch (this) {
            case EQ -> Judged.of(value.equals(test.value()));
            case NE -> Judged.of(!value.equals(test.value()));
            case IN -> Judged.of(meets(value, test.value()));
            case NOT_IN -> Judged.of(!meets(value, test.value()));
            case LT -> compare(test, value, test.value(), order -> order < 0);
            case LTE -> compare(test, value, test.value(), order -> order <= 0);
            case GT -> compare(test, value, test.value(), order -> order > 0);
            case GTE -> compare(test, value, test.value(), order -> order >= 0);
            case EXISTS -> exists(test, value);
            case WITHIN_MONTHS -> withinMonths(test, value, today);
            case GTE_BY_SEX -> bySex(test, value, answers, order -> order >= 0);
            case LT_BY_SEX -> bySex(test, value, answers, order -> order < 0);
            case GTE_BY_CLASS -> byClass(test, value, answers);
        };
    }

    /** A value that is asked for and not there yet proves nothing: the person may still give it. */
    private static Judged exists(Rule.Test test, String value) {
        boolean wanted = !test.value().equals("false");
        if (value.isBlank()) return wanted ? lacks(test.field()) : new Judged.Holds();
        return Judged.of(wanted);
    }

    private static boolean meets(String value, String list) {
        var wanted = Arrays.asList(list.split(","));
        return Arrays.stream(value.split(",")).anyMatch(wanted::contains);
    }

    private static Judged compare(Rule.Test test, String value, String bound, IntPredicate wanted) {
        return order(value, bound).map(order -> Judged.of(wanted.test(order))).orElse(lacks(test.field()));
    }

    private static Optional<Integer> order(String value, String bound) {
        var left = number(value);
        var right = number(bound);
        if (left.isPresent() && right.isPresent()) return Optional.of(left.get().compareTo(right.get()));
        var day = date(value);
        var limit = date(bound);
        if (day.isPresent() && limit.isPresent()) return Optional.of(day.get().compareTo(limit.get()));
        return Optional.empty();
    }

    /** The age of a past date or the time left until a future one. Of a month the day that favours the person counts. */
    private static Judged withinMonths(Rule.Test test, String value, LocalDate today) {
        var months = number(test.value());
        var date = date(value)
                .or(() -> month(value).map(m -> m.isBefore(YearMonth.from(today)) ? m.atEndOfMonth() : m.atDay(1)));
        if (date.isEmpty() || months.isEmpty()) return lacks(test.field());
        long limit = months.get().longValue();
        boolean past = !date.get().isAfter(today);
        return Judged.of(
                past
                        ? !date.get().plusMonths(limit).isBefore(today)
                        : !date.get().isAfter(today.plusMonths(limit)));
    }

    private static Judged bySex(Rule.Test test, String value, Map<String, String> answers, IntPredicate wanted) {
        var sex = Sex.of(test.field(), answers);
        if (sex.isEmpty()) return lacks("sex");
        String bound = map(test.value()).getOrDefault(sex.get(), "");
        // a sex the rule says nothing about is not bound by it
        return bound.isEmpty() ? new Judged.Holds() : compare(test, value, bound, wanted);
    }

    /** The class stands in the field named like the tested one: {@code specialTradeYears} goes with {@code specialTradeClass}. */
    private static Judged byClass(Rule.Test test, String value, Map<String, String> answers) {
        String field = test.field().replaceFirst("[A-Z][a-z0-9]*$", "") + "Class";
        String given = answers.getOrDefault(field, "");
        if (given.isBlank()) return lacks(field);
        String bound = map(test.value()).getOrDefault(given, "");
        return bound.isEmpty() ? new Judged.Fails() : compare(test, value, bound, order -> order >= 0);
    }

    private static Judged lacks(String field) {
        return new Judged.Lacks(List.of(field));
    }

    private static Optional<BigDecimal> number(String text) {
        // bounded: a number of the form has at most this many characters
        if (!text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) return Optional.empty();
        return Optional.of(new BigDecimal(text));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.split("T", 2)[0]));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> map(String text) {
        var map = new LinkedHashMap<String, String>();
        for (String entry : text.split(",")) {
            int equals = entry.indexOf('=');
            if (equals > 0)
                map.put(
                        entry.substring(0, equals).strip(),
                        entry.substring(equals + 1).strip());
        }
        return map;
    }

    String words(Rule.Test test, View view, List<DataElement> elements) {
        var element =
                elements.stream().filter(e -> e.key().equals(test.field())).findFirst();
        String label = element.map(e -> view.t(e.label())).orElse(test.field());
        return switch (this) {
            case EQ, NE, IN, NOT_IN -> view.t("form.rule." + name(), label, choices(test.value(), element, view));
            case LT, LTE, GT, GTE, WITHIN_MONTHS -> view.t("form.rule." + name(), label, test.value());
            case EXISTS -> view.t(test.value().equals("false") ? "form.rule.ABSENT" : "form.rule.EXISTS", label);
            case GTE_BY_SEX, LT_BY_SEX -> view.t("form.rule." + name(), label, bounds(test, view, elements));
            case GTE_BY_CLASS -> view.t("form.rule.GTE_BY_CLASS", label, bounds(test, view, elements));
        };
    }

    private static String choices(String values, Optional<DataElement> element, View view) {
        return Arrays.stream(values.split(","))
                .map(value -> element.map(e -> Form.display(e, value, view)).orElse(value))
                .collect(Collectors.joining(view.t("form.list.or")));
    }

    private static String bounds(Rule.Test test, View view, List<DataElement> elements) {
        return map(test.value()).entrySet().stream()
                .map(bound -> view.t("form.rule.bound", nameOf(bound.getKey(), view, elements), bound.getValue()))
                .collect(Collectors.joining(view.t("form.list.and")));
    }

    /** The codes of a map are explained by the element that offers them, the sex by the words every form has. */
    private static String nameOf(String code, View view, List<DataElement> elements) {
        return elements.stream()
                .flatMap(element -> element.options().stream())
                .filter(option -> option.code().equals(code) && !code.matches("[0-9]"))
                .map(option -> view.t(option.label()))
                .findFirst()
                .orElseGet(() -> code.matches("[12]") ? view.t("form.sex." + code) : code);
    }
}
