package yici.publication;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What areas do to show each other's works. */
enum SharingAct implements AuditEvent.Act {
    OFFERED,
    TAKEN,
    GIVEN_BACK,
    RULE_SET,
    RULE_ENDED;

    @Override
    public String code() {
        return "publication." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
