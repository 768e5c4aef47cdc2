package yici.supervision;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What happens to a card and is recorded. */
enum SupervisionAct implements AuditEvent.Act {
    CARD_ISSUED,
    CARD_EXPLAINED,
    CARD_CONFIRMED,
    CARD_WITHDRAWN;

    @Override
    public String code() {
        return "supervision." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
