package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import yici.house.Http;
import yici.kit.Language;

/** Feeds and lists for programs: what RFC 4287 and sitemaps.org ask for, and that each address in them leads somewhere. */
class FeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Http http = new Http();

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_feed_of_a_column_is_valid_in_each_language_and_names_itself(Language language) throws Exception {
        var answer = http.get("/" + language.code() + "/columns/plan-14-5.atom");
        var feed = xml(answer.body());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/atom+xml;charset=UTF-8");
        assertThat(feed.getAttribute("xml:lang")).isEqualTo(language.tag());
        assertValid(feed);
        assertThat(link(feed, "self")).endsWith("/" + language.code() + "/columns/plan-14-5.atom");
        assertThat(http.get(path(link(feed, "alternate"))).statusCode()).isEqualTo(200);
        assertThat(children(feed, "entry")).isNotEmpty();
    }

    @Test
    void what_is_searched_for_can_be_followed() throws Exception {
        var feed = xml(http.get("/en/works.atom?q=work+plans&kind=").body());

        assertValid(feed);
        assertThat(link(feed, "self")).endsWith("/en/works.atom?q=work+plans&kind=");
        assertThat(http.get(path(link(feed, "alternate"))).statusCode()).isEqualTo(200);
        assertThat(children(feed, "entry")).isNotEmpty();
        assertThat(children(xml(http.get("/en/works.atom?q=nobodywrotethis").body()), "entry"))
                .isEmpty();
    }

    @Test
    void the_newest_of_the_whole_site_come_first_and_each_can_be_read() throws Exception {
        var feed = xml(http.get("/en/works.atom").body());

        assertValid(feed);
        var entries = children(feed, "entry");
        assertThat(entries).hasSizeGreaterThan(20).hasSizeLessThanOrEqualTo(ListFeed.MOST);
        assertThat(entries.stream().map(entry -> text(entry, "updated")).toList())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        for (var entry : entries.subList(0, 5))
            assertThat(http.get(path(link(entry, "alternate"))).body())
                    .contains("lang=\"" + entry.getAttribute("xml:lang"));
    }

    @Test
    void whoever_has_the_feed_is_not_sent_it_again_and_a_column_that_is_not_has_none() {
        var tag = http.get("/works.atom").headers().firstValue("ETag").orElseThrow();

        assertThat(http.get("/works.atom", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(http.get("/columns/never-made.atom").statusCode()).isEqualTo(404);
    }

    @Test
    void a_feed_of_whatever_was_typed_is_still_xml() throws Exception {
        var entry = new Feed.Entry(
                java.util.UUID.randomUUID(),
                Language.ZH,
                "<b>]]>&\u0001\uFFFE\"'",
                "",
                "某<局>",
                "notice",
                java.time.Instant.EPOCH,
                java.time.Instant.EPOCH,
                "https://x.example/zh/works/a?b&c");
        var feed = xml(new String(
                new Feed(
                                "n",
                                Language.ZH,
                                "&",
                                "<",
                                "https://x.example/a.atom",
                                "https://x.example/",
                                "某",
                                List.of(entry))
                        .xml(),
                StandardCharsets.UTF_8));

        assertValid(feed);
        assertThat(text(children(feed, "entry").getFirst(), "title")).isEqualTo("<b>]]>&\"'");
    }

    @Test
    void search_engines_find_every_work_in_each_of_its_languages() throws Exception {
        var robots = http.get("/robots.txt").body();
        assertThat(robots).contains("Disallow: /admin", "/sitemap.xml");
        var index = xml(http.get("/sitemap.xml").body());
        var parts = index.getElementsByTagNameNS("*", "loc");
        assertThat(parts.getLength()).isEqualTo(2);
        for (int i = 0; i < parts.getLength(); i++) {
            var urls = xml(http.get(path(parts.item(i).getTextContent())).body());
            var addresses = urls.getElementsByTagNameNS("http://www.sitemaps.org/schemas/sitemap/0.9", "loc");

            assertThat(addresses.getLength()).isBetween(10, 50_000);
            for (int n = 0; n < addresses.getLength(); n += 40)
                assertThat(http.get(path(addresses.item(n).getTextContent())).statusCode())
                        .as(addresses.item(n).getTextContent())
                        .isEqualTo(200);
        }
        assertThat(http.get("/sitemap-works-9.xml").statusCode()).isEqualTo(404);
    }

    /** RFC 4287, section 4: what must be there once, whole addresses, times with their zone, nothing twice. */
    private static void assertValid(Element feed) {
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        var ids = new HashSet<String>();
        var all = new ArrayList<>(children(feed, "entry"));
        all.add(feed);
        for (var one : all) {
            for (var name : List.of("id", "title", "updated"))
                assertThat(children(one, name)).as(name).hasSize(1);
            assertThat(ids.add(text(one, "id"))).as("id is its own").isTrue();
            assertThat(URI.create(text(one, "id")).isAbsolute()).isTrue();
            assertThat(OffsetDateTime.parse(text(one, "updated"))).isNotNull();
            assertThat(children(one, "author")).hasSize(1);
            assertThat(children(one, "link").stream()
                            .filter(link -> link.getAttribute("rel").equals("alternate")))
                    .hasSize(1);
            for (var link : children(one, "link"))
                assertThat(URI.create(link.getAttribute("href")).isAbsolute()).isTrue();
        }
        for (var entry : children(feed, "entry")) {
            assertThat(text(entry, "summary")).isNotBlank();
            assertThat(OffsetDateTime.parse(text(entry, "published")))
                    .isBeforeOrEqualTo(OffsetDateTime.parse(text(entry, "updated")));
        }
    }

    private static Element xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element element && element.getLocalName().equals(name)) found.add(element);
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).getFirst().getTextContent();
    }

    private static String link(Element parent, String relation) {
        return children(parent, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .findFirst()
                .orElseThrow()
                .getAttribute("href");
    }

    private static String path(String address) {
        return URI.create(address).getRawPath();
    }
}
