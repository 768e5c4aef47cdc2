package yici.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own, as a person starts it, so that it can be killed. */
public final class Launched implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path data;
    private final Path portFile;

    private Launched(Process process, Path data, Path portFile) {
        this.process = process;
        this.data = data;
        this.portFile = portFile;
    }

    /** From the classes of this build, without the sample. */
    public static Launched fromClasses(Path data, String... options) throws IOException {
        return fromClasses(data, "", options);
    }

    /** From the classes of this build, with the sample. */
    static Launched withSample(Path data) throws IOException {
        return fromClasses(data, "sample", new String[0]);
    }

    /** From the classes of this build, with a province of one's own. */
    public static Launched withProvince(Path data, Path province) throws IOException {
        return fromClasses(data, province.toString(), new String[0]);
    }

    private static Launched fromClasses(Path data, String sample, String[] options) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "yici.Yici",
                "--yici.sample=" + sample));
        command.addAll(List.of(options));
        return start(data, command);
    }

    /** By {@code ./yici run}, with the sample. */
    public static Launched byScript(Path data, String... options) throws IOException {
        var command = new ArrayList<>(List.of("./yici", "run"));
        command.addAll(List.of(options));
        return start(data, command);
    }

    private static Launched start(Path data, List<String> command) throws IOException {
        Files.createDirectories(data);
        var portFile = data.resolve("port");
        Files.deleteIfExists(portFile);
        var whole = new ArrayList<>(command);
        if (command.stream().noneMatch(option -> option.startsWith("--server.port"))) whole.add("--server.port=0");
        whole.add("--yici.data=" + data.toAbsolutePath());
        whole.add("--yici.db.programs=" + Path.of("target", "postgresql").toAbsolutePath());
        whole.add("--yici.port-file=" + portFile.toAbsolutePath());
        var process = new ProcessBuilder(whole)
                .redirectOutput(data.resolve("out.log").toFile())
                .redirectError(data.resolve("err.log").toFile())
                .start();
        return new Launched(process, data, portFile);
    }

    /** Until the port is known or the process has ended. */
    public Launched untilReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(portFile)) {
            if (!process.isAlive())
                throw new IllegalStateException("ended with " + process.exitValue() + ": " + errors());
            if (System.nanoTime() > end) throw new IllegalStateException("not ready after " + PATIENCE);
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return this;
    }

    int status(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url() + path)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    public String url() throws IOException {
        return "http://localhost:" + Files.readString(portFile);
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** PostgreSQL's first process. */
    public ProcessHandle database() throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip())).orElseThrow();
    }

    public String jdbcUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/postgres?user=postgres&password="
                + Files.readString(data.resolve("pg.password")).strip();
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(data.resolve("pg/postmaster.pid"));
    }

    String output() throws IOException {
        return Files.readString(data.resolve("out.log"));
    }

    String errors() throws IOException {
        return Files.readString(data.resolve("err.log"));
    }

    /** SIGKILL: nothing of the product's own runs after it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, what Ctrl-C and systemd send, and the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("did not stop");
        return process.exitValue();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) throw new IllegalStateException("still runs");
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) stop();
    }
}
