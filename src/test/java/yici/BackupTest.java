package yici;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class BackupTest {

    private static final Path PROGRAMS = Path.of("target", "postgresql").toAbsolutePath();

    private static Path folder;
    private static Path data;

    @BeforeAll
    static void a_database_with_a_file() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "backup-")
                .toAbsolutePath();
        data = folder.resolve("data");
        try (var database = OwnPostgres.start(data, PROGRAMS, true)) {
            execute(database, "create table kept (number bigint primary key, twin bigint not null)");
            execute(database, "insert into kept select n, n from generate_series(1, 20000) n");
        }
        Files.createDirectories(data.resolve("files/ab"));
        Files.writeString(data.resolve("files/ab/photo"), "出生医学证明");
    }

    @AfterAll
    static void clean_up() {
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    @Test
    void a_backup_taken_while_people_write_is_restored_whole() throws Exception {
        var file = folder.resolve("busy.tar.gz");
        long before;
        try (var database = OwnPostgres.start(data, PROGRAMS, true)) {
            var writing = new AtomicBoolean(true);
            var begun = new CountDownLatch(1);
            var writer = Thread.ofVirtual().start(() -> write(database, writing, begun));
            begun.await();
            before = count(database);
            Backup.of(data, PROGRAMS, file);
            writing.set(false);
            writer.join();
        }

        var elsewhere = folder.resolve("elsewhere");
        Restore.from(file, elsewhere, PROGRAMS);

        try (var restored = OwnPostgres.start(elsewhere, PROGRAMS, true)) {
            assertThat(count(restored)).isGreaterThanOrEqualTo(before);
            assertThat(ask(restored, "select count(*) from kept where number <> twin"))
                    .isZero();
            assertThat(ask(restored, "select max(number) - count(*) from kept")).isZero();
        }
        assertThat(elsewhere.resolve("files/ab/photo")).hasContent("出生医学证明");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_backup_of_a_stopped_product_restores_beside_what_was_there() throws Exception {
        var file = folder.resolve("quiet.tar.gz");
        Backup.of(data, PROGRAMS, file);
        var other = folder.resolve("other");
        try (var database = OwnPostgres.start(other, PROGRAMS, true)) {
            execute(database, "create table older (number bigint primary key)");
        }

        var aside = Restore.from(file, other, PROGRAMS);

        assertThat(aside.resolve("pg/PG_VERSION")).exists();
        try (var restored = OwnPostgres.start(other, PROGRAMS, true)) {
            assertThat(count(restored)).isGreaterThanOrEqualTo(20_000);
        }
    }

    @Test
    void nothing_is_overwritten_and_nothing_is_restored_under_a_running_product() throws Exception {
        var file = Files.writeString(folder.resolve("there.tar.gz"), "already");

        assertThatThrownBy(() -> Backup.of(data, PROGRAMS, file)).hasMessageContaining("overwrites nothing");
        try (var _ = DataFolder.take(folder.resolve("held"))) {
            assertThatThrownBy(() -> Restore.from(file, folder.resolve("held"), PROGRAMS))
                    .hasMessageContaining("Another Yici");
        }
    }

    private static void write(OwnPostgres database, AtomicBoolean writing, CountDownLatch begun) {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var insert = connection.prepareStatement(
                        "insert into kept select max(number) + 1, max(number) + 1 from kept")) {
            while (writing.get()) {
                insert.executeUpdate();
                begun.countDown();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(OwnPostgres database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(OwnPostgres database) throws SQLException, IOException {
        return ask(database, "select count(*) from kept");
    }

    private static long ask(OwnPostgres database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
