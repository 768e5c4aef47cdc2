package yici.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person asks about the own data.
 *
 * @param dueOn the last day for the answer, by the clock {@code personal-data.reply}
 */
record Request(
        UUID id,
        String number,
        UUID account,
        String name,
        Kind kind,
        String words,
        Instant askedAt,
        LocalDate dueOn,
        Optional<Answer> answer) {

    /** By the articles of the Personal Information Protection Law: 48, 46, 47, 44, 45, 50. */
    enum Kind {
        EXPLAIN,
        CORRECT,
        DELETE,
        RESTRICT,
        MOVE,
        OTHER;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Answer(Outcome outcome, String words, String by, Instant at) {}

    enum Outcome {
        DONE,
        PARTLY,
        REFUSED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
