package yici.party;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.SignedIn;
import yici.openid.RelyingParties;
import yici.openid.RelyingParty;

/** In the sandbox its owner changes a system at once; whatever is or goes to production waits for a second person. */
@Component
class ChangeParty {

    sealed interface Outcome {
        record Changed() implements Outcome {}

        record Proposed() implements Outcome {}

        record Flawed(Map<String, String> flaws) implements Outcome {}
    }

    private final Desk desk;
    private final ReadForm readForm;
    private final Registrations registrations;
    private final RelyingParties parties;
    private final AuditLog audit;
    private final Clock clock;

    ChangeParty(
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

    /** @param forProduction with the addresses and keys of production */
    @Transactional
    Outcome change(SignedIn me, String clientId, PartyForm typed, boolean forProduction) {
        var found = desk.lock(me, Deed.KEEP_PARTY, clientId);
        boolean judged = forProduction || found.registration().inProduction();
        var form = whatNeverChanges(typed, found.party());
        var reading = readForm.read(form, !judged);
        if (reading.draft().isEmpty()) return new Outcome.Flawed(reading.flaws());

        if (judged) {
            registrations.propose(clientId, form, me);
            audit.record(me.did(PartyAct.PROPOSED, "party:" + clientId, "", clock.instant()));
            return new Outcome.Proposed();
        }
        changeNow(me, found.party(), reading.draft().get());
        return new Outcome.Changed();
    }

    private void changeNow(SignedIn me, RelyingParty before, ReadForm.Draft draft) {
        var id = before.clientId();
        var now = clock.instant();
        var after = draft.party(id, before.body(), before.sector(), before.secretHash(), true)
                .whichIs(before.active());
        boolean otherKeys = RenewKeys.differ(before, after);
        if (otherKeys) desk.beFresh(me);
        parties.save(RenewKeys.overlapping(before, after, now));
        registrations.change(id, draft, false);
        audit.record(me.did(PartyAct.CHANGED, "party:" + id, "", now));
        if (!otherKeys) return;
        registrations.keysChanged(id);
        audit.record(me.did(PartyAct.KEYS_CHANGED, "party:" + id, "", now));
    }

    /** Another kind or sector would make another system of it: people would be strangers there. */
    static PartyForm whatNeverChanges(PartyForm typed, RelyingParty party) {
        var fields = new HashMap<>(typed.fields());
        fields.put("kind", Kind.of(party).key());
        fields.put("sector", party.sector().id().equals(party.clientId()) ? "own" : "shared");
        fields.put("body", party.body());
        return new PartyForm(fields);
    }
}
