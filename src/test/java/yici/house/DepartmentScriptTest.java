package yici.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./yici department}, by the script itself, in a checkout that is built already. */
class DepartmentScriptTest {

    private static final int PATIENCE_S = 30;

    @TempDir
    private Path checkout;

    @Test
    void it_starts_sends_people_to_the_provider_and_ends_when_it_is_told_to() throws IOException, InterruptedException {
        buildDone();
        int port = SampleDepartment.freePort();
        var url = "http://localhost:" + port;
        SampleDepartment.register("department-" + port, "civil-affairs@430523000000", url);

        var process = script("yici", "department", "" + port, "department-" + port);
        try {
            untilItSays(process, url);
            assertThat(ask(url + "/").statusCode()).isEqualTo(200);
            var sent = ask(url + "/records");
            assertThat(sent.statusCode()).isEqualTo(303);
            assertThat(sent.headers().firstValue("Location").orElseThrow())
                    .startsWith(Product.running().url() + "/oauth2/authorize?");
        } finally {
            process.destroy();
        }

        assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        Assertions.assertThatThrownBy(() -> ask(url + "/")).isInstanceOf(ConnectException.class);
    }

    /** What the script builds from, and what it has built: the one library that the department needs. */
    private void buildDone() throws IOException, InterruptedException {
        copy("yici");
        try (var files = Files.list(Path.of("sample", "relying-party"))) {
            for (var file : files.toList()) copy(file.toString());
        }
        Files.createDirectories(checkout.resolve("src/main"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        var lines = Files.readAllLines(checkout.resolve("yici"));
        Files.write(checkout.resolve("stamp"), lines.subList(0, lines.size() - 1));
        Files.writeString(checkout.resolve("stamp"), "\nfind_java\nstamp\n", java.nio.file.StandardOpenOption.APPEND);

        var asked = script("stamp");
        assertThat(asked.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        var app = checkout.resolve("target/run").resolve(said().strip());
        Files.createDirectories(app.resolve("lib"));
        Files.copy(library(), app.resolve("lib").resolve(library().getFileName()));
        Files.createFile(app.resolve("ready"));
    }

    private void copy(String file) throws IOException {
        var to = checkout.resolve(file);
        Files.createDirectories(to.getParent());
        Files.copy(Path.of(file), to);
    }

    private static Path library() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.contains("nimbus-jose-jwt"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }

    private Process script(String name, String... arguments) throws IOException {
        var command =
                new java.util.ArrayList<>(List.of("bash", checkout.resolve(name).toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectOutput(checkout.resolve("out.log").toFile())
                .redirectError(checkout.resolve("err.log").toFile());
        builder.environment().put("YICI_PUBLIC_URL", Product.running().url());
        builder.environment().put("YICI_DATA", checkout.resolve("data").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private String said() throws IOException {
        return Files.readString(checkout.resolve("out.log"));
    }

    private void untilItSays(Process process, String url) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!said().contains(url)) {
            if (!process.isAlive()) throw new AssertionError("ended: " + Files.readString(checkout.resolve("err.log")));
            if (System.nanoTime() > end) throw new AssertionError("not ready after " + PATIENCE_S + " s");
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static HttpResponse<String> ask(String url) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
