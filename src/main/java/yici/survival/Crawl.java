package yici.survival;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import yici.kit.Language;

/** Walks the running site as a visitor without cookies does, and lays down what it is given. One answer that says the site is broken ends it. */
final class Crawl implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final int IN_HAND = 200;
    private static final int MOST = 2_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Pattern LISTED = Pattern.compile("<loc>([^<]+)</loc>");

    /**
     * @param movedTo where the site sends whoever asks
     * @param leadsTo what of the site it names
     */
    record Answer(int status, String type, Optional<Place> movedTo, Set<Place> leadsTo) {
        boolean isThere() {
            return status == 200;
        }

        boolean isHtml() {
            return type.startsWith("text/html");
        }
    }

    private record Got(Place place, Answer answer) {}

    private final URI from;
    private final Scope scope;
    private final Path folder;
    private final URI official;
    private final Optional<Archive> archive;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);

    /** @param archive where each answer is kept as it came */
    Crawl(URI from, URI official, Scope scope, Path folder, Optional<Archive> archive, Clock clock) {
        this.from = from;
        this.official = official;
        this.archive = archive;
        this.clock = clock;
        this.scope = scope;
        this.folder = folder;
    }

    /** Every place that was found, with what came of it; the files lie in the folder as they were given. */
    Map<Place, Answer> walk() throws IOException {
        var answers = new LinkedHashMap<Place, Answer>();
        var next = beginnings();
        while (!next.isEmpty()) {
            var found = new LinkedHashSet<Place>();
            var open = new ArrayList<>(next);
            for (int at = 0; at < open.size(); at += IN_HAND)
                for (var got : ask(open.subList(at, Math.min(open.size(), at + IN_HAND)))) {
                    answers.put(got.place(), got.answer());
                    found.addAll(got.answer().leadsTo());
                    got.answer().movedTo().ifPresent(found::add);
                }
            found.removeAll(answers.keySet());
            if (answers.size() + found.size() > MOST) throw new IOException("more than " + MOST + " addresses");
            next = found;
        }
        return answers;
    }

    private static Set<Place> beginnings() {
        var places = new LinkedHashSet<Place>();
        for (var language : Language.values())
            for (var path : List.of("/", Place.SEARCH, "/works.atom")) places.add(Place.page(language, path));
        places.add(Place.resource("/robots.txt"));
        places.add(Place.resource("/sitemap.xml"));
        return places;
    }

    private Collection<Got> ask(List<Place> places) throws IOException {
        var answers = new ArrayList<Got>();
        try {
            for (var answer : hands.invokeAll(places.stream()
                    .map(place -> (java.util.concurrent.Callable<Got>) () -> new Got(place, ask(place)))
                    .toList())) answers.add(answer.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() instanceof IOException why ? why.getMessage() : e.toString(), e);
        }
        return answers;
    }

    private Answer ask(Place place) throws IOException, InterruptedException {
        var address = from.resolve(place.address());
        var response = get(address);
        int status = response.statusCode();
        if (status >= 500) throw new IOException(address + " answered " + status);
        if (archive.isPresent()) archive.get().add(official.resolve(place.address()), response, clock.instant());

        var language = place.language().orElse(Language.ZH);
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (status >= 300 && status < 400) {
            var to = response.headers()
                    .firstValue("Location")
                    .map(href -> scope.read(href, address, language))
                    .flatMap(link ->
                            link instanceof Link.Inside inside ? Optional.of(inside.place()) : Optional.empty());
            return new Answer(status, type, to, Set.of());
        }
        if (status != 200) return new Answer(status, type, Optional.empty(), Set.of());

        var file = folder.resolve(place.file());
        Files.createDirectories(file.getParent());
        Files.write(file, response.body());
        return new Answer(status, type, Optional.empty(), leadsTo(place, type, address, response.body(), language));
    }

    /** A moment of weakness is forgiven; one that lasts is not. */
    private HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                var answer = once(address);
                if (answer.statusCode() < 500 || tried == TRIES) return answer;
            } catch (IOException e) {
                if (tried == TRIES) throw e;
            }
            Thread.sleep(PAUSE.multipliedBy(tried));
        }
    }

    private HttpResponse<byte[]> once(URI address) throws IOException, InterruptedException {
        try {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("User-Agent", "yici-export-site")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IOException(address + " does not answer: " + e, e);
        }
    }

    private Set<Place> leadsTo(Place place, String type, URI address, byte[] body, Language language) {
        var hrefs = new ArrayList<String>();
        if (type.startsWith("text/html")) {
            var page = Jsoup.parse(new String(body, java.nio.charset.StandardCharsets.UTF_8));
            page.select("a[href], link[href], use[href]").forEach(one -> hrefs.add(one.attr("href")));
            page.select("[src]").forEach(one -> hrefs.add(one.attr("src")));
        } else if (place.path().startsWith("/sitemap")) {
            var listed = LISTED.matcher(new String(body, java.nio.charset.StandardCharsets.UTF_8));
            while (listed.find()) hrefs.add(listed.group(1).replace("&amp;", "&"));
        }
        var places = new LinkedHashSet<Place>();
        for (var href : hrefs)
            if (scope.read(href, address, language) instanceof Link.Inside inside) places.add(inside.place());
        return places;
    }

    @Override
    public void close() {
        hands.shutdownNow();
        client.close();
    }
}
