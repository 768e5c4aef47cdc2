package yici.drift;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What is proposed to an area and what it answers, as it is recorded. */
enum DriftAct implements AuditEvent.Act {
    PROPOSED,
    ACCEPTED,
    DECLINED;

    @Override
    public String code() {
        return "drift." + name().toLowerCase(Locale.ROOT);
    }
}
