package yici.site;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What happens on the pages of the house itself and is recorded. */
enum SiteAct implements AuditEvent.Act {
    CALENDAR_PUBLISHED,
    /** Name, colour, blocks of an area's own site. */
    SITE_KEPT;

    @Override
    public String code() {
        return "site." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
