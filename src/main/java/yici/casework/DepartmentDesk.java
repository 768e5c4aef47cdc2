package yici.casework;

import java.util.Map;

/** A department's own system that can answer a VERIFY item by itself. Implemented by connectors; casework calls it from a durable job. */
public interface DepartmentDesk {

    /**
     * @param answers only the elements the item needs
     * @param passes keys of the elements that the next items wait for
     */
    record Question(
            String caseNumber,
            String lifeEvent,
            String item,
            String area,
            Map<String, String> answers,
            java.util.List<String> passes) {}

    sealed interface Answer {
        /** @param values for the elements passed on */
        record Confirmed(Map<String, String> values, String reference) implements Answer {}

        record Contradicted(String reason) implements Answer {}

        /** The system does not answer now; casework tries again and then gives the case to an officer. */
        record TryLater(String why) implements Answer {}
    }

    /** True when this system answers this item. */
    boolean answers(String lifeEvent, String item);

    /** Called with a time limit; an exception counts as {@code TryLater}. */
    Answer ask(Question question);
}
