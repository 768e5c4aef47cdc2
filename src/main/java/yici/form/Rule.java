package yici.form;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.kit.View;

/**
 * A condition over answers, as data. All operators of the sample's themes: EQ NE IN NOT_IN LT LTE GT GTE EXISTS WITHIN_MONTHS GTE_BY_SEX
 * LT_BY_SEX GTE_BY_CLASS.
 *
 * @param mode whether all tests must hold or any one; without a test the rule is always met
 */
public record Rule(Mode mode, List<Test> tests) {

    public Rule {
        tests = List.copyOf(tests);
    }

    public enum Mode {
        ALL,
        ANY
    }

    /** @param value canonical text; several joined by commas; a map as {@code 1=55,2=45} */
    public record Test(String field, String operator, String value) {

        public Test {
            if (!Operator.knows(operator)) throw new IllegalArgumentException("no such operator: " + operator);
        }

        /** What must hold, in a lay sentence with the labels of the form: 落户一方户口类型不能是“集体户”. */
        public String words(View view, List<DataElement> elements) {
            return Operator.valueOf(operator).words(this, view, elements);
        }
    }

    public sealed interface Outcome {
        record Met() implements Outcome {}

        record NotMet(Test first) implements Outcome {}

        /** @param fields without these nothing can be said yet */
        record Unknown(List<String> fields) implements Outcome {}
    }

    /**
     * One test that fails decides a rule of which all must hold, even while others cannot be judged yet; one that holds decides a rule of
     * which any is enough.
     */
    public Outcome judge(Map<String, String> answers, LocalDate today) {
        var lacking = new LinkedHashSet<String>();
        Optional<Test> failed = Optional.empty();
        boolean anyHolds = tests.isEmpty();
        for (var test : tests) {
            switch (Operator.valueOf(test.operator()).judge(test, answers, today)) {
                case Judged.Holds() -> anyHolds = true;
                case Judged.Fails() -> failed = failed.or(() -> Optional.of(test));
                case Judged.Lacks(var fields) -> lacking.addAll(fields);
            }
        }
        if (mode == Mode.ANY && anyHolds) return new Outcome.Met();
        if (failed.isPresent() && (mode == Mode.ALL || lacking.isEmpty())) return new Outcome.NotMet(failed.get());
        return lacking.isEmpty() ? new Outcome.Met() : new Outcome.Unknown(List.copyOf(lacking));
    }

    /** The questions it has to be judged by, each once; none of them required. */
    public List<DataElement> asks(List<DataElement> elements) {
        return RuleQuestions.of(this, elements);
    }

    /** What must hold, all tests together. */
    public String words(View view, List<DataElement> elements) {
        String between = view.t(mode == Mode.ALL ? "form.rule.and" : "form.rule.or");
        return String.join(
                between, tests.stream().map(test -> test.words(view, elements)).toList());
    }
}
