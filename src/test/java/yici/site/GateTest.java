package yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import yici.house.People;
import yici.house.Product;

class GateTest {

    /** Everything a visitor may ask of any room. Whatever a room adds is closed until it is added here and in {@link Security}. */
    private static final Set<String> PUBLIC_READS = Set.of(
            "/dev/messages",
            "/sign-in/code",
            "/sign-in/first",
            "/sign-in/passkey/question",
            "/step-up",
            "/step-up/passkey/question",
            "/sign-in/upstream/{id}",
            "/sign-in/upstream/callback",
            "/sign-in/upstream/stranger",
            "/recover",
            "/recover/receipt",
            "/",
            "/about",
            "/accessibility",
            "/privacy",
            "/areas",
            "/areas/{code}",
            "/areas/colours/{colour}.css",
            "/search",
            "/columns",
            "/columns/{key}",
            "/{language:zh|en|fr|ko|ja}/columns/{key}",
            "/disclosure",
            "/disclosure/{item}",
            "/tell",
            "/tell/{number}",
            "/works",
            "/{language:zh|en|fr|ko|ja}/works",
            "/works/{slug}",
            "/{language:zh|en|fr|ko|ja}/works/{slug}",
            "/works/{slug}/history",
            "/media/{id}/{name}",
            "/columns/{key}/print",
            "/{language:zh|en|fr|ko|ja}/columns/{key}/print",
            "/works/{slug}.odt",
            "/{language:zh|en|fr|ko|ja}/works/{slug}.odt",
            "/preview/{token}",
            "/preview/{token}/media/{id}/{name}",
            "/works.atom",
            "/{language:zh|en|fr|ko|ja}/works.atom",
            "/columns/{key}.atom",
            "/{language:zh|en|fr|ko|ja}/columns/{key}.atom",
            "/columns/{key}.pdf",
            "/{language:zh|en|fr|ko|ja}/columns/{key}.pdf",
            "/works/{slug}.pdf",
            "/{language:zh|en|fr|ko|ja}/works/{slug}.pdf",
            "/{language:zh|en|fr|ko|ja}/works/{slug}/editions/{number}",
            "/{language:zh|en|fr|ko|ja}/works/{slug}/on",
            "/timegate/{language:zh|en|fr|ko|ja}/works/{slug}",
            "/timemap/{language:zh|en|fr|ko|ja}/works/{slug}",
            "/robots.txt",
            "/sitemap.xml",
            "/sitemap-columns.xml",
            "/sitemap-works-{part}.xml",
            "/services/{key}",
            "/services/{key}/offers",
            "/services/{key}/offers/{area}",
            "/bodies/{id}",
            "/api/v1/catalogue",
            "/api/v1/catalogue.json",
            "/api/v1/catalogue.jsonld",
            "/api/v1/catalogue.ttl",
            "/api/v1/catalogue.schema.json",
            "/api/v1/catalogue/records",
            "/api/v1/catalogue/topics/{audience}/{topic}",
            "/api/v1/catalogue/life-events/{code}",
            "/api/v1/catalogue/life-events/{code}/variants/{variant}",
            "/api/v1/catalogue/services/{key}",
            "/api/v1/catalogue/services/{key}/offers/{area}",
            "/api/v1/openapi.json",
            "/events",
            "/events/{code}/history",
            "/events/{code}/history/{variant}/{number}",
            "/sign-in",
            "/sign-up",
            "/sign-up/firm",
            "/durations",
            "/reform",
            "/reform.csv",
            "/reform/{code}",
            "/delegations",
            "/delegations.csv",
            "/delegations/{number}",
            "/systems",
            "/notices",
            "/notices/{id}",
            "/notices/objections/{number}",
            "/overruns",
            "/oauth2/resume",
            "/oauth2/jwks",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server",
            "/connect/signed-out");

    private static final Set<String> PUBLIC_WRITES = Set.of(
            "/sign-in/code",
            "/sign-in/first",
            "/sign-in/code/begin",
            "/sign-in/code/enter",
            "/step-up",
            "/step-up/way",
            "/step-up/code",
            "/sign-in/passkey",
            "/step-up/passkey",
            "/step-up/upstream/{id}",
            "/sign-in/upstream/forget",
            "/recover",
            "/recover/code",
            "/recover/second",
            "/recover/password",
            "/recover/receipt",
            "/recover/receipt/code",
            "/recover/receipt/password",
            "/sign-in",
            "/sign-up",
            "/sign-up/again",
            "/sign-up/code",
            "/sign-up/firm",
            "/sign-out",
            "/notices/{id}/object",
            "/tell");

    /** Other systems send people or calls here: what a person is to do is asked in a form of ours, a call proves who makes it. */
    private static final Set<String> SENT_BY_PARTIES =
            Set.of("/oauth2/authorize", "/connect/logout", "/oauth2/par", "/userinfo");

    private final Client visitor = new Client();

    @ParameterizedTest
    @ValueSource(strings = {"/my", "/desk", "/desk/1/1", "/admin", "/admin/gaps", "/drafts/x", "/account"})
    void a_visitor_is_sent_to_sign_in_and_back_from_whatever_is_not_listed_as_public(String path) {
        var answer = visitor.get(path + "?a=1&lang=en");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/sign-in?to=" + path.replace("/", "%2F") + "%3Fa%3D1");
    }

    @Test
    void nobody_signs_in_to_learn_that_an_address_does_not_exist() {
        var answer = visitor.get("/anything?a=1");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1");
    }

    @Test
    void of_all_addresses_that_any_room_answers_a_visitor_reaches_only_the_listed_ones() {
        var open = new ArrayList<String>();
        for (var route : routes()) {
            if (route.path().startsWith("/events/") && route.method().equals("GET")) continue;
            var answer = route.method().equals("GET")
                    ? visitor.get(route.example())
                    : visitor.post(route.example(), visitorsToken());
            boolean refused = answer.statusCode() == 401
                    || answer.headers().firstValue("Location").orElse("").startsWith("/sign-in?to=");
            if (!refused) open.add(route.path());
        }

        assertThat(open)
                .allMatch(path ->
                        PUBLIC_READS.contains(path) || PUBLIC_WRITES.contains(path) || SENT_BY_PARTIES.contains(path));
    }

    @Test
    void no_form_is_taken_without_its_token_from_anybody() {
        var citizen = new Client().signIn(People.citizen().login());
        for (var route : routes()) {
            if (route.method().equals("GET") || SENT_BY_PARTIES.contains(route.path())) continue;
            assertThat(citizen.post(route.example(), Map.of()).statusCode())
                    .as(route.path())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_desk_is_for_officers_and_the_administration_for_administrators() {
        var citizen = new Client().signIn(People.citizen().login());
        var officer = new Client().signIn(People.officer("police@430523000000").login());
        var administrator =
                new Client().signIn(People.administrator("430523000000").login());
        for (var route : routes()) {
            if (!route.method().equals("GET")) continue;
            if (route.path().startsWith("/desk")) {
                assertThat(citizen.get(route.example()).statusCode())
                        .as(route.path())
                        .isEqualTo(403);
                assertThat(administrator.get(route.example()).statusCode())
                        .as(route.path())
                        .isEqualTo(403);
            }
            if (route.path().startsWith("/admin")) {
                assertThat(citizen.get(route.example()).statusCode())
                        .as(route.path())
                        .isEqualTo(403);
                assertThat(officer.get(route.example()).statusCode())
                        .as(route.path())
                        .isEqualTo(403);
            }
        }
        assertThat(administrator.get("/admin").statusCode()).isEqualTo(200);
        assertThat(administrator.get("/admin/people?in=430500000000").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_visitor_who_only_looks_writes_no_row() {
        var before = rows();

        for (var path : List.of(
                "/", "/sign-in", "/sign-up", "/my", "/events", "/areas/430100000000", "/search?q=x", "/nothing"))
            visitor.get(path + (path.contains("?") ? "&" : "?") + "lang=fr&area=430100000000");

        assertThat(rows()).isEqualTo(before);
    }

    /** What is ready for everybody and belongs to nobody: asked after each time, by the browser and by caches on the way. */
    private static final String KEPT = "public, max-age=0, must-revalidate";

    @Test
    void every_answer_carries_the_headers_that_keep_strangers_out_and_no_session_is_kept() {
        var headers = visitor.get("/").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "object-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(headers.firstValue("Cache-Control").orElse("")).isIn("private, no-cache", KEPT);
        assertThat(visitor.get("/search?q=x").headers().firstValue("Cache-Control"))
                .hasValue("private, no-cache");
        assertThat(headers.allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
        assertThat(headers.allValues("Set-Cookie"))
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        assertThat(visitor.get("/assets/yici.css")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("max-age=3600");
    }

    @Test
    void what_a_signed_in_person_sees_stays_in_no_cache() {
        var citizen = new Client().signIn(People.citizen().login());

        assertThat(citizen.get("/account").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void behind_a_proxy_that_speaks_https_cookies_are_for_https_only() {
        var headers = visitor.get("/sign-in", "X-Forwarded-Proto", "https").headers();

        assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
        assertThat(headers.allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void a_chosen_language_is_remembered_and_wins_over_what_the_browser_asks_for() {
        var answer = visitor.get("/sign-in?lang=fr", "Accept-Language", "ko");

        assertThat(answer.headers().firstValue("Content-Language")).hasValue("fr");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("lang=fr; Path=/; Max-Age=31536000"));
        assertThat(visitor.get("/sign-in", "Accept-Language", "ko").body()).contains("lang=\"fr\"", "Se connecter");
    }

    @Test
    void without_a_choice_the_browser_decides_and_chinese_is_the_last_resort() {
        assertThat(visitor.get("/", "Accept-Language", "de, ja;q=0.5").headers().firstValue("Content-Language"))
                .hasValue("ja");
        assertThat(visitor.get("/").headers().firstValue("Content-Language")).hasValue("zh-CN");
    }

    @Test
    void a_chosen_area_is_remembered_and_a_former_code_finds_its_area_of_today() {
        visitor.get("/sign-in?area=430122000000");

        assertThat(visitor.get("/sign-in").body()).contains("望城区");
    }

    private record Route(String method, String path) {
        String example() {
            return path.replaceAll("\\{[^}]+}", "1");
        }
    }

    private static List<Route> routes() {
        var routes = new ArrayList<Route>();
        Product.running()
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> {
                    var methods = info.getMethodsCondition().getMethods();
                    for (var path : info.getPatternValues())
                        for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                            if (!path.equals("/error")) routes.add(new Route(method.name(), path));
                });
        return routes;
    }

    private Map<String, String> visitorsToken() {
        return Map.of("_csrf", Client.hidden(visitor.get("/sign-in").body()).getOrDefault("_csrf", ""));
    }

    private static List<Long> rows() {
        var db = Product.running().bean(JdbcClient.class);
        return List.of("identity.account", "identity.session", "identity.attempt", "audit.event", "application.draft")
                .stream()
                .map(table -> db.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    @Test
    void a_form_stays_good_while_its_person_looks_at_other_pages() {
        var client = new Client();
        client.signIn(People.citizen().login());
        var form = Client.hidden(client.get("/account").body());
        form.put("address", "橘子洲头 2 号");
        client.get("/my");
        client.get("/account");

        assertThat(client.post("/account/contact", form).statusCode()).isEqualTo(303);
    }
}
