package yici;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import yici.house.Product;

/** What was written by the version before is taken over: every open case has its clocks, on the days that were told. */
class UpgradeTest {

    private static final String BEFORE_THE_CLOCKS = "2026.11.23.0916";

    @Test
    void an_open_case_of_the_version_before_gets_its_clocks_and_a_closed_one_none() throws SQLException {
        var server = Product.running().bean(Database.Server.class);
        var name = "upgrade_" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        execute(server.url(), server, "create database " + name);
        var url = server.url().replaceFirst("(jdbc:postgresql://[^/]*/)[^?]*", "$1" + name);
        migrate(url, server, BEFORE_THE_CLOCKS);
        execute(url, server, WRITTEN);

        migrate(url, server, "latest");

        assertThat(ask(url, server, """
                        select string_agg(no || ' ' || rule || ' ' || due_on || ' ' || state, ', ' order by no, rule) from casework.clock
                        """))
                .isEqualTo("0 life-event.promised 2026-12-25 RUNNING, 1 licence.correction 2026-11-30 RUNNING,"
                        + " 1 licence.promised 2026-12-07 RUNNING");
        assertThat(
                        ask(
                                url,
                                server,
                                "select count(*) from casework.case_file join casework.bundle using (application_id, applicant)"))
                .isEqualTo("2");
        assertThat(ask(
                        url,
                        server,
                        "select scope || year || (select date from calendar.published_day) from calendar.publication"))
                .isEqualTo("20262026-10-01");
    }

    private static final String WRITTEN = """
            insert into calendar.day (date, kind, name_zh) values ('2026-10-01', 'HOLIDAY', '国庆节');
            insert into casework.bundle (application_id, number, life_event, life_event_zh, edition, area, filed_from, applicant,
                applicant_name, state, open_cases, acts, submitted_at, joint_due)
            values ('00000000-0000-0000-0000-000000000001', '430523-261123-000001-1', '43PCN0012', '残疾人服务一件事', gen_random_uuid(),
                '430523000000', '430523000000', gen_random_uuid(), '李娜', 'OPEN', 1, 1, '2026-11-23 10:00+08', '2026-12-25');
            insert into casework.case_file (application_id, no, number, item, name_zh, node_type, department, body_id, area, applicant_name,
                state, waiting_for, limit_value, limit_unit, hands_over, received_on, accept_by, due_on)
            select '00000000-0000-0000-0000-000000000001', c.no, '430523-261123-000001-1-0' || c.no, 'card-new', '残疾人证新办', 'APPROVE',
                'disabled-federation', 'disabled-federation@430523000000', '430523000000', '李娜', c.state, 0, 10, 'WORKING_DAY', '{}',
                '2026-11-23', '2026-11-30', '2026-12-07'
            from (values (1, 'SUBMITTED'), (2, 'APPROVED')) as c (no, state);
            """;

    private static void migrate(String url, Database.Server server, String target) {
        Flyway.configure()
                .dataSource(url, server.user(), server.password())
                .locations("classpath:db")
                .defaultSchema("public")
                .createSchemas(false)
                .target(target)
                .load()
                .migrate();
    }

    private static void execute(String url, Database.Server server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String url, Database.Server server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, server.user(), server.password());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
