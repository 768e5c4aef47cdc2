package yici.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a reader said of a page.
 *
 * @param number the receipt; whoever has it reads the answer
 * @param page the address within the site, beginning with a slash
 * @param title what the page was called; its address where that is not known
 * @param edition of a work, such as {@code en-3}; empty elsewhere
 * @param dueOn the answer is due by the end of this day: 3 working days (GK find-error rules)
 */
record Report(
        UUID id,
        String number,
        String page,
        String title,
        String area,
        String edition,
        Kind kind,
        String words,
        Instant at,
        LocalDate dueOn,
        Optional<Answer> answer) {

    enum Kind {
        MISTAKE,
        MISSING,
        UNCLEAR,
        BROKEN,
        /** The only one that needs no words. */
        USEFUL;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Outcome {
        MENDED,
        AS_IT_IS,
        PASSED_ON,
        THANKS;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param by the editor's name, for other editors */
    record Answer(Outcome outcome, String words, String by, Instant at) {}
}
