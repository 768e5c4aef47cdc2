package yici.application;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.SignedIn;

/** Throws a draft away with all that was typed. Twice is the same as once. */
@Component
class DiscardDraft {

    private final DraftStore drafts;
    private final AuditLog audit;
    private final Clock clock;

    DiscardDraft(DraftStore drafts, AuditLog audit, Clock clock) {
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void discard(SignedIn me, UUID draft) {
        if (drafts.lock(draft, me).isEmpty()) return;
        if (drafts.discard(draft, me.account()))
            audit.record(me.did(ApplicationAct.DRAFT_DISCARDED, "draft:" + draft, "", clock.instant()));
    }
}
