package yici.mandate;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What happens to mandates and is recorded. */
enum MandateAct implements AuditEvent.Act {
    OFFERED,
    CLAIMED,
    ACCEPTED,
    DECLINED,
    REFUSED,
    REVOKED,
    RENOUNCED,
    /** A register's word was made a mandate. */
    REGISTERED,
    /** Both sides of a firm with a password of its own were proved. */
    LINKED,
    HELP_BEGUN,
    NOT_ALLOWED;

    @Override
    public String code() {
        return "mandate." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
