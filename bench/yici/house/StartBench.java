package yici.house;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * How long a person waits from {@code ./yici run} to the first page, and what memory it then holds, beside what the JDK alone takes on the
 * same machine in the same run. On Linux memory is read as Pss, which counts PostgreSQL's shared memory once.
 */
public final class StartBench {

    private static final int STARTS = 5;
    private static final int PAGES = 300;

    private StartBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1 && arguments[0].equals("smallest-server")) {
            smallestServer();
            return;
        }
        double version = median(List.of(version(), version(), version()));
        double smallest = median(List.of(smallest(), smallest(), smallest()));
        System.out.printf("%-52s %6.2f s%n", "java -version", version);
        System.out.printf("%-52s %6.2f s%n", "the JDK's own HTTP server, first page", smallest);

        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-start-");
        try {
            var first = start(data, 0);
            System.out.printf("%-52s %6.2f s%n", "first start, database made and sample loaded", first.seconds());

            var starts = new ArrayList<Start>();
            for (int i = 0; i < STARTS; i++) starts.add(start(data, i == STARTS - 1 ? PAGES : 1));
            double second = median(starts.stream().map(Start::seconds).toList());
            System.out.printf(
                    "%-52s %6.2f s   (%s)%n",
                    "second start, first page of /, median of " + STARTS,
                    second,
                    String.join(
                            " ",
                            starts.stream()
                                    .map(s -> "%.2f".formatted(s.seconds()))
                                    .toList()));
            System.out.printf("%-52s %6.1f x%n", "  against java -version", second / version);
            System.out.printf("%-52s %6.1f x%n", "  against the smallest HTTP server", second / smallest);
            System.out.printf(
                    "%-52s %6.2f s%n",
                    "stop, database included, median",
                    median(starts.stream().map(Start::stopSeconds).toList()));
            var last = starts.getLast();
            System.out.printf("%-52s %6d MB%n", "resident: Java, after " + PAGES + " pages", last.javaMegabytes());
            System.out.printf(
                    "%-52s %6d MB in %d processes%n",
                    "resident: PostgreSQL", last.databaseMegabytes(), last.databaseProcesses());
        } finally {
            FileSystemUtils.deleteRecursively(data.toFile());
        }
    }

    private record Start(
            double seconds, double stopSeconds, long javaMegabytes, long databaseMegabytes, long databaseProcesses) {}

    private static Start start(Path data, int pages) throws Exception {
        long begun = System.nanoTime();
        try (var product = Launched.byScript(data).untilReady();
                var client = HttpClient.newHttpClient()) {
            get(client, product.url() + "/");
            double seconds = since(begun);
            for (int i = 1; i < pages; i++) get(client, product.url() + (i % 2 == 0 ? "/" : "/sign-in"));

            var database = Stream.concat(
                            Stream.of(product.database()), product.database().descendants())
                    .toList();
            long java = megabytes(product.handle());
            long postgres = database.stream().mapToLong(StartBench::megabytes).sum();
            long stopping = System.nanoTime();
            product.stop();
            return new Start(seconds, since(stopping), java, postgres, database.size());
        }
    }

    private static void get(HttpClient client, String url) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(url + " answered " + answer.statusCode());
    }

    private static double version() throws Exception {
        long begun = System.nanoTime();
        new ProcessBuilder(java(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return since(begun);
    }

    private static double smallest() throws Exception {
        long begun = System.nanoTime();
        var process = new ProcessBuilder(
                        java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartBench.class.getName(),
                        "smallest-server")
                .start();
        try (var client = HttpClient.newHttpClient()) {
            get(client, "http://localhost:" + process.inputReader().readLine() + "/");
            return since(begun);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void smallestServer() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    private static long megabytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        } catch (IOException e) {
            return 0; // no /proc here
        }
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0
                ? Double.NaN
                : Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }
}
