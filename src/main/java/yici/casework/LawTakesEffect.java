package yici.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.calendar.Cause;
import yici.calendar.Silence;
import yici.calendar.Supervision;
import yici.kit.View;

/**
 * What the law makes of time that ran out: an application nobody answered counts as accepted, a renewal nobody decided as granted, a body
 * that is late is late. Each is written down once, under the lock of its application, with the moment of the law and not that of the job
 * that noticed: a node may have slept for a week.
 */
@Component
class LawTakesEffect {

    private static final Logger log = LoggerFactory.getLogger(LawTakesEffect.class);
    private static final int AT_ONCE = 200;
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final JdbcClient db;
    private final Bundles bundles;
    private final OpenWork openWork;
    private final SaveWork save;
    private final IssuePaper papers;
    private final OwedRanOut owed;
    private final BeginNotice beginNotice;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    LawTakesEffect(
            JdbcClient db,
            Bundles bundles,
            OpenWork openWork,
            SaveWork save,
            IssuePaper papers,
            OwedRanOut owed,
            BeginNotice beginNotice,
            Clocks clocks,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.db = db;
        this.bundles = bundles;
        this.openWork = openWork;
        this.save = save;
        this.papers = papers;
        this.owed = owed;
        this.beginNotice = beginNotice;
        this.clocks = clocks;
        this.events = events;
        this.transaction = transaction;
    }

    /** Everything that is due, application by application; one that fails is left for the next time and keeps no other back. */
    void takesEffect() {
        for (var due = due(); !due.isEmpty(); ) {
            int failed = 0;
            for (var application : due) {
                if (Thread.currentThread().isInterrupted())
                    return; // the product stops; what is left waits for the next start
                failed += fails(application) ? 1 : 0;
            }
            due = failed > 0 || due.size() < AT_ONCE ? List.of() : due();
        }
    }

    private boolean fails(UUID application) {
        try {
            takesEffect(application);
            return false;
        } catch (RuntimeException e) {
            log.error("the law takes no effect on {}", application, e);
            return true;
        }
    }

    /** Applications with something that ran out, the longest ago first. */
    List<UUID> due() {
        return db.sql("""
                        select application_id from (
                            (select application_id, ends_at as at from casework.clock
                             where state = 'RUNNING' and fired_at is null and ends_at <= :now order by ends_at limit :limit)
                            union all
                            (select application_id, (red_on::timestamp at time zone 'Asia/Shanghai') from casework.clock
                             where state = 'RUNNING' and told = 2 and red_on <= :today order by red_on limit :limit)
                            union all
                            (select application_id, (planned_on::timestamp at time zone 'Asia/Shanghai') from casework.pause
                             where resumed_on is null and planned_on < :today and no > 0 and cause <> 'OWED' order by planned_on limit :limit)
                            union all
                            (select application_id, (remind_on::timestamp at time zone 'Asia/Shanghai') from casework.clock
                             where state = 'RUNNING' and remind_on <= :today order by remind_on limit :limit)) ran_out
                        group by application_id order by min(at) limit :limit
                        """)
                .param("now", clocks.now().atOffset(ZoneOffset.UTC))
                .param("today", clocks.today())
                .param("limit", AT_ONCE)
                .query((row, _) -> row.getObject("application_id", UUID.class))
                .list();
    }

    void takesEffect(UUID application) {
        transaction.executeWithoutResult(_ -> bundles.lock(application).ifPresent(bundle -> {
            var work = openWork.of(bundle);
            takesEffect(work);
            beginNotice.where(work);
            work.settle();
            save.save(work);
        }));
    }

    /** In the order in which it happened: what one brings about may keep the next from happening. */
    void takesEffect(Work work) {
        for (var next = next(work); next.isPresent(); next = next(work)) {
            var event = next.get();
            work.asOf(event.at(), () -> {
                event.effect().run();
                work.settle(); // what follows from it, for other cases and the whole, has the same lawful day
            });
        }
    }

    private record Event(Instant at, Runnable effect) {}

    private Optional<Event> next(Work work) {
        var now = clocks.now();
        var clock = work.clocks()
                .nextToFire(now)
                .map(c -> new Event(c.dates().endsAt().orElse(now), () -> ranOut(work, c)));
        var red = work.clocks().all().stream()
                .filter(this::turnsRed)
                .findFirst()
                .map(c -> new Event(morning(c.dates().redOn().orElse(clocks.today())), () -> turnRed(work, c)));
        var over = work.clocks().stands().stream()
                .filter(s -> s.no() != RunningClocks.WHOLE && s.cause() != Cause.OWED && s.isOver(clocks.today()))
                .findFirst()
                .map(s -> new Event(evening(s.plannedOn().orElseThrow()), () -> over(work, s)));
        var remind = work.clocks().all().stream()
                .filter(c -> c.hasToRemind(clocks.today()))
                .findFirst()
                .map(c -> new Event(now, () -> owed.remind(work, c)));
        return Stream.of(clock, red, over, remind).flatMap(Optional::stream).min(Comparator.comparing(Event::at));
    }

    private void ranOut(Work work, CaseClock clock) {
        var silence = clock.clock().rule().silence();
        boolean late = silence == Silence.OVERRUN;
        work.clocks().put(clock.fired(clocks.now(), late ? Supervision.YELLOW.code() : 0));
        switch (silence) {
            case DEEMED_ACCEPTED -> deemAccepted(work, clock.no());
            case DEEMED_RENEWED -> deemRenewed(work, clock.no());
            case OVERRUN -> overrun(work, clock);
            case OUTCOME_OF_OWED -> owed.missed(work, clock.no());
            case RIGHT_LAPSES -> work.clocks().end(clock.key(), work.today());
            case NONE, CONSENT, ABANDONED -> {}
        }
    }

    /** From the day it was received (Administrative Licence Law, article 32). */
    private void deemAccepted(Work work, int no) {
        if (!work.allows(no, CaseStep.DEEM_ACCEPTED)) return;
        work.step(no, CaseStep.DEEM_ACCEPTED, Actor.RULES, "");
        work.line(no, CaseAct.DEEMED_ACCEPTED, Actor.RULES, "");
        papers.of(work, no, DocumentKind.ACCEPTANCE, Map.of("silence", "true"));
    }

    /** Filed in time and undecided when the old licence ran out: granted (article 50). */
    private void deemRenewed(Work work, int no) {
        deemAccepted(work, no);
        if (!work.allows(no, CaseStep.APPROVE)) return;
        work.step(no, CaseStep.APPROVE, Actor.RULES, "");
        work.line(no, CaseAct.RENEWED_BY_LAW, Actor.RULES, "");
        papers.of(work, no, DocumentKind.APPROVAL, Map.of("renewedByLaw", "true"));
        work.settle();
    }

    private void overrun(Work work, CaseClock clock) {
        work.line(clock.no(), late(clock), Actor.RULES, "");
        tell(work, clock, Supervision.YELLOW);
    }

    private static CaseAct late(CaseClock clock) {
        return switch (clock.rule()) {
            case CaseTime.PROMISED -> CaseAct.PROMISE_OVERRUN;
            case CaseTime.DELIVERY -> CaseAct.DELIVERY_OVERRUN;
            case CaseTime.COMMITMENT -> CaseAct.CHECK_OVERRUN;
            case CaseTime.OBJECTION -> CaseAct.OBJECTION_OVERRUN;
            case CaseTime.WHOLE_PROMISED, CaseTime.JOINT -> CaseAct.WHOLE_OVERRUN;
            default -> CaseAct.LIMIT_OVERRUN;
        };
    }

    private boolean turnsRed(CaseClock clock) {
        return clock.state() == CaseClock.State.RUNNING
                && clock.told() == Supervision.YELLOW.code()
                && clock.dates()
                        .redOn()
                        .filter(on -> !on.isAfter(clocks.today()))
                        .isPresent();
    }

    private void turnRed(Work work, CaseClock clock) {
        work.clocks().put(clock.fired(clock.firedAt().orElse(clocks.now()), Supervision.RED.code()));
        tell(work, clock, Supervision.RED);
    }

    private void tell(Work work, CaseClock clock, Supervision level) {
        boolean whole = clock.no() == RunningClocks.WHOLE;
        events.publishEvent(new LimitOverrun(
                work.bundle().application(),
                work.bundle().number(),
                clock.no(),
                clock.attempt(),
                whole ? work.bundle().name() : work.get(clock.no()).name(),
                clock.rule(),
                whole ? Optional.empty() : work.get(clock.no()).body(),
                clock.area(),
                level,
                clock.dates().due().orElse(work.today()),
                work.today()));
    }

    /** The time that was named for a hearing, a review, a public notice is over: the limits run again. */
    private void over(Work work, Stand stand) {
        if (work.allows(stand.no(), CaseStep.RUN_AGAIN)) {
            work.step(stand.no(), CaseStep.RUN_AGAIN, Actor.RULES, "");
            work.line(stand.no(), CaseAct.RESUMED, Actor.RULES, "");
        } else work.clocks().resume(stand.no(), work.today());
    }

    private static Instant morning(LocalDate day) {
        return day.atStartOfDay(View.ZONE).toInstant();
    }

    private static Instant evening(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(View.ZONE).toInstant();
    }
}
