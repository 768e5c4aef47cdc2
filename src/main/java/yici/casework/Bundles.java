package yici.casework;

import static yici.identity.Thing.Trait.AREA;
import static yici.identity.Thing.Trait.BODY;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.catalogue.Guide;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.Reach;
import yici.identity.SignedIn;
import yici.kit.Badge;
import yici.kit.Translated;

/**
 * Bundles and their cases in the database. Everybody who changes a case locks the bundle's row first and then its cases in the order of
 * their numbers; so departments that decide in the same instant follow each other and none has to try again.
 */
@Component
class Bundles {

    static final String BUNDLE = """
            select b.application_id, b.number, b.life_event, b.life_event_zh, b.life_event_en, b.edition, b.area, b.filed_from,
                   b.applicant, b.applicant_name, b.state, b.open_cases, b.acts, b.seen_act, b.submitted_at, b.joint_due, b.closed_at
            from casework.bundle b
            """;

    /** The same, and the rest of this transaction may read the application's file: see {@link Badge}. */
    static final String IN_HAND = BUNDLE.replace(
            "from casework.bundle b",
            ", set_config('yici.files', concat_ws(',', nullif(current_setting('yici.files', true), ''), b.application_id), true) "
                    + "from casework.bundle b");

    static final String CASES = """
            select c.application_id, c.no, c.attempt, c.filed_on, c.item, c.name_zh, c.name_en, c.node_type, c.department, c.body_id, c.right_body,
                   c.state, c.waiting_for, c.blocked_by, c.limit_value, c.limit_unit, c.statutory_value, c.statutory_unit,
                   c.hands_over, c.renews_until, c.received_on, c.accept_by, c.due_on, c.statutory_due, c.warn_on, c.red_on,
                   c.provisional, c.used_days, c.decided_at, c.decider, c.decided_by, c.note, c.holder, c.holder_name, c.lease_until,
                   array(select e.from_no from casework.edge e
                         where e.application_id = c.application_id and e.to_no = c.no order by e.from_no) as after
            from casework.case_file c
            """;

    private static final Reach.Columns OF_CASE = new Reach.Columns(Map.of(BODY, "c.body_id", AREA, "c.area"), true);

    private final JdbcClient db;
    private final Policy policy;

    Bundles(JdbcClient db, Policy policy) {
        this.db = db;
        this.policy = policy;
    }

    /** Locks for an officer who handles this case: empty when the case is not theirs, or not there. */
    Optional<Bundle> lockForOfficer(UUID application, int no, SignedIn me) {
        var mine = policy.reach(me, Deed.HANDLE_CASE).on(OF_CASE);
        return db.sql(IN_HAND + """
                        where b.application_id = :id and exists (select from casework.case_file c
                            where c.application_id = :id and c.no = :no and\s""" + mine.sql() + ") for no key update of b")
                .param("id", application)
                .param("no", no)
                .params(mine.parameters())
                .query((row, _) -> inHand(row))
                .optional();
    }

    /** Locks for the one who applied: empty for everybody else. */
    Optional<Bundle> lockForApplicant(UUID application, UUID applicant) {
        return db.sql(IN_HAND + "where b.application_id = :id and b.applicant = :applicant for no key update of b")
                .param("id", application)
                .param("applicant", applicant)
                .query((row, _) -> inHand(row))
                .optional();
    }

    /** Locks for the product's own work: registers, limits, events of the room below. */
    Optional<Bundle> lock(UUID application) {
        return db.sql(BUNDLE + "where b.application_id = :id for no key update of b")
                .param("id", application)
                .query((row, _) -> bundle(row))
                .optional();
    }

    Optional<Bundle> find(UUID application) {
        return db.sql(BUNDLE + "where b.application_id = :id")
                .param("id", application)
                .query((row, _) -> bundle(row))
                .optional();
    }

    /** For those who are authorised by what they find. */
    Optional<UUID> idOf(String number) {
        return Badge.HOUSE.wearing(() -> db.sql("select application_id from casework.bundle where number = :number")
                .param("number", number)
                .query((row, _) -> row.getObject("application_id", UUID.class))
                .optional());
    }

    /** For reading: empty when the case is not theirs, or not there. */
    Optional<Bundle> findForOfficer(String number, int no, SignedIn me) {
        var mine = policy.reach(me, Deed.HANDLE_CASE).on(OF_CASE);
        return db.sql(IN_HAND + """
                        where b.number = :number and exists (select from casework.case_file c
                            where c.application_id = b.application_id and c.no = :no and\s""" + mine.sql() + ")")
                .param("number", number)
                .param("no", no)
                .params(mine.parameters())
                .query((row, _) -> inHand(row))
                .optional();
    }

    /** After the lock: no officer can take a lease on any of them until the end of this transaction. */
    List<CaseFile> lockCases(UUID application) {
        return db.sql(CASES + "where c.application_id = :id order by c.no for no key update of c")
                .param("id", application)
                .query((row, _) -> file(row))
                .list();
    }

    List<CaseFile> cases(UUID application) {
        return db.sql(CASES + "where c.application_id = :id order by c.no")
                .param("id", application)
                .query((row, _) -> file(row))
                .list();
    }

    /** Of a statement that says who may have it: from here on its application's file is open to them, and to their later statements. */
    static Bundle inHand(ResultSet row) throws SQLException {
        Badge.takeInHand(row.getObject("application_id", UUID.class));
        return bundle(row);
    }

    static Bundle bundle(ResultSet row) throws SQLException {
        return new Bundle(
                row.getObject("application_id", UUID.class),
                row.getString("number"),
                row.getString("life_event"),
                Translated.of(row.getString("life_event_zh"), row.getString("life_event_en")),
                row.getObject("edition", UUID.class),
                row.getString("area"),
                row.getString("filed_from"),
                row.getObject("applicant", UUID.class),
                row.getString("applicant_name"),
                BundleState.valueOf(row.getString("state")),
                row.getInt("open_cases"),
                row.getInt("acts"),
                row.getInt("seen_act"),
                instant(row, "submitted_at").orElseThrow(),
                row.getObject("joint_due", LocalDate.class),
                instant(row, "closed_at"));
    }

    static CaseFile file(ResultSet row) throws SQLException {
        var planned = new CaseFile.Planned(
                row.getInt("no"),
                row.getString("item"),
                Translated.of(row.getString("name_zh"), row.getString("name_en")),
                Guide.NodeType.valueOf(row.getString("node_type")),
                row.getString("department"),
                new Guide.Limit(row.getInt("limit_value"), Guide.Unit.valueOf(row.getString("limit_unit"))),
                text(row, "statutory_unit").map(Guide.Unit::valueOf).map(u -> statutory(row, u)),
                List.of((String[]) row.getArray("hands_over").getArray()),
                numbers(row, "after"),
                date(row, "renews_until"));
        var standing = new CaseFile.Standing(
                CaseState.valueOf(row.getString("state")),
                row.getInt("waiting_for"),
                Optional.ofNullable(row.getObject("blocked_by", Integer.class)),
                date(row, "received_on"),
                time(row),
                decision(row),
                row.getString("note"));
        return new CaseFile(
                planned,
                row.getInt("attempt"),
                row.getObject("filed_on", LocalDate.class),
                text(row, "body_id"),
                text(row, "right_body"),
                standing,
                lease(row));
    }

    private static CaseFile.Time time(ResultSet row) throws SQLException {
        return new CaseFile.Time(
                date(row, "accept_by"),
                row.getObject("due_on", LocalDate.class),
                date(row, "statutory_due"),
                date(row, "warn_on"),
                date(row, "red_on"),
                row.getBoolean("provisional"),
                Optional.ofNullable(row.getObject("used_days", Integer.class)));
    }

    private static Guide.Limit statutory(ResultSet row, Guide.Unit unit) {
        try {
            return new Guide.Limit(row.getInt("statutory_value"), unit);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<CaseFile.Decision> decision(ResultSet row) throws SQLException {
        var decider = Optional.ofNullable(row.getObject("decider", UUID.class));
        var by = row.getString("decided_by");
        return instant(row, "decided_at").map(at -> new CaseFile.Decision(at, decider, by));
    }

    static Optional<CaseFile.Lease> lease(ResultSet row) throws SQLException {
        var holder = row.getObject("holder", UUID.class);
        var name = row.getString("holder_name");
        return instant(row, "lease_until").map(until -> new CaseFile.Lease(holder, name, until));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static List<Integer> numbers(ResultSet row, String column) throws SQLException {
        var numbers = new ArrayList<Integer>();
        for (var number : (Number[]) row.getArray(column).getArray()) numbers.add(number.intValue());
        return List.copyOf(numbers);
    }
}
