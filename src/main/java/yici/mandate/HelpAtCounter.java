package yici.mandate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Account;
import yici.identity.Capacity;
import yici.identity.Deed;
import yici.identity.Parties;
import yici.identity.Policy;
import yici.identity.Proofing;
import yici.identity.Proofings;
import yici.identity.SignedIn;
import yici.identity.Thing.Trait;
import yici.identity.Trust;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.Document;
import yici.kit.Forbidden;
import yici.kit.Ids;

/**
 * An officer at a counter helps a citizen who stands there: after comparing the document, for half an hour, in the area of the counter. The
 * citizen gets a receipt with a code; what is done names both.
 */
@Component
class HelpAtCounter {

    static final Duration HELP = Duration.ofMinutes(30);

    private static final String EASY_TO_READ = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    sealed interface Begun {
        record Helping(Mandate mandate) implements Begun {}

        record Flawed(Map<String, String> flaws) implements Begun {}
    }

    /** @param compared the officer has compared the person with the picture on the document */
    record Typed(String name, String document, String number, String nationality, boolean compared) {}

    private final Mandates mandates;
    private final Parties parties;
    private final Proofings proofings;
    private final Bodies bodies;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    HelpAtCounter(
            Mandates mandates,
            Parties parties,
            Proofings proofings,
            Bodies bodies,
            Policy policy,
            AuditLog audit,
            Clock clock) {
        this.mandates = mandates;
        this.parties = parties;
        this.proofings = proofings;
        this.bodies = bodies;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Begun begin(SignedIn officer, Typed typed) {
        var counter = counter(officer);
        var flaws = new LinkedHashMap<String, String>();
        var name = WhoFields.name(typed.name(), flaws);
        var document = WhoFields.document(typed.document(), typed.number(), typed.nationality(), flaws);
        if (!typed.compared()) flaws.put("compared", "mandate.counter.compared.empty");
        if (!flaws.isEmpty()) return new Begun.Flawed(flaws);

        var known = parties.byNumber(document.orElseThrow().text());
        if (known.filter(account -> !WhoFields.sameName(account.name(), name)).isPresent())
            return new Begun.Flawed(Map.of("name", "mandate.counter.name.other"));
        var citizen = citizen(officer, counter, document.orElseThrow(), name, known);
        return new Begun.Helping(help(officer, counter, citizen));
    }

    private PublicBody counter(SignedIn officer) {
        return policy.reach(officer, Deed.HELP_AT_COUNTER).each(Trait.BODY).stream()
                .findFirst()
                .flatMap(bodies::find)
                .orElseThrow(() -> new Forbidden("help at a counter"));
    }

    private Account citizen(
            SignedIn officer, PublicBody counter, Document document, String name, Optional<Account> known) {
        var seen = new Proofing(
                Proofing.Method.COUNTER,
                Trust.LEVEL_5,
                clock.instant(),
                counter.name().zh() + " " + officer.name(),
                Optional.empty());
        if (known.isEmpty()) return parties.person(officer, document, name, seen);
        if (proofings.level(known.get().id()) != Trust.LEVEL_5)
            proofings.add(known.get().id(), seen, "");
        return known.get();
    }

    private Mandate help(SignedIn officer, PublicBody counter, Account citizen) {
        var now = clock.instant();
        var mandate = Mandate.inForce(
                Ids.fresh(clock),
                Capacity.COUNTER_ASSISTANCE,
                citizen,
                officer.account(),
                officer.name(),
                "",
                counter.area(),
                now,
                Optional.of(now.plus(HELP)),
                Mandate.Evidence.COUNTER,
                code());
        mandates.add(mandate, officer.asActor(), officer.name(), now);
        audit.record(officer.did(MandateAct.HELP_BEGUN, "mandate:" + mandate.id(), "account:" + citizen.id(), now));
        return mandate;
    }

    private static String code() {
        return RANDOM.ints(8, 0, EASY_TO_READ.length())
                .mapToObj(i -> EASY_TO_READ.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
