package yici.survival;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import yici.house.Browser;
import yici.house.Product;
import yici.kit.Language;
import yici.kit.Words;

/** The site as plain files, copied from the running product and served by another server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopySiteTest {

    /** A column that is in the sample. */
    private static final String COLUMN = "/columns/plan-14-5";

    private static final Set<String> AREAS = Set.of("430000000000", "431200000000", "430523000000");

    private Path folder = Path.of("");

    private Path copy = Path.of("");
    private HttpServer server;
    private String address = "";
    private CopySite.Copied copied = new CopySite.Copied.Broken("not yet");

    @BeforeAll
    void the_site_is_copied_and_served(@TempDir Path fresh) {
        folder = fresh;
        copy = folder.resolve("copy").toAbsolutePath();
        copied = copy(URI.create(Product.running().url() + "/"), copy);
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), copy, SimpleFileServer.OutputLevel.NONE);
        server.start();
        address = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterAll
    void nothing_runs_on() {
        server.stop(0);
    }

    /** Of three areas and with the papers of one column, for the time it takes. */
    private static CopySite.Copied copy(URI from, Path folder) {
        return new CopySite(new Words(), Product.running().bean(Clock.class))
                .copy(
                        new CopySite.Asked(
                                from, from, folder, AREAS, true, Optional.of(folder.resolveSibling("site.warc.gz"))),
                        place -> !place.path().matches(".*\\.(pdf|odt)")
                                || place.path().equals(COLUMN + ".pdf")
                                        && place.language().equals(Optional.of(Language.FR)));
    }

    @Test
    void every_link_of_the_copy_leads_to_a_file_and_all_five_languages_are_reached() throws Exception {
        assertThat(copied).isInstanceOf(CopySite.Copied.Whole.class);
        var dead = new TreeSet<String>();
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(URI.create(address + "/")));
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            while (!open.isEmpty()) {
                var at = open.pop();
                if (!reached.add(at.toString())) continue;
                var answer = client.send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) dead.add(at.getPath());
                if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) continue;
                var page = Jsoup.parse(answer.body(), at.toString());
                for (var one : page.select("[href], [src]"))
                    for (var name : List.of("href", "src")) {
                        var target = one.hasAttr(name) ? one.absUrl(name).replaceFirst("#.*", "") : "";
                        if (target.startsWith(address)) open.add(URI.create(target));
                    }
            }
        }

        assertThat(dead).isEmpty();
        for (var language : Language.values()) {
            assertThat(reached)
                    .contains(address + "/" + language.code() + "/", address + "/" + language.code() + COLUMN + "/");
            assertThat(page(language.code() + COLUMN + "/index.html")
                            .select("html")
                            .attr("lang"))
                    .isEqualTo(language.tag());
            for (var area : AREAS)
                assertThat(copy.resolve(language.code() + "/areas/" + area + "/index.html"))
                        .exists();
        }
        assertThat(reached).contains(address + "/fr" + COLUMN + ".pdf", address + "/ko" + COLUMN + ".atom");
        assertThat(Files.readAllBytes(copy.resolve("fr" + COLUMN + ".pdf"))).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void every_answer_is_in_the_archive_as_it_came_with_its_question_and_its_digest() throws Exception {
        int answers = 0;
        int questions = 0;
        boolean home = false;
        try (var reader = new WarcReader(folder.resolve("site.warc.gz"))) {
            for (var record : reader) {
                if (record instanceof WarcRequest) questions++;
                if (!(record instanceof WarcResponse response)) continue;
                answers++;
                var body = response.http().body().stream().readAllBytes();
                var digest = MessageDigest.getInstance("SHA-256").digest(body);
                assertThat(response.payloadDigest().orElseThrow().bytes())
                        .as(response.target())
                        .isEqualTo(digest);
                home |= response.targetURI().getPath().equals("/")
                        && new String(body, StandardCharsets.UTF_8).contains("<main");
            }
        }
        assertThat(home).isTrue();
        assertThat(answers).isEqualTo(questions).isGreaterThan(200);
    }

    @Test
    void what_the_lists_for_programs_name_is_in_the_copy() throws IOException {
        var listed = Jsoup.parse(
                        Files.readString(copy.resolve("sitemap-works-1.xml")), org.jsoup.parser.Parser.xmlParser())
                .select("loc")
                .eachText();

        assertThat(listed).hasSizeGreaterThan(10);
        assertThat(listed)
                .allSatisfy(
                        one -> assertThat(copy.resolve(URI.create(one).getPath().substring(1) + "/index.html"))
                                .exists());
        assertThat(Files.readString(copy.resolve("en/works.atom"))).contains("<feed");
    }

    @Test
    void nothing_in_it_asks_for_an_answer_and_each_page_says_of_which_day_it_is() throws IOException {
        try (var files = Files.walk(copy)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".html")).toList()) {
                var page = Jsoup.parse(Files.readString(file));
                if (page.selectFirst("header.masthead") == null) continue; // leads on
                assertThat(page.select("form:not(.search), [name=_csrf], script:not([src])"))
                        .as("%s", file)
                        .isEmpty();
                assertThat(page.select("a[href]").eachAttr("href"))
                        .as("%s", file)
                        .noneMatch(href -> href.startsWith("/") || href.contains("sign-in") || href.contains("?"));
                assertThat(page.select("meta[http-equiv=Content-Security-Policy]"))
                        .hasSize(1);
            }
        }
        var year = String.valueOf(
                java.time.LocalDate.ofInstant(Product.running().clock().instant(), yici.kit.View.ZONE)
                        .getYear());
        assertThat(page("en/index.html").select("header .demo").text()).contains("copy of the site made on", year);
        assertThat(page("index.html").select("a").eachAttr("href")).contains("zh/", "fr/");
    }

    @Test
    void a_work_is_found_by_its_title_and_read_in_another_language() throws IOException {
        var work = page("en" + COLUMN + "/index.html")
                .select("main a[href*=works/]")
                .first();
        assertThat(work).isNotNull();
        var title = work.text();
        try (var reader = Browser.phone(Language.EN)) {
            var page = reader.go(address + "/en/");
            page.locator("#q").fill(title.toUpperCase(java.util.Locale.ROOT));
            page.locator("form.search button").click();
            page.locator("#found a").first().waitFor();

            assertThat(page.url()).contains("/en/search/?q=");
            assertThat(page.locator("#found a").allTextContents()).contains(title);
            reader.assertGoodPage();

            page.locator("#found a", new com.microsoft.playwright.Page.LocatorOptions().setHasText(title))
                    .first()
                    .click();
            page.locator("main h1").waitFor();
            assertThat(page.url()).contains("/en/works/");
            reader.assertGoodPage();

            page.locator("footer a[hreflang^=fr]").click();
            page.waitForURL("**/fr/works/**");
            assertThat(page.locator("html").getAttribute("lang")).startsWith("fr");
        }
    }

    @Test
    void the_search_says_when_it_finds_nothing() {
        try (var reader = Browser.phone(Language.FR)) {
            var page = reader.go(address + "/fr/search/?q=zzzz-nothing-zzzz");
            page.getByText("Aucun titre").waitFor();

            assertThat(page.locator("#found a").count()).isZero();
        }
    }

    @Test
    void a_site_that_fails_leaves_the_copy_before_as_it_was() throws IOException {
        var before = Files.createDirectories(folder.resolve("before"));
        Files.writeString(before.resolve("copy.json"), "{}");
        Files.writeString(before.resolve("index.html"), "as it was");
        var failing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        failing.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        failing.start();
        try {
            var came =
                    copy(URI.create("http://localhost:" + failing.getAddress().getPort() + "/"), before);

            assertThat(came)
                    .isInstanceOfSatisfying(
                            CopySite.Copied.Broken.class,
                            broken -> assertThat(broken.why()).contains("503"));
        } finally {
            failing.stop(0);
        }
        assertThat(before.resolve("index.html")).hasContent("as it was");
        try (var beside = Files.list(folder)) {
            assertThat(beside.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void a_folder_with_anything_else_in_it_is_not_touched() throws IOException {
        var letters = Files.createDirectories(folder.resolve("letters"));
        Files.writeString(letters.resolve("letter.txt"), "dear");

        assertThat(copy(URI.create(Product.running().url() + "/"), letters))
                .isInstanceOf(CopySite.Copied.NotOurs.class);
        assertThat(letters.resolve("letter.txt")).exists();
    }

    private org.jsoup.nodes.Document page(String file) throws IOException {
        return Jsoup.parse(Files.readString(copy.resolve(file)));
    }
}
