package yici.publication;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import yici.kit.Language;

/**
 * A text of a work in one language, as it was written once and never changed.
 *
 * @param madeFrom of a translation: which Chinese edition it was made from
 * @param changeNote for the public: what is different from the edition before
 */
record Edition(
        UUID work,
        Language language,
        int number,
        String title,
        String summary,
        String markdown,
        OptionalInt madeFrom,
        String translator,
        String changeNote,
        Author author) {

    /** @param account empty of what was loaded */
    record Author(java.util.Optional<UUID> account, String name, Instant at) {
        boolean is(UUID other) {
            return account.filter(other::equals).isPresent();
        }
    }

    String subject() {
        return "work:" + work + "/" + language.code() + "/" + number;
    }
}
