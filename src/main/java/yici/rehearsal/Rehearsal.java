package yici.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A draft as it stood at a moment, tried on applications of before.
 *
 * @param version the step of the draft that was tried
 * @param base the edition it is told against, of the area of the draft
 * @param purpose why somebody looked at applications of others
 * @param total applications to be looked at; what is beyond the bound is not among them
 * @param beyond there were more than the bound allows
 * @param stuck applications of areas whose own text could not follow the draft
 */
record Rehearsal(
        UUID id,
        UUID draft,
        int version,
        String lifeEvent,
        String area,
        LocalDate effectiveFrom,
        UUID base,
        String purpose,
        UUID by,
        String byName,
        Instant begunAt,
        Optional<Instant> endedAt,
        State state,
        int total,
        boolean beyond,
        int looked,
        int differing,
        int stuck) {

    enum State {
        WAITING,
        RUNNING,
        DONE,
        /** The time that it may take was over; what is there counts. */
        OUT_OF_TIME,
        FAILED;

        boolean isOver() {
            return this != WAITING && this != RUNNING;
        }

        String words() {
            return "rehearsal.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    String subject() {
        return "rehearsal:" + id;
    }

    int percent() {
        return total == 0 ? 100 : looked * 100 / total;
    }
}
