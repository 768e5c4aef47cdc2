package yici.mandate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Account;
import yici.identity.Capacity;
import yici.identity.Parties;
import yici.identity.Proofing;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.kit.CreditCode;
import yici.kit.Document;
import yici.kit.Ids;
import yici.kit.View;

/** Makes a mandate of a register's word. The word counts for a day; each switch asks again. */
@Component
class ByLaw {

    private static final Duration WORD_COUNTS = Duration.ofDays(1);

    private final Mandates mandates;
    private final Parties parties;
    private final Areas areas;
    private final AuditLog audit;
    private final Clock clock;

    ByLaw(Mandates mandates, Parties parties, Areas areas, AuditLog audit, Clock clock) {
        this.mandates = mandates;
        this.parties = parties;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Mandate record(SignedIn me, Account person, String source, MandateSource.Offer offer) {
        var now = clock.instant();
        var party = party(me, source, offer, now);
        var mandate = Mandate.inForce(
                Ids.fresh(clock),
                offer.capacity(),
                party,
                person.id(),
                person.name(),
                person.number(),
                areas.province().code(),
                now,
                Optional.of(until(offer, now)),
                Mandate.Evidence.REGISTER,
                source + " " + offer.reference());
        mandates.add(mandate, "register:" + source, source, now);
        audit.record(me.did(MandateAct.REGISTERED, "mandate:" + mandate.id(), source + " " + offer.reference(), now));
        return mandate;
    }

    private Account party(SignedIn me, String source, MandateSource.Offer offer, Instant now) {
        var method = Proofing.Method.REGISTER_MATCH;
        var proofing = new Proofing(method, method.level(), now, source, Optional.empty());
        return offer.capacity() == Capacity.LEGAL_REPRESENTATIVE
                ? parties.firm(
                        me, new CreditCode(offer.number()), offer.name(), me.name(), offer.representative(), proofing)
                : parties.person(me, Document.of(offer.number()), offer.name(), proofing);
    }

    private static Instant until(MandateSource.Offer offer, Instant now) {
        var tomorrow = now.plus(WORD_COUNTS);
        if (offer.capacity() != Capacity.GUARDIAN) return tomorrow;
        var grownUp = grownUp(Document.of(offer.number()));
        return grownUp.filter(day -> day.isBefore(tomorrow)).orElse(tomorrow);
    }

    /** The moment a ward comes of age, where the document tells it. */
    static Optional<Instant> grownUp(Document ward) {
        return ward.birthday()
                .map(day -> day.plusYears(Sources.ADULT).atStartOfDay(View.ZONE).toInstant());
    }
}
