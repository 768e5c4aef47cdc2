package yici.form;

import java.util.Arrays;
import java.util.List;

/** What one field says of what was typed. */
sealed interface Verdict {

    /** @param value canonical; empty when the field was left empty after all */
    record Accepted(String value) implements Verdict {}

    /**
     * @param rule the end of a message key below {@code form.error.}
     * @param arguments of the message from {1} on; {0} is the label
     * @param input the id of the input that is wrong; empty for the first one
     */
    record Refused(String rule, List<String> arguments, String input) implements Verdict {

        Refused at(String wrong) {
            return new Refused(rule, arguments, wrong);
        }
    }

    static Refused refused(String rule, Object... arguments) {
        return new Refused(rule, Arrays.stream(arguments).map(String::valueOf).toList(), "");
    }
}
