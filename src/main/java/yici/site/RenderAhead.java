package yici.site;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import yici.kit.Language;

/**
 * Asks for public pages before anybody else does: after the start those that lead to the rest, after a change those that have grown old and are
 * read most. One after the other by a single hand, so that readers do not notice.
 */
@Component
class RenderAhead implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RenderAhead.class);

    /** A reader who comes at once finds the processor free. */
    private static final Duration AFTER_START = Duration.ofSeconds(5);

    /** A release set tells of its works one by one. */
    private static final Duration AFTER_CHANGE = Duration.ofMillis(200);

    private static final int MOST = 300;
    private static final List<String> BEGINNINGS = List.of("/", "/columns", "/events", "/works");
    private static final Pattern FURTHER =
            Pattern.compile("href=\"((?:/columns|/works|/events)/[a-zA-Z0-9-]{2,100})\"");

    private final KeptPages pages;
    private final boolean on;
    private final Semaphore changed = new Semaphore(0);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private volatile String base = "";
    private volatile boolean running;

    RenderAhead(KeptPages pages, @Value("${yici.pages.ahead}") boolean on) {
        this.pages = pages;
        this.on = on;
    }

    @EventListener
    void listens(WebServerInitializedEvent server) {
        base = "http://127.0.0.1:" + server.getWebServer().getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!on) return;
        running = true;
        pages.whenChanged(changed::release);
        Thread.ofVirtual().name("renders ahead").start(this::work);
    }

    private void work() {
        try {
            Thread.sleep(AFTER_START);
            quietly(() -> {
                for (var language : Language.values()) beginnings(language);
            });
            while (running) {
                changed.acquire();
                Thread.sleep(AFTER_CHANGE);
                changed.drainPermits();
                quietly(this::renew);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Readers who come are served all the same. */
    private void quietly(Work work) throws InterruptedException {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            if (running) log.info("pages are rendered when asked for, until the next change: {}", e.toString());
        }
    }

    /** What leads to the rest, and what it leads to. */
    private void beginnings(Language language) throws IOException, InterruptedException {
        var open = new ArrayDeque<>(BEGINNINGS);
        Set<String> seen = new LinkedHashSet<>(BEGINNINGS);
        while (!open.isEmpty() && running) {
            var page = get(open.pop() + "?lang=" + language.code(), false);
            FURTHER.matcher(page).results().map(found -> found.group(1)).forEach(path -> {
                if (seen.size() < MOST / Language.values().length && seen.add(path)) open.add(path);
            });
        }
    }

    /** @return how many pages were asked for anew */
    int renew() throws IOException, InterruptedException {
        int renewed = 0;
        for (var key : pages.stale(MOST)) {
            if (key.address().startsWith("//"))
                continue; // under a host name of its own, which only its readers ask for
            var separator = key.address().endsWith("?") ? "" : "&";
            var choices = "lang=" + key.language().code()
                    + (key.area().isEmpty() ? "" : "&area=" + URLEncoder.encode(key.area(), StandardCharsets.UTF_8))
                    + (key.large() ? "&size=large" : "");
            get(key.address() + separator + choices, key.secure());
            renewed++;
        }
        return renewed;
    }

    private String get(String path, boolean secure) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .header("User-Agent", "yici-render-ahead-bot");
        if (secure) request.header("X-Forwarded-Proto", "https");
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }

    @Override
    public void destroy() {
        running = false;
        changed.release();
        client.shutdownNow();
    }
}
