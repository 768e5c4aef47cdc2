package yici.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.calendar.Cause;
import yici.calendar.Extended;
import yici.calendar.LegalClock;
import yici.calendar.Limit;
import yici.calendar.Unit;
import yici.kit.View;

/** The clocks of an application in the database; read and written under the lock of its bundle. */
@Component
class ClockStore {

    static final String CLOCK = """
            select c.application_id, c.no, c.attempt, c.rule, c.edition, c.area, c.limit_value, c.limit_unit, c.started_at, c.extended_value,
                   c.extended_on, c.used_before, c.ended_on, c.due_on, c.ends_at, c.warn_on, c.red_on, c.provisional, c.calendar,
                   c.fired_at, c.told, c.remind_on, c.reminded_on
            from casework.clock c
            """;

    private final JdbcClient db;
    private final Clocks law;

    ClockStore(JdbcClient db, Clocks law) {
        this.db = db;
        this.law = law;
    }

    RunningClocks of(UUID application) {
        var stands = stands(application);
        var clocks = db.sql(CLOCK + "where c.application_id = :id order by c.no, c.attempt")
                .param("id", application)
                .query((row, _) -> clock(row, law, stands))
                .list();
        return new RunningClocks(law, clocks, stands);
    }

    private List<Stand> stands(UUID application) {
        return db.sql("""
                        select no, attempt, seq, cause, reason, told_by, told_on, planned_on, resumed_on from casework.pause
                        where application_id = :id order by no, attempt, seq
                        """)
                .param("id", application)
                .query((row, _) -> stand(row))
                .list();
    }

    void save(UUID application, RunningClocks running) {
        saveStands(application, running.changedStands());
        saveClocks(application, running.changed());
    }

    private void saveClocks(UUID application, List<CaseClock> clocks) {
        if (clocks.isEmpty()) return;
        db.sql("""
                        insert into casework.clock (application_id, no, attempt, rule, edition, area, limit_value, limit_unit, started_at,
                            extended_value, extended_on, extended_by, used_before, ended_on, state, due_on, ends_at, warn_on, red_on,
                            provisional, calendar, fired_at, told, remind_on, reminded_on)
                        select :id, c.*
                        from unnest(:nos::smallint[], :attempts::smallint[], :rules::text[], :editions::smallint[], :areas::text[],
                            :values::smallint[], :units::text[], :started::timestamptz[], :extended::smallint[], :extendedOn::date[], :extendedBy::text[],
                            :used::smallint[], :ended::date[], :states::text[], :due::date[], :ends::timestamptz[], :warn::date[],
                            :red::date[], :provisional::boolean[], :calendar::bigint[], :fired::timestamptz[], :told::smallint[], :remind::date[],
                            :reminded::date[]) as c
                        on conflict (application_id, no, attempt, rule) do update set edition = excluded.edition, area = excluded.area,
                            limit_value = excluded.limit_value, limit_unit = excluded.limit_unit, started_at = excluded.started_at,
                            extended_value = excluded.extended_value, extended_on = excluded.extended_on,
                            extended_by = excluded.extended_by, used_before = excluded.used_before, ended_on = excluded.ended_on,
                            state = excluded.state, due_on = excluded.due_on, ends_at = excluded.ends_at, warn_on = excluded.warn_on,
                            red_on = excluded.red_on, provisional = excluded.provisional, calendar = excluded.calendar,
                            fired_at = excluded.fired_at, told = excluded.told,
                            remind_on = excluded.remind_on, reminded_on = excluded.reminded_on
                        """)
                .param("id", application)
                .param("nos", Columns.of(clocks, c -> "" + c.no()))
                .param("attempts", Columns.of(clocks, c -> "" + c.attempt()))
                .param("rules", Columns.of(clocks, CaseClock::rule))
                .param("editions", Columns.of(clocks, c -> "" + c.clock().rule().edition()))
                .param("areas", Columns.of(clocks, CaseClock::area))
                .param("values", Columns.of(clocks, c -> "" + c.clock().limit().value()))
                .param("units", Columns.of(clocks, c -> c.clock().limit().unit().name()))
                .param("started", Columns.of(clocks, c -> instant(c.clock().started())))
                .param("extended", Columns.of(clocks, c -> "" + extendedBy(c)))
                .param(
                        "extendedOn",
                        Columns.of(clocks, c -> Columns.text(extension(c).map(Extended::on))))
                .param(
                        "extendedBy",
                        Columns.of(
                                clocks,
                                c -> extension(c).map(e -> e.approver().name()).orElse("")))
                .param("used", Columns.of(clocks, c -> "" + c.usedBefore()))
                .param("ended", Columns.of(clocks, c -> Columns.text(c.endedOn())))
                .param("states", Columns.of(clocks, c -> c.state().name()))
                .param("due", Columns.of(clocks, c -> Columns.text(c.dates().due())))
                .param("ends", Columns.of(clocks, c -> Columns.text(c.dates().endsAt())))
                .param("warn", Columns.of(clocks, c -> Columns.text(c.dates().warnOn())))
                .param("red", Columns.of(clocks, c -> Columns.text(c.dates().redOn())))
                .param("provisional", Columns.of(clocks, c -> "" + c.dates().provisional()))
                .param("calendar", Columns.of(clocks, c -> "" + c.dates().calendar()))
                .param("fired", Columns.of(clocks, c -> Columns.text(c.firedAt())))
                .param("told", Columns.of(clocks, c -> "" + c.told()))
                .param("remind", Columns.of(clocks, c -> Columns.text(c.dates().remindOn())))
                .param("reminded", Columns.of(clocks, c -> Columns.text(c.remindedOn())))
                .update();
    }

    private void saveStands(UUID application, List<Stand> stands) {
        if (stands.isEmpty()) return;
        db.sql("""
                        insert into casework.pause (application_id, no, attempt, seq, cause, reason, told_by, told_on, planned_on, resumed_on)
                        select :id, s.*
                        from unnest(:nos::smallint[], :attempts::smallint[], :seqs::smallint[], :causes::text[], :reasons::text[],
                            :toldBy::text[], :told::date[], :planned::date[], :resumed::date[]) as s
                        on conflict (application_id, no, attempt, seq) do update set resumed_on = excluded.resumed_on
                        """)
                .param("id", application)
                .param("nos", Columns.of(stands, s -> "" + s.no()))
                .param("attempts", Columns.of(stands, s -> "" + s.attempt()))
                .param("seqs", Columns.of(stands, s -> "" + s.seq()))
                .param("causes", Columns.of(stands, s -> s.cause().name()))
                .param("reasons", Columns.of(stands, Stand::reason))
                .param("toldBy", Columns.of(stands, Stand::toldBy))
                .param("told", Columns.of(stands, s -> s.toldOn().toString()))
                .param("planned", Columns.of(stands, s -> Columns.text(s.plannedOn())))
                .param("resumed", Columns.of(stands, s -> Columns.text(s.resumedOn())))
                .update();
    }

    static CaseClock clock(ResultSet row, RunningClocks.Law law, List<Stand> stands) throws SQLException {
        var rule = law.rule(row.getString("rule"), row.getInt("edition"));
        var unit = Unit.valueOf(row.getString("limit_unit"));
        var started = LocalDateTime.ofInstant(Bundles.instant(row, "started_at").orElseThrow(), View.ZONE);
        int no = row.getInt("no");
        int attempt = row.getInt("attempt");
        var pauses = stands.stream()
                .filter(s -> s.no() == no && s.attempt() == attempt)
                .filter(s -> !s.toldOn().isBefore(started.toLocalDate()))
                .filter(s -> rule.pauses().contains(s.cause()))
                .map(Stand::asPause)
                .toList();
        var extensions = new ArrayList<Extended>();
        int extended = row.getInt("extended_value");
        var on = Bundles.date(row, "extended_on");
        if (extended > 0 && rule.extension().isPresent()) {
            var granted = rule.extension().get();
            extensions.add(new Extended(
                    new Limit(extended, unit),
                    granted.approver(),
                    on.orElse(started.toLocalDate()),
                    granted.article()));
        }
        var clock = new LegalClock(rule, new Limit(row.getInt("limit_value"), unit), started, pauses, extensions);
        return new CaseClock(
                no,
                attempt,
                row.getString("area"),
                clock,
                row.getInt("used_before"),
                Bundles.date(row, "ended_on"),
                Bundles.instant(row, "fired_at"),
                row.getInt("told"),
                Bundles.date(row, "reminded_on"),
                new CaseClock.Dates(
                        Bundles.date(row, "due_on"),
                        Bundles.instant(row, "ends_at"),
                        Bundles.date(row, "warn_on"),
                        Bundles.date(row, "red_on"),
                        Bundles.date(row, "remind_on"),
                        row.getBoolean("provisional"),
                        row.getLong("calendar")));
    }

    static Stand stand(ResultSet row) throws SQLException {
        return new Stand(
                row.getInt("no"),
                row.getInt("attempt"),
                row.getInt("seq"),
                Cause.valueOf(row.getString("cause")),
                row.getString("reason"),
                row.getString("told_by"),
                row.getObject("told_on", LocalDate.class),
                Bundles.date(row, "planned_on"),
                Bundles.date(row, "resumed_on"));
    }

    private static Optional<Extended> extension(CaseClock clock) {
        return clock.clock().extensions().stream().reduce((_, last) -> last);
    }

    private static int extendedBy(CaseClock clock) {
        return clock.clock().extensions().stream().mapToInt(e -> e.by().value()).sum();
    }

    private static String instant(LocalDateTime local) {
        return local.atZone(View.ZONE).toInstant().atOffset(ZoneOffset.UTC).toString();
    }
}
