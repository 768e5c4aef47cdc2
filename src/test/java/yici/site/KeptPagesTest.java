package yici.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import yici.house.Http;
import yici.house.Launched;
import yici.house.MovableClock;
import yici.house.People;
import yici.house.Product;
import yici.kit.Language;
import yici.kit.Page;
import yici.kit.PublicChanges;

/** What everybody reads stands ready: rendered once, shown until something changes, shown still when the database is away. */
class KeptPagesTest {

    private final MovableClock clock = new MovableClock();
    private final KeptPages pages = new KeptPages(clock);
    private final PageShelf shelf = new PageShelf(folder(), 1 << 20);
    private final ServeKeptPages serve = new ServeKeptPages(pages, shelf, clock);

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "shelf-");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void what_memory_has_no_room_for_is_shown_from_disk_when_rendering_fails() throws Exception {
        ask(renders("put away"));
        shelf.settle();
        FilterChain broken = (_, _) -> {
            throw new ServletException("the database is away");
        };
        var memory = new KeptPages(clock);
        var later = new ServeKeptPages(memory, shelf, clock);
        assertThat(ask(later, broken)).isEqualTo("put away");
        assertThat(ask(later, renders("well again"))).isEqualTo("well again");
    }

    @Test
    void after_a_change_pages_are_rendered_before_anybody_asks() throws Exception {
        var product = Product.running();
        var kept = product.bean(KeptPages.class);
        new Http(Language.JA).get("/about?area=430523000000");
        kept.somethingChanged();
        assertThat(kept.stale(1000)).extracting(KeptPages.Key::address).contains("/about?");

        int renewed = product.bean(RenderAhead.class).renew();

        assertThat(renewed).isPositive();
        assertThat(kept.stale(1000))
                .filteredOn(key -> key.address().equals("/about?") && key.language() == Language.JA)
                .isEmpty();
    }

    @Test
    void the_shelf_keeps_its_bound_and_the_oldest_go_first() throws Exception {
        var small = new PageShelf(folder(), 20_000);
        var random = new java.util.Random(1);
        for (int i = 0; i < 40; i++) {
            var letters = new StringBuilder();
            for (int j = 0; j < 2000; j++) letters.append((char) ('a' + random.nextInt(26)));
            small.put(key("/" + i), page(letters.toString(), "t"));
        }
        small.settle();
        long there = java.util.stream.IntStream.range(0, 40)
                .filter(i -> small.find(key("/" + i)).isPresent())
                .count();
        assertThat(there).isBetween(5L, 16L);
        assertThat(small.find(key("/39"))).isPresent();
    }

    private static KeptPages.Key key(String address) {
        return new KeptPages.Key(address, Language.ZH, "", false, false);
    }

    @Test
    void a_page_is_answered_with_its_tag_and_not_sent_to_whoever_has_it() throws Exception {
        var first = get("/about", "Accept-Encoding", "gzip");
        var tag = first.headers().firstValue("ETag").orElseGet(() -> tag("/about"));
        var again = get("/about", "Accept-Encoding", "gzip", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void each_language_area_and_size_of_type_has_its_page_and_a_person_their_own() {
        new Http().get("/?area=430523000000");
        assertThat(new Http().get("/").body()).contains("办一件事").doesNotContain("邵阳县");
        assertThat(new Http(Language.EN).get("/").body()).contains("lang=\"en\"");
        assertThat(new Http(Language.EN).get("/?size=large").body()).contains("govuk-template large");
        assertThat(new Http(Language.EN).get("/").body()).doesNotContain("govuk-template large");
        var person = People.citizen("孔本人", "430523", "1995-03-16", true);
        var http = new Http();
        http.signIn(person.login());
        assertThat(http.get("/").body()).contains("孔本人");
        assertThat(new Http().get("/").body()).doesNotContain("孔本人");
    }

    @Test
    void no_page_that_is_kept_carries_a_token() {
        for (var path : List.of("/", "/about", "/privacy", "/accessibility")) {
            assertThat(new Http().get(path).body()).as(path).doesNotContain("_csrf");
        }
    }

    @Test
    void what_is_told_when_committed_makes_pages_about_it_old_and_what_is_rolled_back_does_not() {
        var kept = Product.running().bean(KeptPages.class);
        var key = new KeptPages.Key("/made-for-this-test?", Language.ZH, "", false, false);
        var page = page("x", "topic-of-this-test");
        kept.keep(key, page, kept.changes());
        var transaction = Product.running().bean(TransactionTemplate.class);
        var changes = Product.running().bean(PublicChanges.class);

        transaction.executeWithoutResult(status -> {
            changes.tell("topic-of-this-test");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> changes.tell("another-topic-of-this-test"));
        heard(kept, 1);
        assertThat(page.isStale()).isFalse();
        transaction.executeWithoutResult(_ -> changes.tell("topic-of-this-test"));
        heard(kept, 2);

        assertThat(page.isStale()).isTrue();
    }

    @Test
    void an_old_page_is_rendered_by_one_and_given_to_all_others_and_to_everybody_when_rendering_fails()
            throws Exception {
        assertThat(ask(renders("first"))).isEqualTo("first");
        assertThat(ask(renders("never asked"))).isEqualTo("first");
        pages.changed("topic");
        var meanwhile = new StringBuilder();

        var renewed = ask((request, response) -> {
            meanwhile.append(ask(renders("never asked either")));
            renders("second").doFilter(request, response);
        });

        assertThat(meanwhile).hasToString("first");
        assertThat(renewed).isEqualTo("second");
        pages.changed("topic");
        FilterChain broken = (_, _) -> {
            throw new ServletException("the database is away");
        };
        assertThat(ask(broken)).isEqualTo("second");
        assertThat(ask((_, response) -> ((jakarta.servlet.http.HttpServletResponse) response).setStatus(503)))
                .isEqualTo("second");
        assertThat(ask(renders("third"))).isEqualTo("third");
        clock.forward(Duration.ofMinutes(1));
        assertThat(ask(renders("fourth"))).isEqualTo("fourth");
    }

    @Test
    void a_page_nobody_kept_fails_as_it_did() {
        assertThatThrownBy(() -> ask((_, _) -> {
                    throw new ServletException("the database is away");
                }))
                .isInstanceOf(ServletException.class);
    }

    @Test
    void a_change_heard_while_a_page_is_rendered_makes_it_old_at_once() throws Exception {
        ask((request, response) -> {
            pages.changed("topic");
            renders("before the change").doFilter(request, response);
        });

        assertThat(ask(renders("after it"))).isEqualTo("after it");
    }

    @Test
    void with_the_database_gone_the_pages_stay_up() throws Exception {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "kept-");
        try (var product = Launched.fromClasses(data).untilReady()) {
            assertThat(get(product.url() + "/about", List.of()).statusCode()).isEqualTo(200);
            var database = product.database();
            database.destroyForcibly();
            database.onExit().get(20, TimeUnit.SECONDS);

            assertThat(get(product.url() + "/about", List.of()).statusCode()).isEqualTo(200);
        } finally {
            FileSystemUtils.deleteRecursively(data.toFile());
        }
    }

    /** Waits without a clock of its own: what was committed is heard within moments. */
    private static void heard(KeptPages pages, long changes) {
        org.awaitility.Awaitility.await().until(() -> pages.changes() >= HEARD_BEFORE + changes);
    }

    private static final long HEARD_BEFORE =
            Product.running().bean(KeptPages.class).changes();

    private static KeptPage page(String text, String topic) {
        return new KeptPage(
                Language.ZH,
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.util.Map.of(),
                List.of(topic),
                Product.running().clock().instant());
    }

    private static FilterChain renders(String text) {
        return (request, response) -> {
            request.setAttribute(Page.TOPICS, List.of("topic"));
            response.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        };
    }

    private String ask(FilterChain chain) throws java.io.IOException, ServletException {
        return ask(serve, chain);
    }

    private static String ask(ServeKeptPages filter, FilterChain chain) throws java.io.IOException, ServletException {
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", "/page"), response, chain);
        return response.getContentAsString();
    }

    private static String tag(String path) {
        return get(Product.running().url() + path, List.of("Accept-Encoding", "gzip"))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return get(Product.running().url() + path, List.of(headers));
    }

    private static HttpResponse<String> get(String address, List<String> headers) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address));
            if (!headers.isEmpty()) request.headers(headers.toArray(String[]::new));
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
