package yici.house;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import yici.kit.Translated;
import yici.openid.RelyingParties;
import yici.openid.RelyingParty;

/** The sample department's web application of {@code sample/relying-party}, as it ships, in a process of its own. */
public final class SampleDepartment implements AutoCloseable {

    private static final long PATIENCE_S = 120;

    private final Process process;
    private final String url;
    private final String clientId;

    private SampleDepartment(Process process, String url, String clientId) {
        this.process = process;
        this.url = url;
        this.clientId = clientId;
    }

    /** Registered for this body, running, and its sign-on ready. */
    public static SampleDepartment of(String body) throws IOException, InterruptedException {
        int port = freePort();
        var clientId = "department-" + port;
        register(clientId, body, "http://localhost:" + port);
        return launch(port, clientId);
    }

    /** One that was registered already, for this port. */
    public static SampleDepartment launch(int port, String clientId) throws IOException, InterruptedException {
        var url = "http://localhost:" + port;
        var folder = Files.createTempDirectory(Path.of("target"), "department-");
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        library(),
                        Path.of("sample", "relying-party", "Department.java").toString(),
                        Product.running().url(),
                        String.valueOf(port),
                        clientId,
                        folder.toString())
                .redirectOutput(folder.resolve("out.log").toFile())
                .redirectError(folder.resolve("err.log").toFile())
                .start();
        var department = new SampleDepartment(process, url, clientId);
        department.untilReady(folder);
        return department;
    }

    public String url() {
        return url;
    }

    public String clientId() {
        return clientId;
    }

    /** Out of the sandbox: a public body's own system. Its keys are read where it publishes them. */
    static void register(String clientId, String body, String url) {
        var parties = Product.running().bean(RelyingParties.class);
        parties.save(new RelyingParty(
                clientId,
                Translated.of("业务系统 " + clientId, "System " + clientId),
                body,
                parties.sector(body),
                RelyingParty.Profile.FAPI2,
                RelyingParty.Authentication.PRIVATE_KEY_JWT,
                new byte[0],
                new JWKSet(),
                url + "/keys",
                List.of(url + "/return"),
                List.of(url + "/goodbye"),
                url + "/backchannel-logout",
                Set.of("openid", "profile", "acting_for"),
                Set.of("authorization_code"),
                false,
                JWSAlgorithm.ES256,
                false,
                true));
    }

    private void untilReady(Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        var out = folder.resolve("out.log");
        while (!Files.readString(out).contains(url)) {
            if (!process.isAlive())
                throw new IllegalStateException("ended: " + Files.readString(folder.resolve("err.log")));
            if (System.nanoTime() > end) throw new IllegalStateException("not ready after " + PATIENCE_S + " s");
            TimeUnit.MILLISECONDS.sleep(20);
        }
        try (var client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
        }
    }

    /** The one library it needs. */
    private static String library() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.contains("nimbus-jose-jwt"))
                .findFirst()
                .orElseThrow();
    }

    /** Below those that browsers and databases take for a connection of theirs: it has to stay free until the department starts. */
    public static int freePort() throws IOException {
        for (int tries = 0; ; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                if (tries == 20) throw taken;
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
