package yici.mandate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.identity.Account;
import yici.identity.Accounts;
import yici.identity.Capacity;
import yici.identity.SignedIn;

/** For whom somebody may act just now: by mandates kept here, and by what the registers say. */
@Component
class ListParties {

    /**
     * @param id names the party to this person alone, and stays the same when a register's word becomes a mandate
     * @param mandate by which; empty where a register names the person and nothing is recorded yet
     */
    record Party(
            String id,
            Capacity capacity,
            String name,
            String number,
            Optional<Mandate> mandate,
            Optional<Offered> offered) {}

    record Offered(String source, MandateSource.Offer offer) {}

    /** @param sources what each register came to: one that is down leaves its parties out and says so */
    record Listing(List<Party> parties, List<Sources.Said> sources) {
        boolean complete() {
            return sources.stream().noneMatch(s -> s.status() == Sources.Status.NOT_AVAILABLE);
        }

        Optional<Party> find(String id) {
            return parties.stream().filter(party -> party.id().equals(id)).findFirst();
        }
    }

    private final Mandates mandates;
    private final Sources sources;
    private final Accounts accounts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ListParties(
            Mandates mandates,
            Sources sources,
            Accounts accounts,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.mandates = mandates;
        this.sources = sources;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Listing of(SignedIn me) {
        return of(me.person());
    }

    Listing of(UUID account) {
        var person = accounts.find(account);
        if (person.isEmpty()) return new Listing(List.of(), List.of());
        var said = person.get().kind() == SignedIn.Kind.PERSON ? sources.about(person.get()) : List.<Sources.Said>of();
        return new Listing(parties(person.get(), said), said);
    }

    private List<Party> parties(Account person, List<Sources.Said> said) {
        var now = clock.instant();
        var parties = new ArrayList<Party>();
        for (var mandate : mandates.to(person.id(), person.number())) {
            if (mandate.at(now) != Mandate.State.IN_FORCE || denied(mandate, said)) continue;
            boolean listed = parties.stream()
                    .anyMatch(p -> p.number().equals(mandate.granterNumber())
                            && p.capacity() == mandate.capacity()
                            && mandate.evidence() == Mandate.Evidence.REGISTER);
            if (!listed) parties.add(kept(person, mandate));
        }
        for (var source : said)
            for (var offer : source.offers())
                if (parties.stream().noneMatch(p -> isThe(p, offer))) parties.add(offered(person, source, offer));
        return parties;
    }

    private static boolean isThe(Party party, MandateSource.Offer offer) {
        return party.capacity() == offer.capacity() && party.number().equals(offer.number());
    }

    private static Party kept(Account person, Mandate mandate) {
        return new Party(
                id(person.id(), mandate),
                mandate.capacity(),
                mandate.granterName(),
                mandate.granterNumber(),
                Optional.of(mandate),
                Optional.empty());
    }

    /** A register's word is a mandate of its own each day; the party is the same one. */
    static String id(UUID person, Mandate mandate) {
        return mandate.evidence() == Mandate.Evidence.REGISTER
                ? id(person, mandate.capacity(), mandate.granterNumber())
                : mandate.id().toString();
    }

    private static String id(UUID person, Capacity capacity, String number) {
        var name = person + " " + capacity + " " + number;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Party offered(Account person, Sources.Said source, MandateSource.Offer offer) {
        return new Party(
                id(person.id(), offer.capacity(), offer.number()),
                offer.capacity(),
                offer.name(),
                offer.number(),
                Optional.empty(),
                Optional.of(new Offered(source.source(), offer)));
    }

    /** The register that once gave it now names somebody else: then it ends, in every session. */
    private boolean denied(Mandate mandate, List<Sources.Said> said) {
        if (mandate.evidence() != Mandate.Evidence.REGISTER) return false;
        boolean denied = said.stream()
                .filter(s -> mandate.reference().startsWith(s.source() + " "))
                .filter(s -> s.status() == Sources.Status.OK)
                .anyMatch(s -> s.offers().stream()
                        .noneMatch(o ->
                                o.capacity() == mandate.capacity() && o.number().equals(mandate.granterNumber())));
        if (denied) end(mandate);
        return denied;
    }

    private void end(Mandate mandate) {
        var now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            mandates.event(
                    mandate.id(), Mandate.Event.REVOKED, "system:mandate", "", "the register names somebody else", now);
            audit.record(new AuditEvent(
                    MandateAct.REVOKED,
                    "system:mandate",
                    "",
                    "account:" + mandate.granter(),
                    "mandate:" + mandate.id(),
                    "the register names somebody else",
                    now));
        });
    }
}
