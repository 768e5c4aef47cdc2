package yici.application;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import yici.catalogue.Guide;

/**
 * What the answers to the scenario questions come to: the one notice as data. Pure result of {@code Resolve}; frozen with the application.
 *
 * @param items keys of the chosen items in an order in which each comes after those it waits for; each once
 * @param edges which chosen item waits for which, and what is handed over; acyclic
 * @param added items that nobody ticked but a chosen one cannot do without: key to the key of the one that needs it
 * @param evidence every document of the notice with what is to be done about it
 * @param asked keys of the data elements to ask for (or prefill), in order
 * @param handedOver keys of the data elements that a finished item gives to the next; never asked
 * @param preset answers already settled by the scenario (SET_FIELD)
 * @param failed conditions that exclude the person; not empty means: no joint application, see {@code fallback}
 * @param impossible items asked for that these answers rule out: key to the key of the item or group they would have to wait for. Not among
 *     {@code items}; not empty means the same as {@code failed}
 * @param toCheck conditions that apply: those with a rule hold or fail with the form's answers, the others are read by the office
 * @param fallback items offered one by one when the person is excluded
 * @param hints things to know or do first: notes, public notices, joint visits, presence
 */
public record Plan(
        List<String> items,
        List<Edge> edges,
        Map<String, String> added,
        List<PlannedEvidence> evidence,
        List<String> asked,
        List<String> handedOver,
        Map<String, String> preset,
        List<String> failed,
        Map<String, String> impossible,
        List<String> toCheck,
        List<String> fallback,
        List<Hint> hints) {

    /** {@code to} starts when {@code from} is finished. */
    public record Edge(String from, String to, List<String> passes) {}

    public enum Todo {
        /** Nothing to do: {@code waiver} says why. */
        WAIVED,
        /** Must be handed in. */
        SUPPLY,
        /** May be handed in. */
        OPTIONAL,
        /** To be handed in later, as the applicant chose (容缺受理); the case waits for it and ends without it. */
        OWED,
        /** A promise stands for it, as the applicant chose (告知承诺制); the office checks it after its approval. */
        PROMISED
    }

    /**
     * @param waiver as the guide says; {@code NONE} on a waived document means that the answers make it needless
     * @param usedBy the chosen items that need it
     * @param note what must come with it in this case; mostly empty
     */
    public record PlannedEvidence(String key, Todo todo, Guide.Waiver waiver, List<String> usedBy, String note) {
        PlannedEvidence as(Todo other) {
            return new PlannedEvidence(key, other, waiver, usedBy, note);
        }
    }

    /**
     * @param kind why it is shown
     * @param item the item or group it is about
     * @param value such as the number of days of a public notice, or the words of the guide
     */
    public record Hint(Guide.EffectKind kind, String item, String value) {}

    /** The same with these documents, of those that must be handed in, coming later. */
    Plan owing(Predicate<String> owed) {
        return with(evidence.stream()
                .map(e -> e.todo() == Todo.SUPPLY && owed.test(e.key()) ? e.as(Todo.OWED) : e)
                .toList());
    }

    Plan with(List<PlannedEvidence> next) {
        return new Plan(
                items, edges, added, next, asked, handedOver, preset, failed, impossible, toCheck, fallback, hints);
    }

    /** What was owed when the application was made. */
    public List<PlannedEvidence> owed() {
        return evidence.stream().filter(e -> e.todo() == Todo.OWED).toList();
    }

    /** The same with a promise for these documents, of those that must be handed in. */
    Plan promising(Predicate<String> promised) {
        return with(evidence.stream()
                .map(e -> e.todo() == Todo.SUPPLY && promised.test(e.key()) ? e.as(Todo.PROMISED) : e)
                .toList());
    }

    public List<PlannedEvidence> promised() {
        return evidence.stream().filter(e -> e.todo() == Todo.PROMISED).toList();
    }

    /** Nothing comes before any of these items: they start at once. */
    boolean startsAtOnce(List<String> some) {
        return some.stream().anyMatch(i -> edges.stream().noneMatch(e -> e.to().equals(i)));
    }

    /** Whether the notice named this document as one to be handed in, now, later or if the person likes. */
    public boolean tellsToBring(String key) {
        return evidence.stream()
                .anyMatch(e -> e.key().equals(key)
                        && (e.todo() != Todo.WAIVED || e.waiver() == Guide.Waiver.REUSE_PERSONAL_SPACE));
    }

    /** Whether the form asked for this element, or the scenario settled it. */
    public boolean tellsToAnswer(String key) {
        return asked.contains(key) || preset.containsKey(key);
    }

    public boolean excluded() {
        return !failed.isEmpty() || !impossible.isEmpty();
    }
}
