package yici.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import yici.house.Launched;
import yici.publication.PublishBench;

/**
 * Public pages beside nginx, which serves the same bytes, compressed beforehand, from its files: requests per second and the 99th percentile,
 * in turn on the same machine, by {@code wrk} with 32 connections. And what a reader's first visit transfers; then what {@link PublishBench} measures.
 */
public final class SiteBench {

    private static final List<String> PAGES = List.of("/zh/works/work-plans-2021", "/zh/columns/plan-14-5", "/");
    private static final Duration EACH = Duration.ofSeconds(8);
    private static final int ROUNDS = 3;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");

    private final HttpClient client = HttpClient.newHttpClient();

    private SiteBench() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-site-")
                .toAbsolutePath();
        try (var product = Launched.byScript(folder.resolve("data")).untilReady()) {
            new SiteBench().measure(product.url(), folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
        PublishBench.measure();
        System.exit(0);
    }

    private void measure(String url, Path folder) throws IOException, InterruptedException {
        for (var page : PAGES) get(url + page); // rendered; from now on it stands ready
        var nginx = new Nginx(folder);
        for (var page : PAGES) nginx.hold(page, get(url + page));
        try (nginx) {
            nginx.start();
            for (var page : PAGES) beside(page, url, nginx.url());
        }
        for (var page : PAGES)
            System.out.printf("%-44s %6.1f kB%n", "first visit to " + page + ", transferred", visit(url, page));
    }

    private void beside(String page, String ours, String theirs) throws IOException, InterruptedException {
        load(ours + page); // warm
        var mine = new ArrayList<Load>();
        var nginx = new ArrayList<Load>();
        for (int i = 0; i < ROUNDS; i++) {
            mine.add(load(ours + page));
            nginx.add(load(theirs + Nginx.name(page)));
        }
        var own = Load.middle(mine);
        var other = Load.middle(nginx);
        System.out.printf("%-24s Yici  %8.0f per s   p99 %6.2f ms%n", page, own.perSecond(), own.p99());
        System.out.printf("%-24s nginx %8.0f per s   p99 %6.2f ms%n", page, other.perSecond(), other.p99());
        line(page + ": of nginx's requests per second, at least 0.5", own.perSecond() / other.perSecond(), 0.5, true);
        line(page + ": times nginx's p99, at most 3", own.p99() / other.p99(), 3, false);
    }

    private static void line(String what, double figure, double limit, boolean least) {
        System.out.printf("%-60s %6.2f  %s%n", what, figure, least == figure >= limit ? "reached" : "MISSED");
    }

    private record Load(double perSecond, double p99) {

        /** Of rounds in turn, that in the middle by rate. */
        static Load middle(List<Load> rounds) {
            return rounds.stream()
                    .sorted(java.util.Comparator.comparingDouble(Load::perSecond))
                    .toList()
                    .get(rounds.size() / 2);
        }
    }

    private static Load load(String address) throws IOException, InterruptedException {
        var wrk = new ProcessBuilder(
                        "wrk",
                        "--threads=1",
                        "--connections=32",
                        "--duration=" + EACH.toSeconds() + "s",
                        "--latency",
                        "--header=Accept-Encoding: gzip",
                        "--header=Accept-Language: zh-CN",
                        address)
                .redirectErrorStream(true)
                .start();
        var said = new String(wrk.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        wrk.waitFor();
        var rate = RATE.matcher(said);
        var p99 = P99.matcher(said);
        if (said.contains("Non-2xx") || !rate.find() || !p99.find()) throw new IllegalStateException(said);
        double unit = switch (p99.group(2)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1000;
        };
        return new Load(Double.parseDouble(rate.group(1)), Double.parseDouble(p99.group(1)) * unit);
    }

    /** The page, its styles and scripts, as they come over the wire. */
    private double visit(String url, String page) throws IOException, InterruptedException {
        var html = client.send(HttpRequest.newBuilder(URI.create(url + page)).build(), BodyHandlers.ofString())
                .body();
        var parts = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+\\.(?:css|js|svg))")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .distinct();
        long bytes = 0;
        for (var part : Stream.concat(Stream.of(page), parts).toList())
            bytes += get(url + part).body().length;
        return bytes / 1000.0;
    }

    private HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept-Encoding", "gzip")
                .header("Accept-Language", "zh-CN");
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw new IllegalStateException(address + " answered " + answer.statusCode());
        return answer;
    }
}
