package yici.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The whole product as processes: killed, started again, stopped, started twice. */
class RunTest {

    private Path data;

    @BeforeEach
    void an_empty_folder() throws IOException {
        data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "run-");
    }

    @AfterEach
    void clean_up() {
        FileSystemUtils.deleteRecursively(data.toFile());
    }

    @Test
    void killed_it_starts_again_with_nothing_lost_and_stopped_it_takes_its_database_along() throws Exception {
        var first = Launched.fromClasses(data).untilReady();
        write(first, "written before the kill");
        var orphan = first.database();
        first.kill();
        assertThat(orphan.isAlive()).isTrue();

        try (var second = Launched.fromClasses(data).untilReady()) {
            assertThat(second.status("/sign-in")).isEqualTo(200);
            assertThat(read(second)).isEqualTo("written before the kill");
            assertThat(orphan.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();

            var database = second.database();
            assertThat(second.stop()).isEqualTo(143);
            assertThat(database.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        }
        assertThat(data.resolve("pg/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(data.resolve("err.log"))).doesNotContain("Exception");
    }

    @Test
    void stopped_while_it_first_loads_the_province_it_ends_without_a_word_and_the_next_start_goes_on()
            throws Exception {
        var first = Launched.withSample(data);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> first.output().contains("jurisdiction loaded"));

        assertThat(first.stop()).isEqualTo(143);
        assertThat(first.output() + first.errors()).doesNotContain("Exception").doesNotContain("sandbox loaded");
        assertThat(data.resolve("pg/postmaster.pid")).doesNotExist();
        try (var second = Launched.withSample(data).untilReady()) {
            assertThat(second.output()).contains("sandbox loaded").doesNotContain("jurisdiction loaded");
            assertThat(second.status("/events")).isEqualTo(200);
        }
    }

    @Test
    void a_second_one_on_the_same_folder_and_one_on_a_taken_port_say_why_not_in_one_sentence() throws Exception {
        try (var first = Launched.fromClasses(data).untilReady()) {
            var second =
                    Launched.fromClasses(data, "--server.port=" + first.url().replaceFirst(".*:", ""));

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.errors().lines().filter(line -> !line.startsWith("Picked up")))
                    .singleElement()
                    .asString()
                    .startsWith("Another Yici (process " + first.handle().pid() + ") already works on "
                            + data.toAbsolutePath());
            assertThat(first.database().isAlive()).isTrue();
        }
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            var third = Launched.fromClasses(data, "--server.port=" + taken.getLocalPort());

            assertThat(third.exitCode()).isEqualTo(1);
            assertThat(third.errors()).contains("Port " + taken.getLocalPort() + " is already in use.");
            assertThat(third.errors()).doesNotContain("\tat ");
            assertThat(data.resolve("pg/postmaster.pid")).doesNotExist();
        }
    }

    private static void write(Launched product, String text) throws Exception {
        try (var connection = DriverManager.getConnection(product.jdbcUrl());
                var insert = connection.prepareStatement(
                        "insert into house.sample (room, fingerprint) values ('test', ?)")) {
            insert.setString(1, text);
            insert.executeUpdate();
        }
    }

    private static String read(Launched product) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(product.jdbcUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select fingerprint from house.sample where room = 'test'")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
