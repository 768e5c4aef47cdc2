package yici.mandate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import yici.identity.Account;
import yici.identity.Capacity;

/**
 * One person may act for another, or for a firm.
 *
 * @param granter the account acted for
 * @param grantee the account of who acts; empty until somebody with the number accepts
 * @param granterNumber document or credit code, as accounts keep it
 * @param granteeNumber likewise; empty for staff
 * @param lifeEvents codes of life events and services; empty for all
 * @param area whose bodies decide, with everything below
 * @param until empty for as long as nobody ends it
 * @param reference of the register's answer, the code on the receipt of a counter; may be empty
 * @param attachment what was handed in to prove it
 */
record Mandate(
        UUID id,
        Capacity capacity,
        UUID granter,
        String granterName,
        String granterNumber,
        Optional<UUID> grantee,
        String granteeName,
        String granteeNumber,
        List<String> lifeEvents,
        String area,
        Instant from,
        Optional<Instant> until,
        Evidence evidence,
        String reference,
        Optional<UUID> attachment,
        Event last,
        String reason) {

    enum Evidence {
        /** By the party itself. */
        GIVEN,
        REGISTER,
        /** The firm's own password, and the representative signed in: both sides proved. */
        FIRM_PASSWORD,
        /** A document that an officer has looked at. */
        DOCUMENT,
        /** The citizen stands at the counter. */
        COUNTER
    }

    /** What becomes of a mandate; the last one counts. */
    enum Event {
        OFFERED,
        /** Of a guardianship that no register knows: an officer decides. */
        CLAIMED,
        ACCEPTED,
        DECLINED,
        REFUSED,
        REVOKED,
        RENOUNCED
    }

    /** For everything in the area, from its first moment on. */
    static Mandate inForce(
            UUID id,
            Capacity capacity,
            Account granter,
            UUID grantee,
            String granteeName,
            String granteeNumber,
            String area,
            Instant from,
            Optional<Instant> until,
            Evidence evidence,
            String reference) {
        return new Mandate(
                id,
                capacity,
                granter.id(),
                granter.name(),
                granter.number(),
                Optional.of(grantee),
                granteeName,
                granteeNumber,
                List.of(),
                area,
                from,
                until,
                evidence,
                reference,
                Optional.empty(),
                Event.ACCEPTED,
                "");
    }

    enum State {
        OFFERED,
        CLAIMED,
        NOT_YET,
        IN_FORCE,
        EXPIRED,
        DECLINED,
        REFUSED,
        REVOKED,
        RENOUNCED;

        boolean open() {
            return this == OFFERED || this == CLAIMED || this == NOT_YET || this == IN_FORCE;
        }
    }

    /** What a reader takes for its end. A register's word is asked for again each day: that it runs out tonight says nothing of the right. */
    Optional<Instant> lasts() {
        return until.filter(_ -> evidence != Evidence.REGISTER);
    }

    State at(Instant now) {
        boolean over = until.filter(end -> !now.isBefore(end)).isPresent();
        return switch (last) {
            case OFFERED -> over ? State.EXPIRED : State.OFFERED;
            case CLAIMED -> over ? State.EXPIRED : State.CLAIMED;
            case ACCEPTED -> over ? State.EXPIRED : now.isBefore(from) ? State.NOT_YET : State.IN_FORCE;
            case DECLINED -> State.DECLINED;
            case REFUSED -> State.REFUSED;
            case REVOKED -> State.REVOKED;
            case RENOUNCED -> State.RENOUNCED;
        };
    }
}
