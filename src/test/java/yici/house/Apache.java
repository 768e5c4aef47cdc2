package yici.house;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yici.kit.Translated;
import yici.openid.RelyingParties;
import yici.openid.RelyingParty;

/** An Apache of its own with {@code docs/connect/mod-auth-openidc.conf} as it stands there, and an old application behind it. */
public final class Apache implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/apache2");
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
    private static final Path RECIPE = Path.of("docs", "connect", "mod-auth-openidc.conf");

    private final Process process;
    private final HttpServer old;
    private final String url;

    private Apache(Process process, HttpServer old, String url) {
        this.process = process;
        this.old = old;
        this.url = url;
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.exists(MODULES.resolve("mod_auth_openidc.so"));
    }

    public static Apache start() throws IOException, InterruptedException {
        int port = SampleDepartment.freePort();
        var url = "http://localhost:" + port;
        var secret = register("old-" + port, url);
        var old = oldApplication();
        var folder = Files.createTempDirectory(Path.of("target"), "apache-").toAbsolutePath();
        var config = Files.writeString(
                folder.resolve("httpd.conf"),
                config(folder, port, url, secret, old.getAddress().getPort()));
        var process = new ProcessBuilder(PROGRAM.toString(), "-f", config.toString(), "-DFOREGROUND")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        var apache = new Apache(process, old, url);
        apache.untilReady(port, folder);
        return apache;
    }

    public String url() {
        return url;
    }

    private static String register(String clientId, String url) {
        var parties = Product.running().bean(RelyingParties.class);
        var secret = parties.freshSecret();
        parties.save(new RelyingParty(
                clientId,
                Translated.of("旧系统", "Old application"),
                "civil-affairs@430523000000",
                parties.sector(clientId),
                RelyingParty.Profile.LEGACY,
                RelyingParty.Authentication.CLIENT_SECRET_BASIC,
                parties.hashOfSecret(secret),
                new JWKSet(),
                "",
                List.of(url + "/oidc/callback"),
                List.of(url + "/goodbye"),
                url + "/oidc/callback?logout=backchannel",
                Set.of("openid", "profile"),
                Set.of("authorization_code"),
                false,
                JWSAlgorithm.RS256,
                false,
                true));
        return secret;
    }

    /** It knows nothing of signing in: it writes down what came with the request. */
    private static HttpServer oldApplication() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", call -> {
            var seen = call.getRequestHeaders().entrySet().stream()
                    .filter(header -> header.getKey().matches("(?i)oidc_.*|x-person-.*|cookie"))
                    .map(header -> header.getKey().toLowerCase(java.util.Locale.ROOT) + ": "
                            + new String(
                                    header.getValue().getFirst().getBytes(StandardCharsets.ISO_8859_1),
                                    StandardCharsets.UTF_8))
                    .sorted()
                    .collect(Collectors.joining("\n"));
            var bytes = (call.getRequestURI().getPath() + "\n" + seen).getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        });
        server.start();
        return server;
    }

    private static String config(Path folder, int port, String url, String secret, int oldPort) {
        var modules = Stream.of(
                        "mpm_event",
                        "authn_core",
                        "authz_core",
                        "authz_user",
                        "headers",
                        "proxy",
                        "proxy_http",
                        "auth_openidc")
                .map(name -> "LoadModule " + name + "_module " + MODULES.resolve("mod_" + name + ".so"))
                .collect(Collectors.joining("\n"));
        return """
                ServerRoot %1$s
                ServerName localhost
                PidFile %1$s/pid
                ErrorLog %1$s/error.log
                LogLevel warn auth_openidc:info
                Listen 127.0.0.1:%2$d
                %3$s
                Define YICI %4$s
                Define SYSTEM %5$s
                Define CLIENT old-%2$d
                Define SECRET %6$s
                Define PHRASE a-random-phrase-of-this-apache
                Define OLD http://127.0.0.1:%7$d
                Include %8$s
                """.formatted(
                        folder, port, modules, Product.running().url(), url, secret, oldPort, RECIPE.toAbsolutePath());
    }

    private void untilReady(int port, Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            if (!process.isAlive()) throw new IllegalStateException(Files.readString(folder.resolve("out.log")));
            try (var _ = new java.net.Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new IllegalStateException("Apache does not listen: " + folder);
    }

    @Override
    public void close() throws InterruptedException {
        old.stop(0);
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
