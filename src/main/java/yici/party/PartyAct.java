package yici.party;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What happens here and is recorded. */
enum PartyAct implements AuditEvent.Act {
    REGISTERED,
    CHANGED,
    PROPOSED,
    APPROVED,
    RETURNED,
    KEYS_CHANGED,
    SECRET_CHANGED,
    STOPPED,
    STARTED;

    @Override
    public String code() {
        return "party." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
