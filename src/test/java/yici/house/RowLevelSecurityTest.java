package yici.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import yici.application.Application;
import yici.application.Filed;
import yici.attachment.Attachments;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.Badge;

/** The net below the policy: who shows no badge reads no personal row, whichever way the database works it out. */
class RowLevelSecurityTest {

    private static final Product PRODUCT = Product.running();
    private static final JdbcClient DB = PRODUCT.bean(JdbcClient.class);

    private final People.Someone citizen = People.citizen();
    private final Application application = filed(citizen.me());

    /** Whole rooms and single tables on which it is not, and why not. */
    private static final Map<String, String> NOT_UNDER_IT = Map.ofEntries(
            Map.entry("audit", "append-only, read through two doors"),
            Map.entry("calendar", "nothing personal"),
            Map.entry("casework.duration", "figures, published"),
            Map.entry("casework.event_duration", "figures, published"),
            Map.entry("casework.notice", "put before everybody by law"),
            Map.entry("casework.scheduled_tasks", "the queue of jobs: ids alone"),
            Map.entry("catalogue", "nothing personal"),
            Map.entry("delegation", "published; who asked and confirmed are officials"),
            Map.entry("publication", "published, or about to be; who wrote and reviewed are officials"),
            Map.entry("exchange", "files with texts to be published; who brings and confirms them are officials"),
            Map.entry("drafting", "texts to be published; who writes and confirms are officials"),
            Map.entry("feedback", "names nobody: said without an account, answered by officials"),
            Map.entry("drift", "published texts compared; who proposes and answers are officials"),
            Map.entry("house", "nothing personal"),
            Map.entry("identity", "read to find out who asks"),
            Map.entry("jurisdiction", "nothing personal"),
            Map.entry("linter", "findings on published texts"),
            Map.entry("rehearsal", "figures and what differs, with covered numbers; who looked is an official"),
            Map.entry("mandate", "read to find out who acts for whom; who is asked is known by a number alone"),
            Map.entry("notification", "sent by jobs, read by nobody else"),
            Map.entry("openid", "read to find out who asks"),
            Map.entry("party", "systems, not people"),
            Map.entry("passkey", "read to find out who asks"),
            Map.entry("public", "Flyway's own"),
            Map.entry("sandbox", "registers of the demonstration, in life elsewhere"),
            Map.entry("site", "published, names nobody"),
            Map.entry("supervision", "published, names nobody"),
            Map.entry("upstream", "read to find out who asks"));

    @Test
    void every_table_has_it_forced_and_a_rule_or_is_named_with_a_reason() {
        var open = DB.sql("""
                        select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname not in ('information_schema') and n.nspname not like 'pg\\_%' and c.relkind in ('r', 'p')
                          and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
                        """)
                .query((row, _) -> NOT_UNDER_IT.containsKey(row.getString(1))
                        ? row.getString(1)
                        : row.getString(1) + "." + row.getString(2))
                .set();

        assertThat(open).containsExactlyInAnyOrderElementsOf(NOT_UNDER_IT.keySet());
    }

    @Test
    void no_view_leads_around_it() {
        assertThat(DB.sql("""
                        select distinct v.oid::regclass::text from pg_class v
                        join pg_rewrite r on r.ev_class = v.oid
                        join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
                        join pg_class t on d.refclassid = 'pg_class'::regclass and d.refobjid = t.oid and t.relforcerowsecurity
                        where v.relkind = 'm' or v.relkind = 'v' and not ('security_invoker=true' = any(coalesce(v.reloptions, '{}')))
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void the_product_works_as_a_role_that_cannot_step_over_it() throws SQLException {
        assertThat(DB.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void without_a_badge_every_table_is_empty() throws Exception {
        for (var table : tables())
            Badge.NOBODY.wear(() -> assertThat(count(table)).as(table).isZero());
        for (var table : List.of("application.application", "casework.bundle", "casework.case_file", "casework.act"))
            assertThat(count(table)).as(table).isPositive();
    }

    @Test
    void without_a_badge_nothing_is_written() {
        for (var table : tables())
            assertThatThrownBy(() -> Badge.NOBODY.wear(() ->
                            DB.sql("insert into " + table + " default values").update()))
                    .as(table)
                    .hasStackTraceContaining("row-level security");
    }

    @Test
    void another_badge_counts_from_the_moment_it_is_put_on_and_no_longer() throws Exception {
        var transaction = PRODUCT.bean(TransactionTemplate.class);
        for (var own : List.of(Badge.NOBODY, Badge.of(UUID.randomUUID())))
            own.wear(() -> transaction.executeWithoutResult(_ -> {
                assertThat(count("casework.bundle")).isZero();
                assertThat(Badge.HOUSE.wearing(() -> count("casework.bundle"))).isPositive();
                assertThat(count("casework.bundle")).isZero();
            }));
    }

    @Test
    void each_sees_the_own_and_no_other() throws Exception {
        var other = People.citizen();
        filed(other.me());

        Badge.of(citizen.me().account())
                .wear(() -> assertThat(DB.sql("select application_id from application.application")
                                .query(UUID.class)
                                .list())
                        .containsExactly(application.id()));
        Badge.of(UUID.randomUUID())
                .wear(() -> assertThat(count("application.application")).isZero());
    }

    @Test
    void the_next_user_of_the_same_connection_sees_nothing() throws SQLException {
        try (var connection = PRODUCT.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(true);
            show(connection);
            assertThat(count(connection)).isPositive();
            connection.commit();
            connection.setAutoCommit(true);

            assertThat(count(connection)).isZero();
            run(connection, "begin");
            assertThat(count(connection)).isZero();
            run(connection, "rollback");
        }
    }

    @Test
    void parallel_workers_see_nothing_either() throws SQLException {
        try (var connection = PRODUCT.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(true);
            show(connection); // from now on the setting is an empty text in this session, not absent
            connection.commit();
            connection.setAutoCommit(true);
            for (var sql : List.of(
                    "set parallel_setup_cost = 0",
                    "set parallel_tuple_cost = 0",
                    "set min_parallel_table_scan_size = 0",
                    "set debug_parallel_query = on")) run(connection, sql);

            for (var table : tables())
                assertThat(count(connection, table)).as(table).isZero();
            run(connection, "reset all");
            run(connection, "set role yici_app");
        }
    }

    @Test
    void a_row_in_another_ones_name_is_refused() {
        assertThatThrownBy(() ->
                        Badge.of(citizen.me().account()).wear(() -> DB.sql("""
                        insert into application.draft (id, account, life_event, edition, area, filed_from, scenario, typed, known, created_at,
                            updated_at)
                        values (gen_random_uuid(), gen_random_uuid(), 'x', gen_random_uuid(), 'x', 'x', '{}', '{}', '{}', now(), now())
                        """).update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void a_file_opens_for_whom_it_was_given_in_hand_and_closes_with_the_badge() throws Exception {
        var officer = UUID.randomUUID();
        Badge.of(officer).wear(() -> {
            assertThat(count("application.application")).isZero();
            Badge.takeInHand(application.id());
            assertThat(count("application.application")).isEqualTo(1);
        });

        Badge.of(officer)
                .wear(() -> assertThat(count("application.application")).isZero());
    }

    @Test
    void a_file_opens_for_who_handed_it_in_and_for_staff_whom_the_policy_let() {
        var attachments = PRODUCT.bean(Attachments.class);
        var own = Badge.of(citizen.me().account());
        var file = own.wearing(() -> attachments.keep("证明.pdf", "application/pdf", new byte[] {1}));

        assertThat(own.wearing(() -> attachments.find(file.id()))).contains(file);
        for (var other : List.of(Badge.NOBODY, Badge.of(UUID.randomUUID())))
            assertThat(other.wearing(() -> attachments.find(file.id()))).isEmpty();
        assertThat(Badge.of(UUID.randomUUID()).wearing(() -> attachments.findForStaff(file.id())))
                .contains(file);
        assertThatThrownBy(
                        () -> Badge.NOBODY.wearing(() -> attachments.keep("证明.pdf", "application/pdf", new byte[] {1})))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void what_somebody_asks_about_their_data_opens_for_them_and_for_who_answers() {
        var policy = PRODUCT.bean(Policy.class);
        var me = citizen.me();
        policy.badge(me)
                .wearing(() -> DB.sql("""
                        insert into privacy.request (id, number, account, name, kind, words, asked_at, due_on)
                        values (:id, :number, :account, '李娜', 'EXPLAIN', '为什么', now(), current_date)
                        """)
                        .param("id", UUID.randomUUID())
                        .param("number", "P-" + UUID.randomUUID())
                        .param("account", me.account())
                        .update());
        var counted = new LinkedHashMap<SignedIn, Boolean>();
        for (var who : List.of(
                me,
                People.administrator("430000000000").me(),
                People.administrator("430523000000").me(),
                People.officer("police@430523000000").me(),
                People.citizen().me())) counted.put(who, policy.badge(who).wearing(() -> count("privacy.request")) > 0);

        counted.forEach((who, sees) -> assertThat(sees)
                .as("%s", who.posts())
                .isEqualTo(who.equals(me) || policy.allows(who, Deed.ANSWER_DATA_REQUEST)));
        assertThat(counted.values()).contains(true, false);
    }

    private static Application filed(SignedIn me) {
        return Filed.by(
                me.account(),
                me.name(),
                "43PCP0008",
                "430523000000",
                Map.of("deathCertNo", "1", "deathDate", "2026-11-20", "deceasedName", "李大山"),
                "death-normal");
    }

    private void show(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var show = connection.prepareStatement(
                "select set_config('yici.account', ?, true), set_config('yici.house', '', true)")) {
            show.setString(1, citizen.me().account().toString());
            show.execute();
        }
    }

    private static List<String> tables() {
        return DB.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relforcerowsecurity order by 1
                        """).query(String.class).list();
    }

    private static long count(String table) {
        return DB.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static long count(Connection connection) throws SQLException {
        return count(connection, "application.application");
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
