package yici.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whether one person may still act for another; asked at every request of such a session. Room {@code mandate} knows. */
public interface Representation {

    sealed interface Standing {
        /** @param until empty for as long as nobody ends it */
        record InForce(Capacity capacity, Scope scope, Optional<Instant> until) implements Standing {}

        record Ended(Why why) implements Standing {}
    }

    enum Why {
        REVOKED,
        RENOUNCED,
        EXPIRED,
        /** The register names somebody else now, or there never was one. */
        NOT_KNOWN
    }

    Standing of(UUID mandate, UUID person, UUID party);
}
