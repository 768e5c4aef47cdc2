package yici.mandate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;
import yici.identity.Account;
import yici.identity.Accounts;
import yici.identity.Capacity;
import yici.identity.Representing;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** Another party for the same session: no signing in again, and the registers are asked anew. */
@Component
class SwitchParty {

    sealed interface Switched {
        record Acting(SignedIn me) implements Switched {}

        /** {@code REQUESTED_REPRESENTEE_NOT_ALLOWED}. */
        record NotAllowed() implements Switched {}

        /** {@code SERVICE_NOT_AVAILABLE}: a register that might know is down. */
        record NotAvailable() implements Switched {}

        /** The session has ended meanwhile. */
        record SignedOut() implements Switched {}
    }

    private final ListParties parties;
    private final ByLaw byLaw;
    private final Mandates mandates;
    private final Accounts accounts;
    private final Representing representing;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SwitchParty(
            ListParties parties,
            ByLaw byLaw,
            Mandates mandates,
            Accounts accounts,
            Representing representing,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.parties = parties;
        this.byLaw = byLaw;
        this.mandates = mandates;
        this.accounts = accounts;
        this.representing = representing;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param id of a party, as {@link ListParties} names it */
    Switched to(SignedIn me, String id, HttpServletRequest request, HttpServletResponse response) {
        var listing = parties.of(me);
        var party = listing.find(id);
        if (party.isEmpty()) return refuse(me, id, listing);
        var person = accounts.find(me.person()).orElseThrow(() -> new NotFound("account"));
        var mandate = party.get().mandate().orElseGet(() -> record(me, person, party.get()));
        return representing
                .begin(me, mandate.granter(), mandate.id(), request, response)
                .<Switched>map(Switched.Acting::new)
                .orElseGet(Switched.SignedOut::new);
    }

    private Mandate record(SignedIn me, Account person, ListParties.Party party) {
        var offered = party.offered().orElseThrow();
        return transaction.execute(_ -> byLaw.record(me.asOneself(), person, offered.source(), offered.offer()));
    }

    private Switched refuse(SignedIn me, String id, ListParties.Listing listing) {
        if (!listing.complete()) return new Switched.NotAvailable();
        transaction.executeWithoutResult(
                _ -> audit.record(me.asOneself().did(MandateAct.NOT_ALLOWED, "party:" + id, "", clock.instant())));
        return new Switched.NotAllowed();
    }

    /** Back to oneself. Help at a counter is over with that: the next time the citizen stands there again. */
    void back(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        me.acting()
                .filter(acting -> acting.capacity() == Capacity.COUNTER_ASSISTANCE)
                .ifPresent(acting -> transaction.executeWithoutResult(_ -> {
                    if (mandates.lock(acting.mandate())
                            .filter(m -> m.at(clock.instant()) == Mandate.State.IN_FORCE)
                            .isEmpty()) return;
                    mandates.event(
                            acting.mandate(),
                            Mandate.Event.RENOUNCED,
                            me.asActor(),
                            me.personName(),
                            "",
                            clock.instant());
                    audit.record(me.did(MandateAct.RENOUNCED, "mandate:" + acting.mandate(), "", clock.instant()));
                }));
        representing.end(me, request, response);
    }
}
