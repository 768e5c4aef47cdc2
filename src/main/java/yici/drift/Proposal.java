package yici.drift;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** That an area takes again what the level above it has. */
record Proposal(
        UUID id,
        String lifeEvent,
        String area,
        String variant,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        Optional<Answer> answer) {

    /** @param reason why it was declined; empty when it was accepted */
    record Answer(boolean accepted, String byName, Instant at, String reason) {}

    boolean isOpen() {
        return answer.isEmpty();
    }
}
