package yici.passkey;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What happens to passkeys and is recorded. */
enum PasskeyAct implements AuditEvent.Act {
    ADDED,
    RENAMED,
    REMOVED,
    REFUSED;

    @Override
    public String code() {
        return "passkey." + name().toLowerCase(Locale.ROOT);
    }
}
