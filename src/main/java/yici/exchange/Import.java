package yici.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Files on their way into the catalogue.
 *
 * @param effectiveFrom from which day on what they say is in force
 * @param uploadedBy empty for what was taken at the console
 * @param stamp which catalogue they were looked through against
 * @param settledAt when they were taken or dropped
 * @param counts how many records of each outcome
 */
record Import(
        UUID id,
        LocalDate effectiveFrom,
        String note,
        State state,
        Optional<UUID> uploadedBy,
        String uploadedName,
        Instant uploadedAt,
        String stamp,
        Optional<String> settledName,
        Optional<Instant> settledAt,
        Map<Line.Outcome, Integer> counts) {

    enum State {
        LOOKED_THROUGH,
        TAKEN,
        DROPPED
    }

    record File(String name, String content) {}

    int count(Line.Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    int records() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
