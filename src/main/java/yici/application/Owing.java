package yici.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.calendar.Calendars;
import yici.catalogue.Guide;
import yici.identity.SignedIn;
import yici.kit.View;

/**
 * 容缺受理: the application is taken without a document that is not the heart of the matter. Which may come later, until when and what becomes
 * of the case without it, the guide says; whether it comes later, the applicant alone.
 */
@Component
class Owing {

    private final DraftStore drafts;
    private final Calendars calendars;
    private final AuditLog audit;
    private final Clock clock;

    Owing(DraftStore drafts, Calendars calendars, AuditLog audit, Clock clock) {
        this.drafts = drafts;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param chosen as sent; what the guide does not let come later is passed over */
    @Transactional
    public void choose(SignedIn me, Filling filling, Set<String> chosen) {
        var owed = new LinkedHashSet<String>();
        for (var planned : filling.plan().evidence())
            if (filling.mayOwe(planned) && chosen.contains(planned.key())) owed.add(planned.key());
        UUID draft = filling.draft().id();
        if (!drafts.owe(draft, me.account(), owed)) return;
        audit.record(me.did(ApplicationAct.EVIDENCE_OWED, "draft:" + draft, String.join(", ", owed), clock.instant()));
    }

    /** By document the last day for it, where a case that needs it starts with the application; the others wait for other cases first. */
    Map<String, LocalDate> until(Guide guide, Plan plan, String area, Instant sent) {
        var until = new HashMap<String, LocalDate>();
        for (var planned : plan.evidence()) {
            var owe = guide.evidence(planned.key()).owe();
            if (owe.isEmpty() || !plan.startsAtOnce(planned.usedBy())) continue;
            var day = LocalDate.ofInstant(sent, View.ZONE);
            until.put(
                    planned.key(),
                    calendars.of(area).after(day, owe.get().limit().value()));
        }
        return until;
    }
}
