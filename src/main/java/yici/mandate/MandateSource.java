package yici.mandate;

import java.util.List;
import yici.identity.Capacity;
import yici.kit.Document;

/**
 * A register outside that knows for whom somebody acts by law: the register of legal persons, the population base. Implemented by connectors;
 * the sandbox ships. One that is slow, refuses or lies never keeps anybody from acting for himself.
 */
public interface MandateSource {

    sealed interface Answer {
        record Known(List<Offer> offers) implements Answer {}

        /** It does not answer us about this person. */
        record Refused() implements Answer {}

        record Unavailable() implements Answer {}
    }

    /**
     * @param capacity legal representative, or guardian
     * @param number credit code of the firm, document of the ward
     * @param representative whom the register says it is about; must be who was asked for
     * @param reference of the answer, for the record
     */
    record Offer(Capacity capacity, String number, String name, Document representative, String reference) {}

    /** Names it in lists and words: {@code legal-persons}, {@code population}. */
    String key();

    Answer about(Document person, String name);
}
