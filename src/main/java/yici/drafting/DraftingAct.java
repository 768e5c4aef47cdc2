package yici.drafting;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What happens to a draft and is recorded. */
enum DraftingAct implements AuditEvent.Act {
    STARTED,
    CHANGED,
    UNDONE,
    SENT,
    RETURNED,
    PUBLISHED,
    DROPPED;

    @Override
    public String code() {
        return "drafting." + name().toLowerCase(Locale.ROOT);
    }
}
