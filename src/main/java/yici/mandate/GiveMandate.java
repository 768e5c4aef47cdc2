package yici.mandate;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.catalogue.Catalogue;
import yici.catalogue.Listed;
import yici.identity.Account;
import yici.identity.Accounts;
import yici.identity.Capacity;
import yici.identity.Parties;
import yici.identity.SignedIn;
import yici.identity.StepUp;
import yici.identity.TellOwner;
import yici.identity.Trust;
import yici.jurisdiction.Areas;
import yici.kit.Document;
import yici.kit.Forbidden;
import yici.kit.Ids;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.View;

/**
 * A person, or a firm by its legal representative, lets somebody act. The offer waits for whoever has the document, who is told of it; whether
 * there is such an account is not told.
 */
@Component
class GiveMandate {

    static final int LONGEST_YEARS = 3;

    sealed interface Given {
        record Offered(Mandate mandate) implements Given {}

        /** @param flaws keys of words, by field */
        record Flawed(Map<String, String> flaws) implements Given {}
    }

    /** @param lifeEvents empty for all; @param until the last day */
    record Typed(
            String name,
            String document,
            String number,
            String nationality,
            Set<String> lifeEvents,
            String area,
            String until) {}

    private final Mandates mandates;
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final Areas areas;
    private final Parties parties;
    private final TellOwner tellOwner;
    private final AuditLog audit;
    private final Clock clock;

    GiveMandate(
            Mandates mandates,
            Accounts accounts,
            Catalogue catalogue,
            Areas areas,
            Parties parties,
            TellOwner tellOwner,
            AuditLog audit,
            Clock clock) {
        this.mandates = mandates;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.areas = areas;
        this.parties = parties;
        this.tellOwner = tellOwner;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Given give(SignedIn me, Typed typed) {
        if (!me.mayGiveMandates()) throw new Forbidden("give a mandate");
        me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());

        var granter = accounts.find(me.account()).orElseThrow(() -> new NotFound("account"));
        var flaws = new LinkedHashMap<String, String>();
        var name = WhoFields.name(typed.name(), flaws);
        var document = WhoFields.document(typed.document(), typed.number(), typed.nationality(), flaws);
        if (document.filter(d -> d.text().equals(granter.number())).isPresent())
            flaws.put("number", "mandate.give.self");
        var named = named(typed.lifeEvents());
        if (!typed.lifeEvents().isEmpty() && named.isEmpty()) flaws.put("life-events", "mandate.give.events.unknown");
        if (areas.find(typed.area()).isEmpty()) flaws.put("area", "mandate.give.area.choose");
        var until = until(typed.until(), flaws);
        if (!flaws.isEmpty()) return new Given.Flawed(flaws);

        return new Given.Offered(
                offer(me, granter, name, document.orElseThrow(), named, typed.area(), until.orElseThrow()));
    }

    private Mandate offer(
            SignedIn me,
            Account granter,
            String name,
            Document document,
            List<String> lifeEvents,
            String area,
            Instant until) {
        var now = clock.instant();
        var mandate = new Mandate(
                Ids.fresh(clock),
                Capacity.AGENT,
                granter.id(),
                granter.name(),
                granter.number(),
                Optional.empty(),
                name,
                document.text(),
                lifeEvents,
                areas.get(area).code(),
                now,
                Optional.of(until),
                Mandate.Evidence.GIVEN,
                "",
                Optional.empty(),
                Mandate.Event.OFFERED,
                "");
        mandates.add(mandate, me.asActor(), me.personName(), now);
        parties.byNumber(mandate.granteeNumber())
                .ifPresent(asked -> tellOwner.tell(asked.id(), "mandate.notice.offered", Language.ZH, granter.name()));
        audit.record(me.did(MandateAct.OFFERED, "mandate:" + mandate.id(), String.join(" ", lifeEvents), now));
        return mandate;
    }

    private List<String> named(Set<String> chosen) {
        var known = catalogue.lifeEvents().stream().map(Listed::code).collect(Collectors.toSet());
        return chosen.stream().filter(known::contains).sorted().toList();
    }

    private Optional<Instant> until(String typed, Map<String, String> flaws) {
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.isBefore(today)) flaws.put("until", "mandate.give.until.past");
            else if (day.isAfter(today.plusYears(LONGEST_YEARS))) flaws.put("until", "mandate.give.until.far");
            else return Optional.of(day.plusDays(1).atStartOfDay(View.ZONE).toInstant());
        } catch (DateTimeException e) {
            flaws.put("until", "mandate.give.until.wrong");
        }
        return Optional.empty();
    }
}
