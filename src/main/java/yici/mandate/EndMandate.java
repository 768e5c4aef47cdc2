package yici.mandate;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Capacity;
import yici.identity.SignedIn;
import yici.identity.TellOwner;
import yici.kit.Forbidden;
import yici.kit.Language;
import yici.kit.NotFound;

/** Whoever gave a mandate takes it back, who has it gives it up; both at once and without a reason. */
@Component
class EndMandate {

    private final Mandates mandates;
    private final TellOwner tellOwner;
    private final AuditLog audit;
    private final Clock clock;

    EndMandate(Mandates mandates, TellOwner tellOwner, AuditLog audit, Clock clock) {
        this.mandates = mandates;
        this.tellOwner = tellOwner;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return false when it had ended before */
    @Transactional
    public boolean revoke(SignedIn me, UUID id) {
        var mandate = mandates.lock(id)
                .filter(m -> m.granter().equals(me.account()))
                .orElseThrow(() -> new NotFound("mandate " + id));
        if (!me.mayGiveMandates() || !isRevocable(mandate)) throw new Forbidden("revoke " + id);
        return end(me, mandate, Mandate.Event.REVOKED, MandateAct.REVOKED);
    }

    /** What the law says of somebody is for the register to change. */
    static boolean isRevocable(Mandate mandate) {
        return mandate.capacity() == Capacity.AGENT || mandate.capacity() == Capacity.COUNTER_ASSISTANCE;
    }

    @Transactional
    public boolean renounce(SignedIn me, UUID id) {
        var mandate = mandates.lock(id)
                .filter(m -> m.grantee().equals(Optional.of(me.person())))
                .orElseThrow(() -> new NotFound("mandate " + id));
        return end(me.asOneself(), mandate, Mandate.Event.RENOUNCED, MandateAct.RENOUNCED);
    }

    private boolean end(SignedIn me, Mandate mandate, Mandate.Event event, MandateAct act) {
        var now = clock.instant();
        if (!mandate.at(now).open()) return false;
        mandates.event(mandate.id(), event, me.asActor(), me.personName(), "", now);
        tellOther(mandate, event);
        audit.record(me.did(act, "mandate:" + mandate.id(), "account:" + mandate.granter(), now));
        return true;
    }

    private void tellOther(Mandate mandate, Mandate.Event event) {
        if (event == Mandate.Event.RENOUNCED)
            tellOwner.tell(mandate.granter(), "mandate.notice.renounced", Language.ZH, mandate.granteeName());
        else
            mandate.grantee()
                    .ifPresent(agent ->
                            tellOwner.tell(agent, "mandate.notice.revoked", Language.ZH, mandate.granterName()));
    }
}
