package yici.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import yici.catalogue.Edition;
import yici.catalogue.Guide;
import yici.identity.SignedIn;

/**
 * An application somebody is still filling in.
 *
 * @param supplements the application this draft adds items to; mostly empty
 * @param edition frozen when the draft was begun
 * @param typed by element key as typed, right or wrong
 * @param touched by element key the version in which it was saved last
 * @param owed keys of documents that are to be handed in later
 * @param committed keys of documents a promise is to stand for; empty for who may promise nothing
 * @param version counts the saves from 1
 */
record Draft(
        UUID id,
        UUID account,
        Optional<UUID> supplements,
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
        List<HandedIn> evidence,
        Set<String> owed,
        Set<String> committed) {

    /** @param evidence key of the guide's evidence */
    record HandedIn(String evidence, UUID attachment, String fileName, String mediaType, long sizeBytes) {}

    static Draft begun(
            UUID id,
            SignedIn me,
            Edition edition,
            String area,
            String filedFrom,
            ScenarioAnswers scenario,
            Instant now) {
        return new Draft(
                id,
                me.account(),
                Optional.empty(),
                edition.lifeEvent(),
                edition.id(),
                area,
                filedFrom,
                scenario,
                Map.of(),
                Known.NOTHING,
                Map.of(),
                1,
                now,
                List.of(),
                Set.of(),
                Set.of());
    }

    Draft typing(Map<String, String> more) {
        var all = new LinkedHashMap<>(typed);
        all.putAll(more);
        return with(supplements, all, known);
    }

    /** What was typed stands above what is known. */
    Draft knowing(Known known) {
        var all = new LinkedHashMap<>(known.values());
        all.putAll(typed);
        return with(supplements, all, known);
    }

    Draft supplementing(UUID application) {
        return with(Optional.of(application), typed, known);
    }

    private Draft with(Optional<UUID> supplements, Map<String, String> typed, Known known) {
        return new Draft(
                id,
                account,
                supplements,
                lifeEvent,
                edition,
                area,
                filedFrom,
                scenario,
                typed,
                known,
                touched,
                version,
                updatedAt,
                evidence,
                owed,
                committed);
    }

    /** A document that is there is not owed. */
    boolean owes(String evidenceKey) {
        return owed.contains(evidenceKey) && files(evidenceKey).isEmpty();
    }

    /** What is to be done with these answers, and with what this draft hands in later. */
    Plan owing(Guide guide, Plan plan) {
        return plan.promising(key -> committed.contains(key)
                        && files(key).isEmpty()
                        && guide.evidence(key).commitment().isPresent())
                .owing(key -> owes(key) && guide.evidence(key).owe().isPresent());
    }

    List<HandedIn> files(String evidenceKey) {
        return evidence.stream().filter(f -> f.evidence().equals(evidenceKey)).toList();
    }
}
