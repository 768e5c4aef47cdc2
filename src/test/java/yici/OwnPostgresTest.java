package yici;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class OwnPostgresTest {

    private static final Path PROGRAMS = Path.of("target", "postgresql").toAbsolutePath();

    private static Path data;

    @BeforeAll
    static void an_empty_folder() throws IOException {
        data = emptyFolder();
    }

    @AfterAll
    static void clean_up() {
        FileSystemUtils.deleteRecursively(data.toFile());
    }

    @Test
    void what_was_written_is_there_after_a_stop_and_nothing_runs_in_between() throws Exception {
        long pid;
        try (var database = start()) {
            execute(database, "create table matter (name text primary key)");
            execute(database, "insert into matter values ('出生')");
            pid = postmaster();
        }

        assertThat(ends(pid)).isTrue();
        try (var database = start()) {
            assertThat(ask(database, "select name from matter")).isEqualTo("出生");
        }
    }

    @Test
    void a_commit_is_on_disk_before_it_is_answered() throws Exception {
        try (var database = start()) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void who_does_not_know_the_password_stays_outside() throws Exception {
        try (var database = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_second_start_on_the_same_folder_says_so_in_a_sentence() throws Exception {
        try (var _ = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(
                            "Another Yici (process " + ProcessHandle.current().pid() + ") already works on")
                    .hasMessageContaining("YICI_DATA");
        }
    }

    @Test
    void a_killed_product_leaves_a_running_database_and_the_next_start_takes_the_folder_back() throws Exception {
        var killed = HoldsDatabase.startedOn(data, PROGRAMS);
        long orphan = postmaster();
        killed.destroyForcibly().waitFor();

        assertThat(ProcessHandle.of(orphan)).isPresent();
        try (var database = start()) {
            assertThat(ask(database, "select word from kept")).isEqualTo("committed");
            assertThat(ends(orphan)).isTrue();
        }
    }

    @Test
    void when_product_and_database_are_killed_together_nothing_committed_is_lost() throws Exception {
        var killed = HoldsDatabase.startedOn(data, PROGRAMS);
        var orphan = ProcessHandle.of(postmaster()).orElseThrow();
        killed.destroyForcibly().waitFor();
        orphan.destroyForcibly();
        orphan.onExit().get(10, TimeUnit.SECONDS);

        assertThat(data.resolve("pg/postmaster.pid")).exists();
        try (var database = start()) {
            assertThat(ask(database, "select word from kept")).isEqualTo("committed");
        }
    }

    @Test
    void a_stale_file_that_names_another_programs_process_does_not_stop_the_start() throws Exception {
        start().close();
        Files.writeString(
                data.resolve("pg/postmaster.pid"), ProcessHandle.current().pid() + "\n" + data.resolve("pg") + "\n");

        try (var database = start()) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_first_start_that_was_cut_short_is_begun_again() throws Exception {
        var fresh = emptyFolder();
        Files.createDirectories(fresh.resolve("pg.new/base"));
        Files.writeString(fresh.resolve("pg.new/PG_VERSION"), "18\n");

        try (var database = OwnPostgres.start(fresh, PROGRAMS, true)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        } finally {
            FileSystemUtils.deleteRecursively(fresh.toFile());
        }
    }

    private static Path emptyFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "own-postgres-")
                .toAbsolutePath();
    }

    /** Within seconds: the file is gone a moment before the process is. */
    private static boolean ends(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        return process.isEmpty()
                || !process.get().onExit().get(10, TimeUnit.SECONDS).isAlive();
    }

    private OwnPostgres start() throws IOException {
        return OwnPostgres.start(data, PROGRAMS, true);
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("pg/postmaster.pid")).getFirst().strip());
    }

    private static void execute(OwnPostgres database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(OwnPostgres database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
