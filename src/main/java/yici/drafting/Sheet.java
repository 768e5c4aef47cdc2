package yici.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import yici.catalogue.AreaVariants.Ground;
import yici.catalogue.Change;
import yici.catalogue.Changes;

/**
 * A draft beside what its area inherits on the day it is to come into force.
 *
 * @param base the whole text inherited
 */
record Sheet(Draft draft, Ground ground, JsonNode base, Changes.Outcome outcome) {

    static Sheet of(Draft draft, Ground ground, JsonNode base) {
        return new Sheet(draft, ground, base, Changes.apply(base, draft.changes()));
    }

    /** The whole text as it would be; empty while something is in conflict. */
    Optional<JsonNode> own() {
        return outcome instanceof Changes.Outcome.Applied applied ? Optional.of(applied.content()) : Optional.empty();
    }

    /** What still makes a difference. */
    List<Change> changes() {
        return outcome instanceof Changes.Outcome.Applied applied ? applied.kept() : draft.changes();
    }

    List<Changes.Conflict> conflicts() {
        return outcome instanceof Changes.Outcome.Conflicting conflicting ? conflicting.conflicts() : List.of();
    }

    /** A variant says why it differs; the standard differs from nothing but its own past. */
    boolean needsReasons() {
        return !ground.isStandard();
    }

    boolean hasChangeWithoutReason() {
        return needsReasons()
                && changes().stream().anyMatch(change -> change.reason().isBlank());
    }

    /** The differences once something else stands at that place, each with the reason it had; the touched ones with this reason. */
    List<Change> changesWith(JsonNode text, List<String> path, Optional<JsonNode> value, String reason) {
        return changesTo(Changes.with(text, path, value), List.of(path), reason);
    }

    /** The differences once the whole text is this; those that were touched with this reason, each other with the one it had. */
    List<Change> changesTo(JsonNode text, List<List<String>> touched, String reason) {
        var before = changes();
        return Changes.inOrder(base, text).stream()
                .map(change -> change.because(
                        touched.stream().anyMatch(path -> related(change.path(), path))
                                ? reason
                                : reasonOf(change, before, reason)))
                .toList();
    }

    /** Where something new is put between others, the order is told by the way, with the same reason. */
    private static String reasonOf(Change change, List<Change> before, String reason) {
        boolean order = change.path().getLast().equals(Changes.ORDER);
        return before.stream()
                .filter(b -> order ? b.path().equals(change.path()) : related(b.path(), change.path()))
                .map(Change::reason)
                .findFirst()
                .orElse(order ? reason : "");
    }

    /** One lies inside the other. */
    private static boolean related(List<String> one, List<String> other) {
        int common = Math.min(one.size(), other.size());
        return one.subList(0, common).equals(other.subList(0, common));
    }

    /** Our difference stays, told against what stands there now. */
    List<Change> keepingOurs(Changes.Conflict conflict) {
        var changes = new ArrayList<Change>();
        for (var change : draft.changes())
            changes.add(
                    change.equals(conflict.change())
                            ? new Change(change.path(), conflict.stands(), change.now(), change.reason())
                            : change);
        return List.copyOf(changes);
    }

    List<Change> takingTheirs(Changes.Conflict conflict) {
        return draft.changes().stream()
                .filter(change -> !change.equals(conflict.change()))
                .toList();
    }

    /** Where what our change is part of is gone, there is nothing to keep it in. */
    boolean canKeepOurs(Changes.Conflict conflict) {
        var path = conflict.change().path();
        return Changes.at(base, path.subList(0, path.size() - 1)).isPresent();
    }
}
