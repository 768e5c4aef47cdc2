package yici.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was done about a record.
 *
 * @param effective the first day it counts; empty for an answer
 * @param by empty for what came with a file
 */
record Step(
        int seq, Kind kind, Optional<LocalDate> effective, String reason, Optional<UUID> by, String name, Instant at) {

    enum Kind {
        /** Asks that the record may count. */
        REGISTERED,
        /** Asks that it be taken back from a day on. */
        RECALL_ASKED,
        /** Asks that it end on a day, because what it was for is done. */
        END_ASKED,
        /** A second person answers what was asked last. */
        CONFIRMED,
        REFUSED,
        /** Who asked takes the question back. */
        WITHDRAWN,
        /** Another record has taken its place from that day on. */
        REPLACED;

        boolean asks() {
            return this == REGISTERED || ends();
        }

        boolean ends() {
            return this == RECALL_ASKED || this == END_ASKED;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
