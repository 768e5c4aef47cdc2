package yici.identity;

import static yici.identity.Thing.Trait.AREA;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Posts;
import yici.kit.Forbidden;
import yici.kit.Masked;
import yici.kit.View;

/** The audit administrator reads the record of acts. Every look is an act itself, with what was asked and why; personal numbers stay masked. */
@Component
class ReadAudit {

    static final int PAGE = 50;

    private static final int SHORTEST_PURPOSE = 4;
    private static final int LONGEST_PURPOSE = 200;
    private static final Pattern ID_NUMBER = Pattern.compile("(?<![0-9a-zA-Z-])[1-9][0-9]{16}[0-9X](?![0-9a-zA-Z-])");
    private static final Pattern PHONE = Pattern.compile("(?<![0-9a-zA-Z-])1[3-9][0-9]{9}(?![0-9a-zA-Z-])");

    /** As typed. @param person a login @param before where the page begins; 0 for the newest */
    record Asked(
            String purpose,
            String person,
            String act,
            String subject,
            String area,
            String from,
            String until,
            long before) {
        static final Asked NOTHING = new Asked("", "", "", "", "", "", "", 0);
    }

    sealed interface Outcome {
        /** @param next where the next page begins; 0 on the last */
        record Found(List<AuditEvent> events, long next) implements Outcome {}

        record Flawed(Map<String, String> flaws) implements Outcome {}
    }

    private final Policy policy;
    private final Accounts accounts;
    private final Posts posts;
    private final Areas areas;
    private final AuditLog audit;
    private final Clock clock;

    ReadAudit(Policy policy, Accounts accounts, Posts posts, Areas areas, AuditLog audit, Clock clock) {
        this.policy = policy;
        this.accounts = accounts;
        this.posts = posts;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** The areas to choose from. */
    List<Area> areas(SignedIn me) {
        policy.check(me, Deed.READ_AUDIT);
        var reach = policy.reach(me, Deed.READ_AUDIT).each(AREA);
        return areas.all().stream()
                .filter(area -> area.level() != Area.Level.OWN_LEVEL && reach.contains(area.code()))
                .toList();
    }

    @Transactional
    Outcome read(SignedIn me, Asked asked) {
        policy.check(me, Deed.READ_AUDIT);

        var flaws = new Flaws();
        if (asked.purpose().strip().length() < SHORTEST_PURPOSE) flaws.add("purpose", "identity.audit.purpose-empty");
        if (asked.purpose().length() > LONGEST_PURPOSE) flaws.add("purpose", "identity.audit.purpose-long");
        var login = Accounts.loginOf(asked.person());
        var person = login.isEmpty()
                ? Optional.<Account>empty()
                : accounts.byLogin(login).map(Accounts.WithPassword::account);
        if (!login.isEmpty() && person.isEmpty()) flaws.add("person", "identity.audit.person-unknown");
        var today = LocalDate.now(clock.withZone(View.ZONE));
        var from = day(flaws, "from", asked.from()).orElse(today.minusMonths(6));
        var until = day(flaws, "until", asked.until()).orElse(today);
        if (until.isBefore(from)) flaws.add("until", "identity.staff.until-before");
        if (!flaws.none()) return new Outcome.Flawed(flaws.byField());

        var question = new AuditLog.Question(
                person.map(account -> "account:" + account.id()),
                actors(me, asked.area()),
                asked.act().strip(),
                asked.subject().strip(),
                from.atStartOfDay(View.ZONE).toInstant(),
                until.plusDays(1).atStartOfDay(View.ZONE).toInstant(),
                asked.before());
        var lines = audit.search(question, PAGE + 1);
        audit.record(me.did(
                IdentityAct.AUDIT_READ, "audit:" + words(asked), asked.purpose().strip(), clock.instant()));
        return found(lines);
    }

    private static Outcome.Found found(List<AuditLog.Look> lines) {
        var shown = lines.subList(0, Math.min(PAGE, lines.size()));
        return new Outcome.Found(
                shown.stream().map(line -> masked(line.event())).toList(),
                lines.size() > PAGE ? shown.getLast().id() : 0);
    }

    /** An area's acts are those of its staff. Who audits the province sees citizens, the system and everybody else as well. */
    private Optional<Collection<String>> actors(SignedIn me, String area) {
        var reach = policy.reach(me, Deed.READ_AUDIT);
        var province = areas.province().code();
        if (!area.isEmpty() && !reach.covers(Thing.in(area))) throw new Forbidden("audit of " + area);
        if (reach.covers(Thing.in(province)) && (area.isEmpty() || area.equals(province))) return Optional.empty();
        var within = area.isEmpty()
                ? reach.each(AREA)
                : areas.within(area).stream().map(Area::code).toList();
        return Optional.of(posts.peopleOf(within).stream()
                .map(account -> "account:" + account)
                .collect(Collectors.toSet()));
    }

    private static Optional<LocalDate> day(Flaws flaws, String field, String typed) {
        if (typed.isBlank()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            flaws.add(field, "identity.staff.day-wrong");
            return Optional.empty();
        }
    }

    private static String words(Asked asked) {
        return List.of(asked.person(), asked.act(), asked.subject(), asked.area(), asked.from(), asked.until()).stream()
                .map(part -> part.isBlank() ? "*" : part.strip())
                .map(part -> part.substring(0, Math.min(100, part.length())))
                .collect(Collectors.joining(" "));
    }

    private static AuditEvent masked(AuditEvent event) {
        return new AuditEvent(
                event.act(),
                event.actor(),
                event.actorName(),
                event.onBehalfOf(),
                masked(event.subject()),
                masked(event.reason()),
                event.at());
    }

    static String masked(String text) {
        var numbers = ID_NUMBER.matcher(text).replaceAll(found -> Masked.number(found.group()));
        return PHONE.matcher(numbers).replaceAll(found -> Masked.phone(found.group()));
    }
}
