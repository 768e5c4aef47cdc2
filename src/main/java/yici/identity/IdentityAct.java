package yici.identity;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What happens to accounts and is recorded. */
enum IdentityAct implements AuditEvent.Act {
    SIGNED_UP,
    SIGN_UP_KNOWN,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGN_IN_LOCKED,
    LOCKS_LISTED,
    LOCK_ENDED,
    PROVED,
    PROOF_FAILED,
    REACH_CONFIRMED,
    REACH_TAKEN_OVER,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    RECOVERY_CODES_MADE,
    RECOVERED,
    RECOVERY_ASKED,
    RECOVERY_STOPPED,
    STAFF_RESET,
    COUNTERSIGN_ASKED,
    COUNTERSIGN_CONFIRMED,
    COUNTERSIGN_REFUSED,
    COUNTERSIGN_WITHDRAWN,
    SESSION_ENDED,
    SIGNED_OUT,
    SIGNED_OUT_EVERYWHERE,
    CONTACT_CHANGED,
    PASSWORD_CHANGED,
    PARTY_OPENED,
    ACTING_BEGUN,
    ACTING_ENDED,
    PROOFED,
    PROOFING_FAILED,
    FIRM_PASSWORD_ENDED,
    FIRST_WAY_IN_MADE,
    STAFF_ADDED,
    POST_GIVEN,
    POST_ENDED,
    ACCOUNT_CLOSED,
    PEOPLE_LISTED,
    AUDIT_READ;

    @Override
    public String code() {
        return "identity." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
