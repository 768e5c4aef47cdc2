package yici.upstream;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What happens between an account here and one elsewhere, and is recorded. */
enum UpstreamAct implements AuditEvent.Act {
    LINKED,
    UNLINKED,
    REFUSED;

    @Override
    public String code() {
        return "upstream." + name().toLowerCase(Locale.ROOT);
    }
}
