package yici.rehearsal;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What is recorded: that somebody began one, and of each application that it was looked at for that. */
enum RehearsalAct implements AuditEvent.Act {
    BEGUN,
    REHEARSAL_LOOKED;

    @Override
    public String code() {
        return "rehearsal." + name().toLowerCase(Locale.ROOT);
    }
}
