package yici.identity;

import java.util.Set;
import yici.kit.Document;

/** The population base: compares what somebody says of himself. Implemented by connectors; the sandbox ships. */
public interface PopulationBase {

    /** What is compared: at least three factors make a real name. */
    enum Factor {
        DOCUMENT,
        NAME,
        PHONE
    }

    sealed interface Answer {
        /** @param factors what was really compared, and agrees */
        record Agrees(Set<Factor> factors) implements Answer {}

        record Differs(Set<Factor> factors) implements Answer {}

        /** It keeps no such document: most foreigners' are not in it. */
        record Unknown() implements Answer {}

        record Unavailable() implements Answer {}
    }

    Answer compare(Document document, String name, String phone);
}
