package yici.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yici.catalogue.Change;
import yici.catalogue.Holding;
import yici.catalogue.PublishEdition;
import yici.catalogue.TakeHolding;
import yici.house.Http;
import yici.house.Product;
import yici.kit.Language;
import yici.kit.View;

/** Programs read the catalogue record by record: page by page, filtered, and again only what has changed. */
class RecordsApiTest {

    private static final String COUNTY = "430523000000";

    private final Product product = Product.running();
    private final Http program = new Http(Language.EN);

    @Test
    void pages_together_are_the_whole_and_each_leads_to_the_next() {
        var entries = new ArrayList<String>();
        var next = "/api/v1/catalogue/records?limit=50";
        int pages = 0;
        while (!next.isEmpty() && pages++ < 20) {
            var answer = program.get(next);
            json(answer)
                    .get("entries")
                    .forEach(entry -> entries.add(entry.get("address").asString()));
            next = answer.headers().firstValue("Link").map(RecordsApiTest::next).orElse("");
        }

        assertThat(pages).isGreaterThan(1);
        assertThat(entries)
                .doesNotHaveDuplicates()
                .hasSize(json(program.get("/api/v1/catalogue/records"))
                        .get("total")
                        .asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOPIC", "LIFE_EVENT", "VARIANT", "SERVICE", "OFFER"})
    void every_kind_of_record_has_an_address_of_its_own(String kind) {
        var list = json(program.get("/api/v1/catalogue/records?records=true&limit=3&kind=" + kind));

        assertThat(list.get("entries")).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.get("kind").asString()).isEqualTo(kind);
            assertThat(entry.get("name").get("ZH").asString()).isNotBlank();
            var one = program.get(entry.get("address").asString());
            assertThat(one.statusCode()).isEqualTo(200);
            assertThat(json(one)).isEqualTo(entry.get("record"));
        });
    }

    @Test
    void what_counts_in_an_area_is_its_own_or_that_of_the_nearest_level_above() {
        var key = offered("430500000000", 3);
        assertThat(keys("kind=OFFER&area=" + COUNTY)).contains(key + "/430500000000");
        assertThat(keys("kind=OFFER&area=430100000000")).doesNotContain(key + "/430500000000");

        offer(key, COUNTY, 2);

        assertThat(keys("kind=OFFER&area=" + COUNTY))
                .contains(key + "/" + COUNTY)
                .doesNotContain(key + "/430500000000");
        assertThat(keys("kind=SERVICE&area=" + COUNTY)).contains(key);
    }

    @Test
    void a_body_is_asked_for_by_its_id() {
        var offers = keys("kind=OFFER&body=agriculture@" + COUNTY);
        var services = keys("kind=SERVICE&body=police@" + COUNTY);

        assertThat(offers).allMatch(key -> key.endsWith("/" + COUNTY));
        assertThat(services).doesNotContain("harvester-permit").isNotEmpty();
    }

    @Test
    void words_are_found_in_any_language_and_all_of_them() {
        assertThat(keys("kind=SERVICE&text=%E8%81%94%E5%90%88%E6%94%B6%E5%89%B2%E6%9C%BA"))
                .contains("harvester-permit");
        assertThat(keys("kind=SERVICE&text=%E8%81%94%E5%90%88%E6%94%B6%E5%89%B2%E6%9C%BA%20zzzz"))
                .isEmpty();
        assertThat(keys("kind=LIFE_EVENT&text=retire")).isNotEmpty();
    }

    @Test
    void who_asks_what_has_changed_since_gets_no_more() {
        var before = product.clock().instant();
        var key = offered(COUNTY, 1);

        assertThat(keys("kind=SERVICE&changedSince=" + before)).contains(key).doesNotContain("tcm-clinic-filing");
        assertThat(keys("kind=SERVICE&changedSince=2199-01-01")).isEmpty();
        assertThat(keys("kind=TOPIC&changedSince=2199-01-01"))
                .as("nobody writes down when topics change")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/catalogue",
                "/api/v1/catalogue.json",
                "/api/v1/catalogue.jsonld",
                "/api/v1/catalogue.ttl",
                "/api/v1/catalogue.schema.json",
                "/api/v1/openapi.json",
                "/api/v1/catalogue/records?kind=SERVICE",
                "/api/v1/catalogue/services/harvester-permit"
            })
    void who_has_it_already_is_sent_nothing(String path) {
        var first = program.get(path);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var again = program.get(path, "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(program.get(path, "If-None-Match", "W/\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache, public");
        assertThat(first.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("area="));
    }

    @Test
    void the_mark_alone_can_be_asked_for() throws Exception {
        var head = HttpRequest.newBuilder(URI.create(product.url() + "/api/v1/catalogue.json"))
                .HEAD()
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(head, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("ETag"))
                    .isEqualTo(program.get("/api/v1/catalogue.json").headers().firstValue("ETag"));
        }
    }

    @Test
    void what_has_changed_has_another_mark() {
        var tag = program.get("/api/v1/catalogue").headers().firstValue("ETag").orElseThrow();
        offered(COUNTY, 1);

        assertThat(program.get("/api/v1/catalogue", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/turtle | text/turtle;charset=UTF-8",
                "application/ld+json | application/ld+json",
                "application/json | application/json",
                "*/* | application/json",
                "text/html,application/xhtml+xml,*/*;q=0.8 | application/json",
                "application/json;q=0.5, text/turtle | text/turtle;charset=UTF-8",
                "application/rdf+xml, application/ld+json;q=0.3 | application/ld+json"
            })
    void the_whole_comes_in_the_form_that_is_liked_best(String accept, String type) {
        var answer = program.get("/api/v1/catalogue", "Accept", accept);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(String.join(",", answer.headers().allValues("Vary"))
                        .toLowerCase(Locale.ROOT)
                        .split(", ?"))
                .contains("accept");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/catalogue/records?kidn=SERVICE, 400, kidn",
        "/api/v1/catalogue/records?kind=service, 400, kind",
        "/api/v1/catalogue/records?area=999999000000, 400, area",
        "/api/v1/catalogue/records?body=nobody, 400, body",
        "/api/v1/catalogue/records?page=0, 400, page",
        "/api/v1/catalogue/records?limit=101, 400, limit",
        "/api/v1/catalogue/records?changedSince=gestern, 400, changedSince",
        "/api/v1/catalogue/records?records=yes, 400, records",
        "/api/v1/catalogue/records?on=2026-02-30, 400, on",
        "/api/v1/catalogue?area=430523000000, 400, area",
        "/api/v1/catalogue/services/nothing, 404,",
        "/api/v1/catalogue/services/harvester-permit?on=1949-09-30, 404,",
        "/api/v1/catalogue/records/, 404,",
        "/api/v1/catalogue/, 404,",
        "/api/v1/nothing, 404,"
    })
    void what_is_wrong_is_told_as_problem_details(String path, int status, String parameter) {
        for (var accept : List.of("*/*", "text/turtle", "text/html", "application/json")) {
            var answer = program.get(path, "Accept", accept);
            boolean negotiated = path.startsWith("/api/v1/catalogue?");
            if (negotiated && accept.startsWith("text/")) continue; // CPSV-AP has areas, and there is no page

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            var problem = json(answer);
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(problem.get("title").asString()).isNotBlank();
            assertThat(problem.get("detail").asString()).isNotBlank().doesNotStartWith("exchange.");
            if (parameter != null)
                assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        }
    }

    @Test
    void a_form_nobody_has_is_not_acceptable() {
        assertThat(program.get("/api/v1/catalogue", "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    // --- the wanted ------------------------------------------------------------------------------------------------

    private List<String> keys(String query) {
        var keys = new ArrayList<String>();
        json(program.get("/api/v1/catalogue/records?limit=100&" + query))
                .get("entries")
                .forEach(entry -> keys.add(entry.get("key").asString()));
        return keys;
    }

    /** A service of its own, offered in the area within that many days. */
    private String offered(String area, int days) {
        var key = "read-" + UUID.randomUUID().toString().substring(0, 8);
        var service = (tools.jackson.databind.node.ObjectNode)
                json(program.get("/api/v1/catalogue/services/harvester-permit"));
        take(Holding.Kind.SERVICE, service.put("key", key));
        offer(key, area, days);
        return key;
    }

    private void offer(String key, String area, int days) {
        var promised = json(program.get("/api/v1/catalogue/services/" + key)).get("promised");
        var sooner = ((tools.jackson.databind.node.ObjectNode) promised.deepCopy()).put("value", days);
        var change = new Change(List.of("promised"), Optional.of(promised), Optional.of(sooner), "sooner here");
        assertThat(product.bean(TakeHolding.class)
                        .take(new Holding.OfferRecord(key, area, true, List.of(change)), terms()))
                .isInstanceOf(TakeHolding.Taken.Done.class);
    }

    private void take(Holding.Kind kind, JsonNode record) {
        assertThat(product.bean(TakeHolding.class).take(yici.catalogue.Holdings.read(kind, record), terms()))
                .isInstanceOf(TakeHolding.Taken.Done.class);
    }

    private PublishEdition.Terms terms() {
        var today = LocalDate.ofInstant(product.clock().instant(), View.ZONE);
        return new PublishEdition.Terms(today, "", Optional.empty(), Optional.empty(), false);
    }

    private static String next(String links) {
        return links.contains("rel=\"next\"") ? links.substring(links.indexOf('<') + 1, links.indexOf('>')) : "";
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
