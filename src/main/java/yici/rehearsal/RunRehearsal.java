package yici.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.application.Application;
import yici.application.Applications;
import yici.application.Applications.Filed;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.catalogue.AreaVariants;
import yici.catalogue.Catalogue;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Ids;
import yici.rehearsal.Rehearsal.State;
import yici.rehearsal.Rehearsals.Progress;

/**
 * Looks at the applications of the last year page by page, the newest first, and writes down what would have been otherwise. Bounded in number
 * and time; each page is one transaction with its findings and with the line in the ledger of everybody whose application was looked at.
 */
@Component
class RunRehearsal {

    static final int MOST = 20_000;
    static final int MOST_LISTED = 5_000;
    private static final int PAGE = 200;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration NO_SIGN = Duration.ofMinutes(2);

    private final Rehearsals rehearsals;
    private final Findings findings;
    private final Applications applications;
    private final Catalogue catalogue;
    private final AreaVariants variants;
    private final WhoDecides whoDecides;
    private final Areas areas;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunRehearsal(
            Rehearsals rehearsals,
            Findings findings,
            Applications applications,
            Catalogue catalogue,
            AreaVariants variants,
            WhoDecides whoDecides,
            Areas areas,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.rehearsals = rehearsals;
        this.findings = findings;
        this.applications = applications;
        this.catalogue = catalogue;
        this.variants = variants;
        this.whoDecides = whoDecides;
        this.areas = areas;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does nothing when it is over or in other hands. */
    void run(UUID id) {
        var runner = Ids.fresh(clock);
        var now = clock.instant();
        var mine = transaction.execute(_ -> {
            if (!rehearsals.claim(id, runner, now, now.minus(NO_SIGN))) return false;
            findings.forget(id);
            return true;
        });
        if (!Boolean.TRUE.equals(mine)) return;
        try {
            var end = new Run(rehearsals.find(id).orElseThrow(), runner).toTheEnd();
            end.ifPresent(
                    state -> transaction.executeWithoutResult(_ -> rehearsals.end(id, runner, state, clock.instant())));
        } catch (RuntimeException e) {
            transaction.executeWithoutResult(_ -> rehearsals.end(id, runner, State.FAILED, clock.instant()));
            throw e;
        }
    }

    /** One of them, by one runner. */
    private final class Run {

        private final Rehearsal rehearsal;
        private final UUID runner;
        private final Filed filed;
        private final Texts texts;
        private final long begun = System.nanoTime();
        private int total;
        private boolean beyond;
        private int looked;
        private int differing;
        private int stuck;

        Run(Rehearsal rehearsal, UUID runner) {
            this.rehearsal = rehearsal;
            this.runner = runner;
            var codes = areas.within(rehearsal.area()).stream().map(Area::code).toList();
            var until = rehearsal.begunAt();
            this.filed = new Filed(rehearsal.lifeEvent(), codes, until.minus(Duration.ofDays(365)), until);
            this.texts = new Texts(
                    catalogue,
                    variants,
                    variants.ground(rehearsal.lifeEvent(), rehearsal.area(), rehearsal.effectiveFrom()),
                    rehearsals.tried(rehearsal.id()),
                    rehearsal.area(),
                    rehearsal.effectiveFrom());
        }

        /** Empty when another runner has taken over. */
        Optional<State> toTheEnd() {
            int all = applications.count(filed, MOST + 1);
            total = Math.min(all, MOST);
            beyond = all > MOST;
            Optional<Application> last = Optional.empty();
            while (looked < total) {
                var page = applications.page(filed, last, Math.min(PAGE, total - looked));
                if (page.isEmpty()) break;
                var goesOn = transaction.execute(_ -> lookAt(page));
                if (!Boolean.TRUE.equals(goesOn)) return Optional.empty();
                last = Optional.of(page.getLast());
                if (System.nanoTime() - begun > LONGEST.toNanos()) return Optional.of(State.OUT_OF_TIME);
            }
            return Optional.of(State.DONE);
        }

        private boolean lookAt(List<Application> page) {
            var cases = new ArrayList<Findings.Case>();
            var counts = new HashMap<String, Map<String, Integer>>();
            for (var application : page) {
                looked++;
                add(counts, application.area(), Findings.LOOKED);
                var differences = differences(application);
                if (differences.isEmpty()) continue;
                differing++;
                add(counts, application.area(), Findings.ANY);
                differences.stream()
                        .map(d -> d.kind().name())
                        .distinct()
                        .forEach(kind -> add(counts, application.area(), kind));
                if (differing <= MOST_LISTED) cases.add(listed(application, differences));
            }
            findings.add(rehearsal.id(), cases);
            findings.count(rehearsal.id(), counts);
            audit.record(page.stream().map(this::look).toList());
            return rehearsals.progress(
                    rehearsal.id(), runner, new Progress(total, beyond, looked, differing, stuck), clock.instant());
        }

        private List<Difference> differences(Application application) {
            var pair = texts.of(application.area());
            if (pair.after().isEmpty()) {
                stuck++;
                return List.of();
            }
            var after = pair.after().get();
            var was = pair.before().become(application);
            var now = after.become(application);
            var offices = whoDecides.otherwise(
                    pair.before().guide(), after.guide(), was.plan().items(), application);
            return Compare.of(
                    new Compare.Side(pair.before().guide(), was, offices.was()),
                    new Compare.Side(after.guide(), now, offices.now()));
        }

        private Findings.Case listed(Application application, List<Difference> differences) {
            return new Findings.Case(
                    differing,
                    covered(application.number()),
                    application.area(),
                    month(application.submittedAt()),
                    differences);
        }

        /** So that everybody can see who has used their application, and what for. */
        private AuditEvent look(Application application) {
            return new AuditEvent(
                    RehearsalAct.REHEARSAL_LOOKED,
                    "account:" + rehearsal.by(),
                    rehearsal.byName(),
                    "account:" + application.applicant(),
                    rehearsal.subject(),
                    rehearsal.purpose(),
                    clock.instant());
        }

        private static void add(Map<String, Map<String, Integer>> counts, String area, String kind) {
            counts.computeIfAbsent(area, _ -> new HashMap<>()).merge(kind, 1, Integer::sum);
        }
    }

    /** Area and month are left: {@code 430523-2611**-******-*}. */
    static String covered(String number) {
        return number.length() < 12
                ? "*"
                : number.substring(0, 11) + number.substring(11).replaceAll("[0-9]", "*");
    }

    private static String month(Instant at) {
        return java.time.YearMonth.from(at.atZone(yici.kit.View.ZONE)).toString();
    }
}
