package yici.party;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.SignedIn;
import yici.openid.RelyingParties;

/** Nobody signs on to a stopped system, and its tokens are refused. What an administrator stopped, its owner does not start. */
@Component
class StopParty {

    private final Desk desk;
    private final Registrations registrations;
    private final RelyingParties parties;
    private final AuditLog audit;
    private final Clock clock;

    StopParty(Desk desk, Registrations registrations, RelyingParties parties, AuditLog audit, Clock clock) {
        this.desk = desk;
        this.registrations = registrations;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void stop(SignedIn me, Deed deed, String clientId) {
        var found = desk.lockFresh(me, deed, clientId);
        boolean judge = deed == Deed.JUDGE_PARTY;
        if (!found.party().active() && !judge) return;
        parties.save(found.party().whichIs(false));
        registrations.stopped(clientId, judge ? Registrations.BY_ADMINISTRATOR : Registrations.BY_OWNER);
        audit.record(me.did(PartyAct.STOPPED, "party:" + clientId, "", clock.instant()));
    }

    /** False where an administrator has to. */
    @Transactional
    boolean start(SignedIn me, Deed deed, String clientId) {
        var found = desk.lock(me, deed, clientId);
        if (found.party().active()) return true;
        boolean byAdministrator = found.registration().stoppedBy().equals(Registrations.BY_ADMINISTRATOR);
        if (byAdministrator && deed != Deed.JUDGE_PARTY) return false;
        parties.save(found.party().whichIs(true));
        registrations.stopped(clientId, "");
        audit.record(me.did(PartyAct.STARTED, "party:" + clientId, "", clock.instant()));
        return true;
    }
}
