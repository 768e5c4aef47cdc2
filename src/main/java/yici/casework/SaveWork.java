package yici.casework;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;

/**
 * Writes down what an act has changed, in four statements however many cases it touches: the cases; the timeline, the papers, the values
 * handed over and the bundle; the clocks; the audit log. Registers to be asked are queued in the same transaction.
 */
@Component
class SaveWork {

    /** What is told of the cases at opening and of each act after it; ends with the statement about the bundle itself. */
    private static final String WRITTEN = """
            with lines as (
                insert into casework.act (application_id, seq, no, attempt, kind, by_whom, actor_name, on_behalf, body_id, note, at)
                select :id, :seen + line.n, line.no, line.attempt, line.kind, line.by_whom, line.actor_name, line.on_behalf, line.body_id,
                    line.note, line.at
                from unnest(:lineNos::smallint[], :lineAttempts::smallint[], :kinds::text[], :byWhom::text[], :actorNames::text[],
                            :onBehalf::text[], :lineBodies::text[], :lineNotes::text[], :lineTimes::timestamptz[])
                     with ordinality as line (no, attempt, kind, by_whom, actor_name, on_behalf, body_id, note, at, n)
            ), papers as (
                insert into casework.document (application_id, id, no, attempt, kind, snapshot, issued_at)
                select :id, paper.*, :now
                from unnest(:paperIds::uuid[], :paperNos::smallint[], :paperAttempts::smallint[], :paperKinds::text[],
                            :snapshots::jsonb[]) as paper
            ), facts as (
                insert into casework.fact (application_id, element, value, from_no)
                select :id, fact.* from unnest(:elements::text[], :values::text[], :givers::smallint[]) as fact
                on conflict (application_id, element) do update set value = excluded.value, from_no = excluded.from_no
            )
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final AuditLog audit;
    private final RegisterChecks checks;
    private final ClockStore clocks;
    private final DebtStore debts;

    SaveWork(JdbcClient db, AuditLog audit, RegisterChecks checks, ClockStore clocks, DebtStore debts) {
        this.db = db;
        this.audit = audit;
        this.checks = checks;
        this.clocks = clocks;
        this.debts = debts;
    }

    /** A new bundle with all its cases. */
    void open(Work work, List<Edge> edges) {
        var bundle = work.bundle();
        written(work, WRITTEN + """
                insert into casework.bundle (application_id, number, life_event, life_event_zh, life_event_en, edition, area, filed_from,
                    applicant, applicant_name, state, open_cases, acts, submitted_at, joint_due, closed_at)
                values (:id, :number, :lifeEvent, :nameZh, :nameEn, :edition, :area, :filedFrom, :applicant, :applicantName, :state,
                    :open, :acts, :submittedAt, :jointDue, :closedAt)
                """)
                .param("number", bundle.number())
                .param("lifeEvent", bundle.lifeEvent())
                .param("nameZh", bundle.name().zh())
                .param("nameEn", english(bundle.name()))
                .param("edition", bundle.edition())
                .param("area", bundle.area())
                .param("filedFrom", bundle.filedFrom())
                .param("applicant", bundle.applicant())
                .param("applicantName", bundle.applicantName())
                .param("submittedAt", utc(bundle.submittedAt()))
                .update();
        insertCases(work, work.cases(), edges);
        afterwards(work);
    }

    /** What an act has changed. */
    void save(Work work) {
        updateCases(work);
        sayWhenClosed(work);
        written(work, WRITTEN + """
                update casework.bundle set state = :state, open_cases = :open, acts = :acts, closed_at = :closedAt,
                    joint_due = :jointDue, used_days = :usedDays
                where application_id = :id
                """).update();
        afterwards(work);
    }

    /** Cases that come to a bundle after its opening. */
    void insertCases(Work work, List<CaseFile> cases, List<Edge> edges) {
        standing(cases, db.sql("""
                        with edges as (
                            insert into casework.edge (application_id, from_no, to_no, passes)
                            select :id, e.from_no, e.to_no, string_to_array(e.passes, ',')
                            from unnest(:froms::smallint[], :tos::smallint[], :passes::text[]) as e (from_no, to_no, passes)
                        )
                        insert into casework.case_file (application_id, area, applicant, applicant_name, no, number, attempt, filed_on, item, name_zh, name_en,
                            node_type, department, body_id, state, waiting_for, blocked_by, limit_value, limit_unit, statutory_value,
                            statutory_unit, hands_over, received_on, accept_by, due_on, statutory_due, warn_on, red_on, provisional, renews_until,
                            note)
                        select :id, :area, :applicant, :applicantName, c.no, c.number, c.attempt, c.filed_on, c.item, c.name_zh, c.name_en, c.node_type,
                            c.department, c.body_id, c.state, c.waiting_for, c.blocked_by, c.limit_value, c.limit_unit, c.statutory_value,
                            c.statutory_unit, string_to_array(c.hands_over, ','), c.received_on, c.accept_by, c.due_on, c.statutory_due,
                            c.warn_on, c.red_on, c.provisional, c.renews_until, c.note
                        from unnest(:nos::smallint[], :numbers::text[], :attempts::smallint[], :filed::date[], :items::text[], :namesZh::text[],
                            :namesEn::text[], :nodeTypes::text[], :departments::text[], :bodies::text[], :states::text[],
                            :waiting::smallint[], :blockers::smallint[], :limits::smallint[], :units::text[], :statutory::smallint[],
                            :statutoryUnits::text[], :handsOver::text[], :received::date[], :acceptBy::date[], :due::date[],
                            :statutoryDue::date[], :warn::date[], :red::date[], :provisional::boolean[], :renews::date[], :notes::text[])
                            as c (no, number, attempt, filed_on, item, name_zh, name_en, node_type, department, body_id, state, waiting_for,
                            blocked_by, limit_value, limit_unit, statutory_value, statutory_unit, hands_over, received_on, accept_by,
                            due_on, statutory_due, warn_on, red_on, provisional, renews_until, note)
                        """))
                .param("id", work.bundle().application())
                .param("area", work.bundle().area())
                .param("applicant", work.bundle().applicant())
                .param("applicantName", work.bundle().applicantName())
                .param("froms", Columns.of(edges, e -> "" + e.from()))
                .param("tos", Columns.of(edges, e -> "" + e.to()))
                .param("passes", Columns.of(edges, e -> String.join(",", e.passes())))
                .param("numbers", Columns.of(cases, c -> c.number(work.bundle())))
                .param("items", Columns.of(cases, CaseFile::item))
                .param("namesZh", Columns.of(cases, c -> c.name().zh()))
                .param("namesEn", Columns.of(cases, c -> english(c.name())))
                .param(
                        "nodeTypes",
                        Columns.of(cases, c -> c.planned().nodeType().name()))
                .param("departments", Columns.of(cases, c -> c.planned().department()))
                .param("limits", Columns.of(cases, c -> "" + c.planned().limit().value()))
                .param(
                        "units",
                        Columns.of(cases, c -> c.planned().limit().unit().name()))
                .param(
                        "statutory",
                        Columns.of(
                                cases, c -> Columns.text(c.planned().statutory().map(l -> l.value()))))
                .param(
                        "statutoryUnits",
                        Columns.of(
                                cases, c -> Columns.text(c.planned().statutory().map(l -> l.unit()))))
                .param(
                        "handsOver",
                        Columns.of(cases, c -> String.join(",", c.planned().handsOver())))
                .param("renews", Columns.of(cases, c -> Columns.text(c.planned().renewsUntil())))
                .update();
    }

    private void updateCases(Work work) {
        var cases = work.changed();
        if (cases.isEmpty()) return;
        standing(cases, db.sql("""
                        update casework.case_file set attempt = c.attempt, filed_on = c.filed_on, body_id = c.body_id, right_body = c.right_body, state = c.state,
                            waiting_for = c.waiting_for, blocked_by = c.blocked_by, received_on = c.received_on, accept_by = c.accept_by,
                            due_on = c.due_on, statutory_due = c.statutory_due, warn_on = c.warn_on, red_on = c.red_on,
                            provisional = c.provisional, used_days = c.used_days, decided_at = c.decided_at, decider = c.decider,
                            decided_by = c.decided_by, note = c.note, holder = c.holder, holder_name = c.holder_name,
                            lease_until = c.lease_until
                        from unnest(:nos::smallint[], :attempts::smallint[], :filed::date[], :bodies::text[], :rightBodies::text[], :states::text[],
                            :waiting::smallint[], :blockers::smallint[], :received::date[], :acceptBy::date[], :due::date[],
                            :statutoryDue::date[], :warn::date[], :red::date[], :provisional::boolean[], :used::smallint[],
                            :decidedAt::timestamptz[], :deciders::uuid[], :decidedBy::text[], :notes::text[],
                            :holders::uuid[], :holderNames::text[], :leases::timestamptz[])
                            as c (no, attempt, filed_on, body_id, right_body, state, waiting_for, blocked_by, received_on, accept_by, due_on,
                            statutory_due, warn_on, red_on, provisional, used_days, decided_at, decider, decided_by, note, holder,
                            holder_name, lease_until)
                        where case_file.application_id = :id and case_file.no = c.no
                        """))
                .param("id", work.bundle().application())
                .param("rightBodies", Columns.of(cases, c -> c.rightBody().orElse(null)))
                .param(
                        "used",
                        Columns.of(cases, c -> Columns.text(c.standing().time().usedDays())))
                .param(
                        "decidedAt",
                        Columns.of(
                                cases, c -> Columns.text(c.standing().decision().map(CaseFile.Decision::at))))
                .param(
                        "deciders",
                        Columns.of(
                                cases, c -> Columns.text(c.standing().decision().flatMap(CaseFile.Decision::decider))))
                .param(
                        "decidedBy",
                        Columns.of(
                                cases,
                                c -> c.standing()
                                        .decision()
                                        .map(CaseFile.Decision::by)
                                        .orElse("")))
                .param("holders", Columns.of(cases, c -> Columns.text(c.lease().map(CaseFile.Lease::holder))))
                .param(
                        "holderNames",
                        Columns.of(
                                cases, c -> c.lease().map(CaseFile.Lease::name).orElse("")))
                .param("leases", Columns.of(cases, c -> Columns.text(c.lease().map(CaseFile.Lease::until))))
                .update();
    }

    /** Where the cases stand: what a new row and a changed one have in common. */
    private static JdbcClient.StatementSpec standing(List<CaseFile> cases, JdbcClient.StatementSpec statement) {
        return statement
                .param("nos", Columns.of(cases, c -> "" + c.no()))
                .param("attempts", Columns.of(cases, c -> "" + c.attempt()))
                .param("filed", Columns.of(cases, c -> c.filedOn().toString()))
                .param("bodies", Columns.of(cases, c -> c.body().orElse(null)))
                .param("states", Columns.of(cases, c -> c.state().name()))
                .param("waiting", Columns.of(cases, c -> "" + c.standing().waitingFor()))
                .param(
                        "blockers",
                        Columns.of(cases, c -> Columns.text(c.standing().blockedBy())))
                .param(
                        "received",
                        Columns.of(cases, c -> Columns.text(c.standing().receivedOn())))
                .param(
                        "acceptBy",
                        Columns.of(cases, c -> Columns.text(c.standing().acceptBy())))
                .param("due", Columns.of(cases, c -> c.standing().dueOn().toString()))
                .param(
                        "statutoryDue",
                        Columns.of(cases, c -> Columns.text(c.standing().statutoryDue())))
                .param(
                        "warn",
                        Columns.of(cases, c -> Columns.text(c.standing().time().warnOn())))
                .param(
                        "red",
                        Columns.of(cases, c -> Columns.text(c.standing().time().redOn())))
                .param(
                        "provisional",
                        Columns.of(cases, c -> "" + c.standing().time().provisional()))
                .param("notes", Columns.of(cases, c -> c.standing().note()));
    }

    private static void sayWhenClosed(Work work) {
        if (work.bundle().state() == BundleState.OPEN && work.state() != BundleState.OPEN)
            work.line(0, CaseAct.CLOSED, Actor.RULES, work.state().name());
    }

    private JdbcClient.StatementSpec written(Work work, String sql) {
        var lines = work.lines();
        var papers = work.papers();
        var facts = work.facts();
        return db.sql(sql)
                .param("id", work.bundle().application())
                .param("now", utc(work.dates().now()))
                .param("seen", work.bundle().acts())
                .param("acts", work.bundle().acts() + lines.size())
                .param("state", work.state().name())
                .param("open", work.openCases())
                .param("jointDue", CaseTime.wholeDue(work))
                .param("closedAt", work.state() == BundleState.OPEN ? null : utc(closedAt(work)))
                .param("usedDays", work.state() == BundleState.OPEN ? null : CaseTime.usedByAuthorities(work))
                .param("lineNos", Columns.of(lines, l -> "" + l.no()))
                .param("lineAttempts", Columns.of(lines, l -> "" + l.attempt()))
                .param("kinds", Columns.of(lines, l -> l.act().name()))
                .param("byWhom", Columns.of(lines, l -> l.by().kind().name()))
                .param("actorNames", Columns.of(lines, l -> l.by().name()))
                .param("onBehalf", Columns.of(lines, l -> l.by().onBehalf()))
                .param("lineBodies", Columns.of(lines, Work.Line::body))
                .param("lineNotes", Columns.of(lines, Work.Line::note))
                .param("lineTimes", Columns.of(lines, l -> l.at().toString()))
                .param("paperIds", Columns.of(papers, p -> p.id().toString()))
                .param("paperNos", Columns.of(papers, p -> "" + p.no()))
                .param("paperAttempts", Columns.of(papers, p -> "" + p.attempt()))
                .param("paperKinds", Columns.of(papers, p -> p.kind().name()))
                .param("snapshots", Columns.of(papers, p -> JSON.writeValueAsString(p.snapshot())))
                .param("elements", Columns.of(facts, Work.Fact::element))
                .param("values", Columns.of(facts, Work.Fact::value))
                .param("givers", Columns.of(facts, f -> "" + f.from()));
    }

    private static Instant closedAt(Work work) {
        return work.bundle().closedAt().orElse(work.dates().now());
    }

    private void afterwards(Work work) {
        clocks.save(work.bundle().application(), work.clocks());
        debts.save(work.bundle().application(), work.debts().changed());
        audit.record(work.lines().stream().map(line -> event(work, line)).toList());
        checks.queue(work.bundle().application(), work.toCheck());
    }

    private static AuditEvent event(Work work, Work.Line line) {
        var application = work.bundle().application();
        return new AuditEvent(
                line.act(),
                line.by().code(),
                line.by().name(),
                "account:" + work.bundle().applicant(),
                line.no() == 0 ? "application:" + application : "case:" + application + "/" + line.no(),
                line.note(),
                work.dates().now());
    }

    private static String english(yici.kit.Translated name) {
        return name.texts().getOrDefault(yici.kit.Language.EN, "");
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** @param passes what the giver's approval hands over */
    record Edge(int from, int to, List<String> passes) {}
}
