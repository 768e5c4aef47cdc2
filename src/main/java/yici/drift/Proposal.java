package yici.drift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That an area takes again what the level above it has.
 *
 * @param field the one difference it is about; empty for everything in which the area differs
 */
record Proposal(
        UUID id,
        String lifeEvent,
        String area,
        String variant,
        String field,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        Optional<Answer> answer) {

    /**
     * @param reason why it was declined, or what is new in the edition that came of it
     * @param made the edition that gave the difference back; empty when it was declined, or when there was nothing left to give back
     */
    record Answer(boolean accepted, String byName, Instant at, String reason, Optional<Made> made) {}

    /** @param version as in {@code 43TCN0004/a-430281/2} */
    record Made(String version, LocalDate from) {

        /** What was new in it, for everybody. */
        String address() {
            return "/events/" + version.replaceFirst("/", "/history/");
        }
    }

    boolean isOpen() {
        return answer.isEmpty();
    }
}
