package yici.audit;

import java.time.Instant;

/**
 * One line of the record.
 *
 * @param act a constant of the room's own enum, such as {@code CaseAct.APPROVED}
 * @param actor the account that acted, as {@code account:<uuid>}, or {@code system:<room>}
 * @param actorName the name as it was when the act happened
 * @param onBehalfOf for whom, as {@code account:<uuid>}; empty when for oneself or for the office
 * @param subject the thing, as {@code application:<uuid>}, {@code case:<uuid>/<n>}, {@code account:<uuid>}
 * @param reason why: the purpose of a look, the reason of a decision; may be empty
 */
public record AuditEvent(
        Act act, String actor, String actorName, String onBehalfOf, String subject, String reason, Instant at) {

    /** Implemented by one enum in each room that has acts to record. */
    public interface Act {
        /** {@code <room>.<verb>}, stable for ever: application.submitted */
        String code();
    }
}
