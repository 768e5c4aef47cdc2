package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.Product;
import yici.kit.Language;
import yici.kit.View;

/** What was read on a day can be read again, by people and by programs (RFC 7089). */
class MementoTest {

    /** Of the sample, in two Chinese editions. */
    private final String slug = twice();

    private final List<Stood> editions =
            Memento.of("", slug, Language.ZH, all()).editions();

    @Test
    void a_program_is_led_from_an_instant_to_the_edition_of_that_instant() throws Exception {
        var first = Memento.publishedAt(editions.getFirst());
        var second = Memento.publishedAt(editions.getLast());

        assertThat(gate(Memento.http(first.minus(Duration.ofDays(400))))).endsWith("/editions/1");
        assertThat(gate(Memento.http(second.minusSeconds(1)))).endsWith("/editions/1");
        assertThat(gate(Memento.http(second.plusSeconds(1)))).endsWith("/editions/2");
        assertThat(gate("")).endsWith("/editions/2");
        assertThat(get("/timegate/zh/works/" + slug, "Accept-Datetime", "yesterday")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_edition_says_of_when_it_is_and_where_the_others_are() throws Exception {
        var answer = get("/zh/works/" + slug + "/editions/1");

        assertThat(answer.headers().firstValue("Memento-Datetime"))
                .hasValue(Memento.http(Memento.publishedAt(editions.getFirst())));
        assertThat(answer.headers().firstValue("Link").orElse(""))
                .contains("rel=\"original\"", "rel=\"timegate\"", "rel=\"timemap\"", "rel=\"first memento\"");
        var map = get("/timemap/zh/works/" + slug);
        assertThat(map.headers().firstValue("Content-Type")).hasValue("application/link-format");
        assertThat(map.body().lines().filter(line -> line.contains("memento\"")))
                .hasSize(editions.size());
        assertThat(get("/zh/works/" + slug + "/editions/77").statusCode()).isEqualTo(404);
    }

    @Test
    void a_person_names_a_day() {
        var before = LocalDate.ofInstant(Memento.publishedAt(editions.getLast()), View.ZONE)
                .minusDays(1);
        try (var reader = Browser.phone()) {
            var page = reader.go("/zh/works/" + slug + "/on?day=" + before);

            assertThat(page.url()).endsWith("/editions/1");
            assertThat(page.locator("main").innerText())
                    .contains(editions.getFirst().edition().title());
            reader.assertGoodPage();
            reader.screenshot("edition-phone-zh");
            reader.go("/zh/works/" + slug + "/on?day=never");
            assertThat(page.url()).contains("/history");
        }
    }

    private static String twice() {
        var show = Product.running().bean(ListWorks.class);
        return show.newest("", Language.ZH, 200).stream()
                .map(Line::slug)
                .filter(slug ->
                        Memento.of("", slug, Language.ZH, all(slug)).editions().size() == 2)
                .findFirst()
                .orElseThrow();
    }

    private List<Stood> all() {
        return all(slug);
    }

    private static List<Stood> all(String slug) {
        var kept = Product.running().bean(KeptWorks.class);
        return kept.editions(kept.find(slug).orElseThrow().id());
    }

    private String gate(String accepted) throws Exception {
        var answer = accepted.isEmpty()
                ? get("/timegate/zh/works/" + slug)
                : get("/timegate/zh/works/" + slug, "Accept-Datetime", accepted);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Vary")).contains("accept-datetime");
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(Product.running().url() + path));
            if (headers.length > 0) request.headers(headers);
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
