package yici.casework;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.calendar.CalendarChanged;
import yici.calendar.Calendars;
import yici.calendar.ClockRule;
import yici.calendar.Reckoning;
import yici.calendar.WorkCalendar;
import yici.kit.Badge;

/**
 * A calendar published today moves the last day of every open clock it touches, each case with a line in its trail, and nothing that is
 * closed. The job is queued in the transaction of the publication and goes through the applications in the order of their ids, some hundred
 * to a transaction, under the same locks as everybody; begun anew after a fall, it finds only what is left to do.
 */
@Component
class FollowCalendar {

    /** @param scope digits an area's code begins with; empty for the whole country */
    record Change(long version, String scope, LocalDate from, LocalDate to, boolean yearPublished)
            implements Serializable {}

    static final TaskDescriptor<Change> FOLLOW = TaskDescriptor.of("follow-calendar", Change.class);
    private static final int APPLICATIONS = 400;
    private static final int WORKERS = 2;

    private final JdbcClient db;
    private final Calendars calendars;
    private final Clocks clocks;
    private final TransactionTemplate transaction;
    private final SchedulerClient client;

    FollowCalendar(
            JdbcClient db, Calendars calendars, Clocks clocks, TransactionTemplate transaction, DataSource dataSource) {
        this.db = db;
        this.calendars = calendars;
        this.clocks = clocks;
        this.transaction = transaction;
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(RegisterChecks.TABLE)
                .build();
    }

    @EventListener
    void on(CalendarChanged event) {
        var year = LocalDate.of(event.year(), 1, 1);
        var from = event.yearPublished()
                ? year
                : event.days().stream().min(LocalDate::compareTo).orElse(year);
        var to = event.yearPublished()
                ? year.plusYears(1)
                : event.days().stream().max(LocalDate::compareTo).orElse(year);
        var change = new Change(event.version(), prefix(event.scope()), from, to, event.yearPublished());
        client.scheduleIfNotExists(
                FOLLOW.instance("" + event.version()).data(change).scheduledTo(clocks.now()));
    }

    /** 433100000000 speaks for 433101000000. */
    private static String prefix(String area) {
        return area.replaceFirst("(00)+$", "");
    }

    /** @return how many clocks have another last day */
    int follow(Change change) {
        var way = new Way(change);
        var law = asOf(change.version());
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            return IntStream.range(0, WORKERS)
                    .mapToObj(_ ->
                            CompletableFuture.supplyAsync(() -> Badge.HOUSE.wearing(() -> follow(way, law)), workers))
                    .toList()
                    .stream()
                    .mapToInt(CompletableFuture::join)
                    .sum();
        }
    }

    private int follow(Way way, RunningClocks.Law law) {
        int moved = 0;
        for (var touched = way.next(); !touched.isEmpty(); touched = way.next()) {
            var these = touched;
            moved += Optional.ofNullable(transaction.execute(_ -> follow(these, law)))
                    .orElse(0);
        }
        return moved;
    }

    /** Through the applications in the order of their ids; each lot is given to one worker. */
    private final class Way {
        private final Change change;
        private UUID after = new UUID(0, 0);

        Way(Change change) {
            this.change = change;
        }

        synchronized List<UUID> next() {
            var touched = touched(change, after);
            if (!touched.isEmpty()) after = touched.getLast();
            return touched;
        }
    }

    /** This node may not have heard of the publication yet. */
    private RunningClocks.Law asOf(long version) {
        return new RunningClocks.Law() {
            @Override
            public ClockRule rule(String key) {
                return clocks.rule(key);
            }

            @Override
            public ClockRule rule(String key, int edition) {
                return clocks.rule(key, edition);
            }

            @Override
            public WorkCalendar calendar(String area) {
                return known.computeIfAbsent(area, a -> calendars.asOf(version, a));
            }

            private final Map<String, WorkCalendar> known = new ConcurrentHashMap<>();
        };
    }

    private int follow(List<UUID> touched, RunningClocks.Law law) {
        var applications = lock(touched);
        var moved = new ArrayList<Moved>();
        var worked = new ArrayList<Worked>();
        for (var each : clocksOf(applications, law).entrySet()) {
            var running = each.getValue();
            var before = running.recompute();
            running.changed().forEach(c -> worked.add(new Worked(each.getKey(), c)));
            for (var clock : before)
                moved.add(Moved.of(
                        each.getKey(),
                        clock,
                        clock.dates().due(),
                        running.get(clock.key()).dates().due()));
        }
        write(worked);
        copyToCases(applications);
        int clocksMoved = moved.size();
        moved.addAll(expectAnew(worked, law));
        tell(moved);
        return clocksMoved;
    }

    private record Worked(UUID application, CaseClock clock) {}

    private record Moved(
            UUID application, int no, int attempt, String rule, Optional<LocalDate> was, Optional<LocalDate> due) {
        static Moved of(UUID application, CaseClock clock, Optional<LocalDate> was, Optional<LocalDate> due) {
            return new Moved(application, clock.no(), clock.attempt(), clock.rule(), was, due);
        }
    }

    /** While the promise stands still its case shows the day to be expected; that follows the calendar, too. */
    private List<Moved> expectAnew(List<Worked> worked, RunningClocks.Law law) {
        var standing = worked.stream()
                .filter(w -> w.clock().no() != RunningClocks.WHOLE
                        && w.clock().rule().equals(CaseTime.PROMISED)
                        && w.clock().state() == CaseClock.State.STANDING)
                .toList();
        if (standing.isEmpty()) return List.of();
        var shown = shown(standing);
        var moved = new ArrayList<Moved>();
        for (var each : standing) {
            var clock = each.clock();
            var was = Optional.ofNullable(shown.get(new Case(each.application(), clock.no(), clock.attempt())));
            var due = Reckoning.due(clock.clock(), law.calendar(clock.area())).lastDay();
            if (was.isPresent() && due.isPresent() && !was.equals(due))
                moved.add(Moved.of(each.application(), clock, was, due));
        }
        db.sql("""
                        update casework.case_file f set due_on = m.due
                        from unnest(:ids::uuid[], :nos::smallint[], :due::date[]) as m (id, no, due)
                        where f.application_id = m.id and f.no = m.no
                        """)
                .param("ids", Columns.of(moved, m -> m.application().toString()))
                .param("nos", Columns.of(moved, m -> "" + m.no()))
                .param("due", Columns.of(moved, m -> Columns.text(m.due())))
                .update();
        return moved;
    }

    private record Case(UUID application, int no, int attempt) {}

    private Map<Case, LocalDate> shown(List<Worked> standing) {
        return db
                .sql(
                        "select application_id, no, attempt, due_on from casework.case_file where application_id = any(:ids)")
                .param("ids", standing.stream().map(Worked::application).toArray(UUID[]::new))
                .query((row, _) -> Map.entry(
                        new Case(row.getObject("application_id", UUID.class), row.getInt("no"), row.getInt("attempt")),
                        row.getObject("due_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** As PostgreSQL orders ids. */
    private List<UUID> touched(Change change, UUID after) {
        return db.sql("""
                        select distinct application_id from casework.clock
                        where application_id > :after and state <> 'ENDED' and calendar < :version and area like :scope
                          and started_at < (:to::date + 1)::timestamp at time zone 'Asia/Shanghai'
                          and (state = 'STANDING' or red_on >= :from or (:yearPublished and provisional))
                        order by application_id limit :limit
                        """)
                .param("after", after)
                .param("version", change.version())
                .param("scope", change.scope() + "%")
                .param("from", change.from())
                .param("to", change.to())
                .param("yearPublished", change.yearPublished())
                .param("limit", APPLICATIONS)
                .query((row, _) -> row.getObject("application_id", UUID.class))
                .list();
    }

    private List<UUID> lock(List<UUID> touched) {
        return db.sql("""
                        select application_id from casework.bundle where application_id = any(:ids)
                        order by application_id for no key update
                        """)
                .param("ids", touched.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("application_id", UUID.class))
                .list();
    }

    private Map<UUID, RunningClocks> clocksOf(List<UUID> applications, RunningClocks.Law law) {
        var ids = applications.toArray(UUID[]::new);
        var stands = db
                .sql("""
                        select application_id, no, attempt, seq, cause, reason, told_by, told_on, planned_on, resumed_on
                        from casework.pause where application_id = any(:ids) order by no, attempt, seq
                        """)
                .param("ids", ids)
                .query((row, _) -> Map.entry(row.getObject("application_id", UUID.class), ClockStore.stand(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var clocks = db
                .sql(ClockStore.CLOCK + "where c.application_id = any(:ids) and c.state <> 'ENDED'")
                .param("ids", ids)
                .query((row, _) -> clock(row, law, stands))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var running = new LinkedHashMap<UUID, RunningClocks>();
        clocks.forEach((id, list) -> running.put(id, new RunningClocks(law, list, stands.getOrDefault(id, List.of()))));
        return running;
    }

    private static Map.Entry<UUID, CaseClock> clock(ResultSet row, RunningClocks.Law law, Map<UUID, List<Stand>> stands)
            throws SQLException {
        var id = row.getObject("application_id", UUID.class);
        return Map.entry(id, ClockStore.clock(row, law, stands.getOrDefault(id, List.of())));
    }

    private void write(List<Worked> worked) {
        db.sql("""
                        update casework.clock set due_on = w.due_on, ends_at = w.ends_at, warn_on = w.warn_on, red_on = w.red_on,
                            remind_on = w.remind_on, provisional = w.provisional, calendar = w.calendar
                        from unnest(:ids::uuid[], :nos::smallint[], :attempts::smallint[], :rules::text[], :due::date[],
                            :ends::timestamptz[], :warn::date[], :red::date[], :remind::date[],
                            :provisional::boolean[], :calendars::bigint[])
                            as w (id, no, attempt, rule, due_on, ends_at, warn_on, red_on, remind_on, provisional, calendar)
                        where clock.application_id = w.id and clock.no = w.no and clock.attempt = w.attempt and clock.rule = w.rule
                        """)
                .param("ids", Columns.of(worked, w -> w.application().toString()))
                .param("nos", Columns.of(worked, w -> "" + w.clock().no()))
                .param("attempts", Columns.of(worked, w -> "" + w.clock().attempt()))
                .param("rules", Columns.of(worked, w -> w.clock().rule()))
                .param(
                        "due",
                        Columns.of(worked, w -> Columns.text(w.clock().dates().due())))
                .param(
                        "ends",
                        Columns.of(worked, w -> Columns.text(w.clock().dates().endsAt())))
                .param(
                        "warn",
                        Columns.of(worked, w -> Columns.text(w.clock().dates().warnOn())))
                .param(
                        "red",
                        Columns.of(worked, w -> Columns.text(w.clock().dates().redOn())))
                .param(
                        "remind",
                        Columns.of(worked, w -> Columns.text(w.clock().dates().remindOn())))
                .param(
                        "provisional",
                        Columns.of(worked, w -> "" + w.clock().dates().provisional()))
                .param(
                        "calendars",
                        Columns.of(worked, w -> "" + w.clock().dates().calendar()))
                .update();
    }

    /** The desk's days, as {@link CaseTime#show} copies them for one case. */
    private void copyToCases(List<UUID> applications) {
        db.sql("""
                        update casework.case_file f set accept_by = d.accept_by, due_on = d.due_on, statutory_due = d.statutory_due,
                            warn_on = d.warn_on, red_on = d.red_on, provisional = d.provisional
                        from (
                            select c.application_id, c.no, c.attempt,
                                max(c.due_on) filter (where c.rule = 'licence.correction') as accept_by,
                                coalesce(max(c.due_on) filter (where c.rule = 'licence.promised'), f.due_on) as due_on,
                                coalesce(max(c.due_on) filter (where c.rule = 'licence.decision'), f.statutory_due) as statutory_due,
                                (array_agg(c.warn_on order by c.due_on) filter (where c.rule <> 'licence.correction'))[1] as warn_on,
                                (array_agg(c.red_on order by c.due_on) filter (where c.rule <> 'licence.correction'))[1] as red_on,
                                coalesce(bool_or(c.provisional) filter (where c.rule = 'licence.promised'), false) as provisional
                            from casework.clock c
                            join casework.case_file f on f.application_id = c.application_id and f.no = c.no and f.attempt = c.attempt
                            where c.application_id = any(:ids) and c.no > 0 and c.state = 'RUNNING'
                              and c.rule in ('licence.correction', 'licence.promised', 'licence.decision', 'notice.objection')
                            group by c.application_id, c.no, c.attempt, f.due_on, f.statutory_due) d
                        where f.application_id = d.application_id and f.no = d.no and f.attempt = d.attempt and f.stage in (1, 2, 4)
                          and (f.accept_by, f.due_on, f.statutory_due, f.warn_on, f.red_on, f.provisional)
                              is distinct from (d.accept_by, d.due_on, d.statutory_due, d.warn_on, d.red_on, d.provisional)
                        """).param("ids", applications.toArray(UUID[]::new)).update();
    }

    /** One line for each case whose promise moved, and one for the whole; the lines of an application follow each other. */
    private void tell(List<Moved> moved) {
        var told = moved.stream()
                .filter(m -> m.rule().equals(CaseTime.PROMISED) || m.rule().equals(CaseTime.WHOLE_PROMISED))
                .toList();
        if (told.isEmpty()) return;
        db.sql("""
                        with moved as (
                            select m.id, m.no, m.attempt, m.was, m.due, row_number() over (partition by m.id order by m.no) as n
                            from unnest(:ids::uuid[], :nos::smallint[], :attempts::smallint[], :was::date[], :due::date[])
                                as m (id, no, attempt, was, due)
                        ), lines as (
                            insert into casework.act (application_id, seq, no, attempt, kind, by_whom, actor_name, body_id, note, at)
                            select m.id, b.acts + m.n, m.no, m.attempt, 'CALENDAR_MOVED', 'RULES', '', coalesce(f.body_id, ''),
                                m.was || ' → ' || m.due, :now
                            from moved m join casework.bundle b on b.application_id = m.id
                            left join casework.case_file f on f.application_id = m.id and f.no = m.no
                        )
                        update casework.bundle b set acts = b.acts + m.lines, joint_due = coalesce(m.due, b.joint_due)
                        from (select id, count(*) as lines, max(due) filter (where no = 0) as due from moved group by id) m
                        where b.application_id = m.id
                        """)
                .param("ids", Columns.of(told, m -> m.application().toString()))
                .param("nos", Columns.of(told, m -> "" + m.no()))
                .param("attempts", Columns.of(told, m -> "" + m.attempt()))
                .param("was", Columns.of(told, m -> Columns.text(m.was())))
                .param("due", Columns.of(told, m -> Columns.text(m.due())))
                .param("now", clocks.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
