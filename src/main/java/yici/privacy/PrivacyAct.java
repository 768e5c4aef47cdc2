package yici.privacy;

import java.util.Locale;
import yici.audit.AuditEvent;

enum PrivacyAct implements AuditEvent.Act {
    COPIED,
    ASKED,
    ANSWERED,
    REQUEST_LOOKED;

    @Override
    public String code() {
        return "privacy." + name().toLowerCase(Locale.ROOT);
    }
}
