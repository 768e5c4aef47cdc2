package yici.party;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.SignedIn;
import yici.openid.RelyingParties;
import yici.openid.RelyingParty;

/** A second person lets a system, or a change of it, into production; or gives it back with a reason. */
@Component
class JudgeParty {

    sealed interface Outcome {
        record Approved() implements Outcome {}

        record Returned() implements Outcome {}

        /** Somebody else judged it meanwhile. */
        record NothingWaits() implements Outcome {}

        /** Who asked for it does not approve it. */
        record OwnProposal() implements Outcome {}

        record NoReason() implements Outcome {}

        /** What was all right when it was proposed is not any more, such as a name that leads elsewhere now. */
        record NoLongerGood() implements Outcome {}
    }

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;

    private final Desk desk;
    private final ReadForm readForm;
    private final Registrations registrations;
    private final RelyingParties parties;
    private final AuditLog audit;
    private final Clock clock;

    JudgeParty(
            Desk desk,
            ReadForm readForm,
            Registrations registrations,
            RelyingParties parties,
            AuditLog audit,
            Clock clock) {
        this.desk = desk;
        this.readForm = readForm;
        this.registrations = registrations;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Outcome approve(SignedIn me, String clientId) {
        var found = desk.lockFresh(me, Deed.JUDGE_PARTY, clientId);
        var proposal = found.registration().proposal();
        if (proposal.isEmpty()) return new Outcome.NothingWaits();
        if (proposal.get().by().equals(me.person())) return new Outcome.OwnProposal();
        var draft = readForm.read(proposal.get().form(), false).draft();
        if (draft.isEmpty()) return new Outcome.NoLongerGood();

        var now = clock.instant();
        var before = found.party();
        var after = inProduction(found, draft.get(), proposal.get().at(), now);
        parties.save(after);
        registrations.change(clientId, draft.get(), true);
        audit.record(
                me.did(PartyAct.APPROVED, "party:" + clientId, proposal.get().byName(), now));
        if (RenewKeys.differ(before, after)) {
            registrations.keysChanged(clientId);
            audit.record(me.did(
                    PartyAct.KEYS_CHANGED, "party:" + clientId, proposal.get().byName(), now));
        }
        return new Outcome.Approved();
    }

    private RelyingParty inProduction(Desk.Found found, ReadForm.Draft draft, Instant proposedAt, Instant now) {
        var before = found.party();
        boolean already = found.registration().inProduction();
        // a secret of the sandbox is none of production's: the owner makes a new one, which nobody else sees
        var secret = already ? before.secretHash() : noSecret(before.secretHash());
        var after = draft.party(before.clientId(), before.body(), before.sector(), secret, false)
                .whichIs(before.active());
        if (!already) return after;
        // keys that were changed since it was proposed are the newer word
        boolean newer = found.registration().keysAt().isAfter(proposedAt);
        return newer ? after.withKeys(before.keys(), before.keysUri()) : RenewKeys.overlapping(before, after, now);
    }

    /** The hash of one that nobody knows. */
    private byte[] noSecret(byte[] former) {
        return former.length == 0 ? former : parties.hashOfSecret(parties.freshSecret());
    }

    @Transactional
    Outcome giveBack(SignedIn me, String clientId, String reason) {
        var found = desk.lock(me, Deed.JUDGE_PARTY, clientId);
        if (found.registration().proposal().isEmpty()) return new Outcome.NothingWaits();
        var said = reason.strip();
        if (said.length() < SHORTEST_REASON || said.length() > LONGEST_REASON) return new Outcome.NoReason();
        registrations.giveBack(clientId, said);
        audit.record(me.did(PartyAct.RETURNED, "party:" + clientId, said, clock.instant()));
        return new Outcome.Returned();
    }
}
