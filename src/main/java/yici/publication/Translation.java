package yici.publication;

import yici.kit.Language;

/** How a language of a work stands to its Chinese text: readers are told. */
sealed interface Translation {

    Language language();

    /** The Chinese text itself. */
    record Source(Language language, int number) implements Translation {}

    record Current(Language language, int madeFrom) implements Translation {}

    /** The Chinese text has gone on since. */
    record Behind(Language language, int madeFrom, int newest) implements Translation {
        int editions() {
            return newest - madeFrom;
        }
    }

    record Missing(Language language) implements Translation {}

    /** Left out on purpose. */
    record Untranslated(Language language, String reason) implements Translation {}

    record Withdrawn(Language language, String reason) implements Translation {}

    default boolean isReadable() {
        return !(this instanceof Missing || this instanceof Untranslated);
    }
}
