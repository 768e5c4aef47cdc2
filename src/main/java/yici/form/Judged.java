package yici.form;

import java.util.List;

/** What one test of a rule comes to. */
sealed interface Judged {
    record Holds() implements Judged {}

    record Fails() implements Judged {}

    /** @param fields keys of the elements whose values it cannot do without */
    record Lacks(List<String> fields) implements Judged {}

    static Judged of(boolean holds) {
        return holds ? new Holds() : new Fails();
    }
}
