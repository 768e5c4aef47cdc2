package yici.delegation;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What is done to the register and recorded. */
enum DelegationAct implements AuditEvent.Act {
    REGISTERED,
    REPLACEMENT_ASKED,
    RECALL_ASKED,
    END_ASKED,
    CONFIRMED,
    REFUSED,
    WITHDRAWN;

    @Override
    public String code() {
        return "delegation." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
