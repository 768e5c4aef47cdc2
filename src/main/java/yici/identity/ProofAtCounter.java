package yici.identity;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.jurisdiction.Bodies;
import yici.kit.View;

/** An officer compares a person with the document: level 5, until the document expires. The way for everybody whom no register and no camera knows. */
@Component
class ProofAtCounter {

    sealed interface Outcome {
        record Proofed(String name) implements Outcome {}

        record Flawed(Map<String, String> flaws) implements Outcome {}
    }

    /** @param expires the document's last day; empty for one without an end */
    record Typed(String name, String document, String number, String nationality, String expires, boolean compared) {}

    private final Parties parties;
    private final Proofings proofings;
    private final Policy policy;
    private final Bodies bodies;
    private final AuditLog audit;
    private final Clock clock;

    ProofAtCounter(Parties parties, Proofings proofings, Policy policy, Bodies bodies, AuditLog audit, Clock clock) {
        this.parties = parties;
        this.proofings = proofings;
        this.policy = policy;
        this.bodies = bodies;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expires empty for a document without an end */
    record Found(Account account, Optional<Instant> expires) {}

    @Transactional
    public Outcome proof(SignedIn officer, Typed typed) {
        policy.check(officer, Deed.HELP_AT_COUNTER);
        var flaws = new Flaws();
        var found = look(typed, flaws);
        if (found.isEmpty()) return new Outcome.Flawed(flaws.byField());

        record(officer, found.get());
        return new Outcome.Proofed(found.get().account().name());
    }

    /** Whose document it is; empty when something is wrong, which then stands in the flaws. */
    Optional<Found> look(Typed typed, Flaws flaws) {
        var name = flaws.name("name", typed.name());
        var number = flaws.document("number", typed.document(), typed.number(), typed.nationality());
        var expires = expires(flaws, typed.expires());
        if (!typed.compared()) flaws.add("compared", "identity.proofing.counter.compared-empty");
        if (!flaws.none()) return Optional.empty();

        var account = parties.byNumber(number).filter(a -> a.kind() == SignedIn.Kind.PERSON);
        if (account.isEmpty()) flaws.add("number", "identity.proofing.counter.no-account");
        else if (!account.get().name().equalsIgnoreCase(name))
            flaws.add("name", "identity.proofing.counter.other-name");
        return account.filter(_ -> flaws.none()).map(known -> new Found(known, expires));
    }

    /** In the caller's transaction. */
    void record(SignedIn officer, Found found) {
        var now = clock.instant();
        var counter = policy.reach(officer, Deed.HELP_AT_COUNTER)
                .each(Thing.Trait.BODY)
                .getFirst();
        var by = bodies.get(counter).name().zh() + " " + officer.name();
        proofings.add(
                found.account().id(),
                new Proofing(Proofing.Method.COUNTER, Trust.LEVEL_5, now, by, found.expires()),
                "document compared");
        audit.record(
                officer.did(IdentityAct.PROOFED, "account:" + found.account().id(), "COUNTER", now));
    }

    private Optional<Instant> expires(Flaws flaws, String typed) {
        if (typed.isBlank()) return Optional.empty();
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.isBefore(LocalDate.ofInstant(clock.instant(), View.ZONE)))
                flaws.add("expires", "identity.proofing.counter.expired");
            return Optional.of(day.plusDays(1).atStartOfDay(View.ZONE).toInstant());
        } catch (DateTimeException e) {
            flaws.add("expires", "identity.proofing.counter.expires-wrong");
            return Optional.empty();
        }
    }
}
