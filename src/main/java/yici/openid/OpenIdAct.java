package yici.openid;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What happens here and is recorded. */
enum OpenIdAct implements AuditEvent.Act {
    SIGNED_ON,
    CONSENTED,
    /** A public body knows by its duty, and the person need not agree. */
    INFORMED,
    CONSENT_REVOKED,
    DEVICE_ALLOWED,
    FAMILY_REVOKED,
    KEY_SWITCHED;

    @Override
    public String code() {
        return "openid." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
