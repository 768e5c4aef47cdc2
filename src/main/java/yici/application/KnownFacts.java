package yici.application;

import java.util.Collection;
import java.util.Map;

/** Departments' registers that values can be taken from instead of asking. Implemented by connectors; the sandbox ships. */
public interface KnownFacts {

    sealed interface Answer {
        /** @param values canonical, by element key; elements the register does not know are left out */
        record Known(Map<String, String> values) implements Answer {}

        /** The source is down: the person fills in, the value is marked for a later check, nothing is locked. */
        record Unavailable(String source) implements Answer {}
    }

    /** @param number the person's ID number or the firm's credit code */
    Answer about(String number, String lifeEvent, Collection<String> elements);
}
