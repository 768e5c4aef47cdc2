package yici.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.attachment.Attachment;
import yici.audit.AuditLog;
import yici.identity.Account;
import yici.identity.Accounts;
import yici.identity.Capacity;
import yici.identity.Deed;
import yici.identity.Parties;
import yici.identity.Policy;
import yici.identity.Proofing;
import yici.identity.SignedIn;
import yici.identity.Thing.Trait;
import yici.identity.Trust;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.Document;
import yici.kit.Forbidden;
import yici.kit.Ids;
import yici.kit.NotFound;
import yici.kit.View;

/**
 * A guardianship that no register tells of: stated with a document, decided by an officer of civil affairs or the police of the area. Until then
 * nothing can be done by it, and the ward has no account.
 */
@Component
class Guardianship {

    sealed interface Claimed {
        record Waiting(Mandate mandate) implements Claimed {}

        record Flawed(Map<String, String> flaws) implements Claimed {}
    }

    record Typed(String name, String document, String number, String nationality, String area) {}

    private final Mandates mandates;
    private final Parties parties;
    private final Accounts accounts;
    private final Areas areas;
    private final Bodies bodies;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    Guardianship(
            Mandates mandates,
            Parties parties,
            Accounts accounts,
            Areas areas,
            Bodies bodies,
            Policy policy,
            AuditLog audit,
            Clock clock) {
        this.mandates = mandates;
        this.parties = parties;
        this.accounts = accounts;
        this.areas = areas;
        this.bodies = bodies;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param file what proves it; empty when none was taken */
    @Transactional
    public Claimed claim(SignedIn me, Typed typed, Optional<Attachment> file) {
        me.require(Trust.LEVEL_3);
        var person = accounts.find(me.person())
                .filter(account -> account.kind() == SignedIn.Kind.PERSON)
                .orElseThrow(() -> new Forbidden("claim a guardianship"));
        var flaws = new LinkedHashMap<String, String>();
        var name = WhoFields.name(typed.name(), flaws);
        var ward = WhoFields.document(typed.document(), typed.number(), typed.nationality(), flaws);
        if (ward.filter(w -> w.text().equals(person.number())).isPresent()) flaws.put("number", "mandate.give.self");
        if (areas.find(typed.area()).isEmpty()) flaws.put("area", "mandate.give.area.choose");
        if (file.isEmpty()) flaws.put("file", "mandate.guardian.file.empty");
        if (!flaws.isEmpty()) return new Claimed.Flawed(flaws);

        return new Claimed.Waiting(claim(me.asOneself(), person, name, ward.orElseThrow(), typed.area(), file));
    }

    private Mandate claim(
            SignedIn me, Account person, String name, Document ward, String area, Optional<Attachment> file) {
        var now = clock.instant();
        var mandate = new Mandate(
                Ids.fresh(clock),
                Capacity.GUARDIAN,
                Ids.fresh(clock), // whose account it is, is known when it is decided
                name,
                ward.text(),
                Optional.of(person.id()),
                person.name(),
                person.number(),
                List.of(),
                areas.get(area).code(),
                now,
                grownUp(ward),
                Mandate.Evidence.DOCUMENT,
                "",
                file.map(Attachment::id),
                Mandate.Event.CLAIMED,
                "");
        mandates.add(mandate, me.asActor(), me.name(), now);
        audit.record(me.did(MandateAct.CLAIMED, "mandate:" + mandate.id(), "", now));
        return mandate;
    }

    /** Of a ward who is of age the guardianship has no end of its own. */
    private Optional<java.time.Instant> grownUp(Document ward) {
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        return ByLaw.grownUp(ward)
                .filter(at -> at.isAfter(today.atStartOfDay(View.ZONE).toInstant()));
    }

    /** What waits for this officer. */
    List<Mandate> waiting(SignedIn officer) {
        return mandates.claims(areas(officer));
    }

    Optional<Mandate> find(SignedIn officer, UUID id) {
        return mandates.find(id).filter(m -> isFor(officer, m));
    }

    /** @param reason compulsory for a refusal */
    @Transactional
    public boolean decide(SignedIn officer, UUID id, boolean grant, String reason) {
        var mandate = mandates.lock(id).filter(m -> isFor(officer, m)).orElseThrow(() -> new NotFound("mandate " + id));
        var now = clock.instant();
        if (mandate.at(now) != Mandate.State.CLAIMED) return false;
        if (!grant && reason.isBlank()) return false;
        if (grant) mandates.grantedBy(id, ward(officer, mandate).id());
        mandates.event(
                id,
                grant ? Mandate.Event.ACCEPTED : Mandate.Event.REFUSED,
                officer.asActor(),
                officer.name(),
                reason.strip(),
                now);
        audit.record(
                officer.did(grant ? MandateAct.ACCEPTED : MandateAct.REFUSED, "mandate:" + id, reason.strip(), now));
        return true;
    }

    private Account ward(SignedIn officer, Mandate mandate) {
        var method = Proofing.Method.COUNTER;
        var seen = new Proofing(method, Trust.LEVEL_3, clock.instant(), officer.name(), Optional.empty());
        return parties.person(officer, Document.of(mandate.granterNumber()), mandate.granterName(), seen);
    }

    private boolean isFor(SignedIn officer, Mandate mandate) {
        return mandate.evidence() == Mandate.Evidence.DOCUMENT && areas(officer).contains(mandate.area());
    }

    /** A county's office decides for the county; what is claimed for a whole prefecture or the province, their own offices. */
    private Set<String> areas(SignedIn officer) {
        return policy.reach(officer, Deed.DECIDE_GUARDIANSHIP).each(Trait.BODY).stream()
                .flatMap(id -> bodies.find(id).stream())
                .map(PublicBody::area)
                .collect(Collectors.toSet());
    }
}
