package yici.openid;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One OpenID provider under measurement, known by its discovery document like any other.
 *
 * @param redirect registered for the client; nothing listens there, only the Location is read
 * @param logins people who can sign in with {@link #password}
 * @param processes what runs it, without its database
 * @param database its name on the common PostgreSQL; empty when it has another
 */
record Provider(
        String name,
        JsonNode description,
        String clientId,
        String clientSecret,
        String redirect,
        List<String> logins,
        String password,
        List<ProcessHandle> processes,
        String database) {

    static Provider discovered(
            String name,
            String issuer,
            String clientId,
            String clientSecret,
            String redirect,
            List<String> logins,
            String password,
            List<ProcessHandle> processes,
            String database)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create(issuer + "/.well-known/openid-configuration");
            var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IOException(address + " answered " + answer.statusCode());
            var description = JsonMapper.shared().readTree(answer.body());
            return new Provider(
                    name, description, clientId, clientSecret, redirect, logins, password, processes, database);
        }
    }

    URI endpoint(String name) {
        return URI.create(description.get(name + "_endpoint").asString());
    }

    Duration cpu() {
        return processes.stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Pss, so that what processes share counts once. */
    long megabytes() {
        return processes.stream().mapToLong(Provider::kilobytes).sum() / 1024;
    }

    private static long kilobytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0; // no /proc here
        }
    }
}
