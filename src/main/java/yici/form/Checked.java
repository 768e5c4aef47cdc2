package yici.form;

import java.util.Map;

/** What checking answers comes to. */
public sealed interface Checked {

    /** @param answers canonical values of the elements that have one */
    record Complete(Map<String, String> answers) implements Checked {}

    /** @param errors by element key, in the order of the elements; the raw answers stay as typed */
    record Incomplete(Map<String, FieldError> errors) implements Checked {}
}
