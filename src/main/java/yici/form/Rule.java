package yici.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A condition over answers, as data. All operators of the sample's themes: EQ NE IN NOT_IN LT LTE GT GTE EXISTS WITHIN_MONTHS GTE_BY_SEX
 * LT_BY_SEX GTE_BY_CLASS.
 *
 * @param mode whether all tests must hold or any one
 */
public record Rule(Mode mode, List<Test> tests) {

    public enum Mode {
        ALL,
        ANY
    }

    /** @param value canonical text; several joined by commas; a map as {@code 1=55,2=45} */
    public record Test(String field, String operator, String value) {}

    public sealed interface Outcome {
        record Met() implements Outcome {}

        record NotMet(Test first) implements Outcome {}

        /** @param fields without these nothing can be said yet */
        record Unknown(List<String> fields) implements Outcome {}
    }

    public Outcome judge(Map<String, String> answers, LocalDate today) {
        throw new UnsupportedOperationException(answers.toString() + today);
    }
}
