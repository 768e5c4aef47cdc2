package yici.identity;

import java.util.UUID;
import yici.kit.Document;

/**
 * A service that compares the face before a camera with the picture on the document. The product asks it for the result itself: what the
 * browser says is never believed. Implemented by connectors; the sandbox ships.
 */
public interface FaceMatch {

    enum Result {
        SAME,
        DIFFERENT,
        /** Not yet, or broken off. */
        OPEN,
        UNAVAILABLE
    }

    /** Such services know the mainland's cards alone; everybody else is shown the way to a counter. */
    boolean knows(Document document);

    /** The address of the service's page, where the person goes; it leads back to {@code back}. */
    String page(UUID reference, String back);

    Result result(UUID reference);
}
