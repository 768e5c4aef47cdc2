package yici.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An application somebody is still filling in.
 *
 * @param edition frozen when the draft was begun
 * @param typed by element key as typed, right or wrong
 * @param touched by element key the version in which it was saved last
 * @param version counts the saves from 1
 */
record Draft(
        UUID id,
        UUID account,
        String lifeEvent,
        UUID edition,
        String area,
        String filedFrom,
        ScenarioAnswers scenario,
        Map<String, String> typed,
        Known known,
        Map<String, Integer> touched,
        int version,
        Instant updatedAt,
        List<HandedIn> evidence) {

    /** @param evidence key of the guide's evidence */
    record HandedIn(String evidence, UUID attachment, String fileName, String mediaType, long sizeBytes) {}

    List<HandedIn> files(String evidenceKey) {
        return evidence.stream().filter(f -> f.evidence().equals(evidenceKey)).toList();
    }
}
