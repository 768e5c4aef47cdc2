package yici.drafting;

import java.util.List;
import java.util.Optional;
import yici.form.DataElement;
import yici.form.Questions;

/**
 * A rule, looked at before it is saved.
 *
 * @param words what it says, in the reader's language; empty where there is none or it cannot be read
 * @param questions what it is judged by, with the answers that were picked
 * @param outcome empty until answers were picked
 * @param names what a rule can speak of
 */
record RuleTrial(String words, Questions questions, Optional<Outcome> outcome, List<DataElement> names) {

    /** @param why which test decided, or what is missing; may be empty */
    record Outcome(String words, String colour, String why) {}
}
