package yici.openid;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** An unpacked Keycloak, in production mode on the PostgreSQL of the product under a database of its own. */
final class Keycloak implements AutoCloseable {

    static final String DATABASE = "keycloak";
    private static final String REALM = "bench";
    private static final String SECRET = "a-secret-of-the-benchmark-0123456789";
    private static final String PASSWORD = "a long password 2026";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final int port;
    private final List<String> logins;

    private Keycloak(Process process, int port, List<String> logins) {
        this.process = process;
        this.port = port;
        this.logins = logins;
    }

    /**
     * @param folder where the distribution was unpacked; its own import folder is written to
     * @param jdbcUrl of the common PostgreSQL, with user and password
     */
    static Keycloak started(Path folder, String jdbcUrl, String redirect, int people)
            throws IOException, SQLException, InterruptedException {
        makeDatabase(jdbcUrl);
        var logins = Stream.iterate(1, n -> n + 1)
                .limit(people)
                .map(n -> "person" + n)
                .toList();
        var imports = Files.createDirectories(folder.resolve("data/import"));
        Files.writeString(imports.resolve(REALM + "-realm.json"), realm(logins, redirect));
        int port = freePort();
        int managementPort = freePort();
        var address = URI.create(jdbcUrl.substring("jdbc:".length()));
        var parameters = address.getQuery().split("[&=]");
        var process = new ProcessBuilder(
                        folder.resolve("bin/kc.sh").toString(),
                        "start",
                        "--import-realm",
                        "--db=postgres",
                        "--db-url=jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + "/" + DATABASE,
                        "--db-username=" + parameters[1],
                        "--db-password=" + parameters[3],
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort,
                        "--hostname=http://localhost:" + port,
                        "--cache=local",
                        "--log-level=WARN")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bench.log").toFile())
                .start();
        var keycloak = new Keycloak(process, port, logins);
        keycloak.untilReady(folder);
        return keycloak;
    }

    Provider provider(String redirect) throws IOException, InterruptedException {
        return Provider.discovered(
                "Keycloak",
                issuer(),
                "bench",
                SECRET,
                redirect,
                logins,
                PASSWORD,
                Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .toList(),
                DATABASE);
    }

    private String issuer() {
        return "http://localhost:" + port + "/realms/" + REALM;
    }

    private static void makeDatabase(String jdbcUrl) throws SQLException {
        try (var owner = DriverManager.getConnection(jdbcUrl);
                var statement = owner.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
    }

    /** The default realm settings: Argon2id for passwords, RS256 for tokens, sessions and refresh tokens in the database, rotated. */
    private static String realm(List<String> logins, String redirect) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "realm",
                        REALM,
                        "enabled",
                        true,
                        "sslRequired",
                        "none",
                        "revokeRefreshToken",
                        true,
                        "clients",
                        List.of(Map.of(
                                "clientId",
                                "bench",
                                "secret",
                                SECRET,
                                "redirectUris",
                                List.of(redirect),
                                "serviceAccountsEnabled",
                                true,
                                "standardFlowEnabled",
                                true)),
                        "users",
                        logins.stream()
                                .map(login -> Map.of(
                                        "username",
                                        login,
                                        "enabled",
                                        true,
                                        "firstName",
                                        "Some",
                                        "lastName",
                                        "Body",
                                        "email",
                                        login + "@example.org",
                                        "emailVerified",
                                        true,
                                        "credentials",
                                        List.of(Map.of("type", "password", "value", PASSWORD))))
                                .toList()));
    }

    private void untilReady(Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(issuer())).build();
            while (System.nanoTime() < end) {
                if (!process.isAlive())
                    throw new IllegalStateException("ended: " + Files.readString(folder.resolve("bench.log")));
                try {
                    var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
                    if (answer.statusCode() == 200) return;
                } catch (IOException notYet) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        }
        throw new IllegalStateException("not ready after " + PATIENCE);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }
}
