package yici.identity;

import yici.kit.CreditCode;
import yici.kit.Document;

/** The register of legal persons. Implemented by connectors; the sandbox ships. */
public interface LegalPersonBase {

    sealed interface Answer {
        /** @param open false for a firm that is struck off */
        record Registered(CreditCode code, String name, String representative, Document document, boolean open)
                implements Answer {}

        record Unknown() implements Answer {}

        record Unavailable() implements Answer {}
    }

    Answer find(CreditCode code);
}
