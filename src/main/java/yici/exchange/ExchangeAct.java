package yici.exchange;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What happens to an import and is recorded. */
enum ExchangeAct implements AuditEvent.Act {
    LOOKED_THROUGH,
    TAKEN,
    DROPPED;

    @Override
    public String code() {
        return "exchange." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
