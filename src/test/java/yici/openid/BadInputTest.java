package yici.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yici.house.People;
import yici.house.Product;

/** What attackers and beginners send: refused by the RFC's code, or with a page that has a way out. */
class BadInputTest {

    private final Product product = Product.running();
    private final TestParty party = TestParty.legacy();

    @AfterEach
    void back() {
        product.clock().back();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://party.example/return",
                "https://party.example.evil.example/return",
                "//evil.example",
                "javascript:alert(1)",
                ""
            })
    void an_address_that_is_not_registered_gets_neither_code_nor_error(String redirect) {
        var seen = new Surfer().get(party.authorize(party.request("redirect_uri", redirect)));

        assertThat(seen.hasLeft()).isFalse();
        assertThat(seen.status()).isEqualTo(400);
        assertThat(seen.body()).contains("<h1").contains("href=\"/\"");
    }

    @Test
    void nor_does_one_that_only_begins_like_the_registered_one() {
        var registered = party.party.redirectUris().getFirst();
        for (var similar : new String[] {
            registered + "/", registered + "?a=b", registered + "#x", registered.toUpperCase(java.util.Locale.ROOT)
        })
            assertThat(new Surfer()
                            .get(party.authorize(party.request("redirect_uri", similar)))
                            .hasLeft())
                    .as(similar)
                    .isFalse();
    }

    @Test
    void an_application_on_a_phone_listens_on_any_port_of_its_own_machine_only() {
        var app = TestParty.nativeApp().registered(p -> Parties.returningTo(p, "http://127.0.0.1/return"));

        assertThat(asked(app, "http://127.0.0.1:51234/return").path()).startsWith("/sign-in");
        assertThat(asked(app, "http://127.0.0.1:51234/other").status()).isEqualTo(400);
        assertThat(asked(app, "http://127.0.0.1.evil.example:51234/return").status())
                .isEqualTo(400);
        assertThat(asked(app, "http://127.0.0.1:80@evil.example/return").status())
                .isEqualTo(400);
    }

    private static Surfer.Seen asked(TestParty app, String redirect) {
        return new Surfer().get(app.authorize(app.request("redirect_uri", redirect)));
    }

    @Test
    void an_unknown_or_stopped_party_gets_nobody() {
        assertThat(new Surfer().get("/oauth2/authorize?client_id=nobody").status())
                .isEqualTo(400);
        var stopped = TestParty.legacy().registered(Parties::stopped);
        assertThat(new Surfer().get(stopped.authorize(stopped.request())).status())
                .isEqualTo(403);
        assertThat(stopped.call("/oauth2/token", Map.of("grant_type", "client_credentials"), "")
                        .error())
                .isEqualTo("invalid_client");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_type, '', invalid_request",
        "response_mode, fragment, invalid_request",
        "scope, '', invalid_scope",
        "scope, nothing-of-this, invalid_scope",
        "code_challenge, '', invalid_request",
        "code_challenge_method, plain, invalid_request",
        "prompt, none login, invalid_request",
        "prompt, sideways, invalid_request",
        "max_age, -1, invalid_request",
        "max_age, soon, invalid_request",
        "dpop_jkt, short, invalid_request",
        "claims, [], invalid_request",
        "claims, '{', invalid_request",
        "claims, '{\"userinfo\":{\"a\":{\"b\":{\"c\":{}}}}}', invalid_request",
        "claims, '{\"userinfo\":{},\"userinfo\":{}}', invalid_request"
    })
    void every_error_goes_back_by_its_code_with_our_name(String name, String value, String error) {
        var asked = party.request(name, value);

        var back = new Surfer().get(party.authorize(asked));

        assertThat(back.answer("error")).isEqualTo(error);
        assertThat(back.answer("state")).isEqualTo(asked.get("state"));
        assertThat(back.answer("iss")).isEqualTo(TestParty.issuer());
    }

    @Test
    void claims_too_many_or_too_long_are_refused_before_they_cost_anything() {
        var many = new StringBuilder("{\"userinfo\":{");
        for (int i = 0; i < 60; i++)
            many.append(i == 0 ? "" : ",").append("\"c").append(i).append("\":null");
        many.append("}}");

        assertThat(ClaimsAsked.read(many.toString())).isEmpty();
        assertThat(ClaimsAsked.read("{\"userinfo\":{\"" + "x".repeat(3_000) + "\":null}}"))
                .isEmpty();
        assertThat(ClaimsAsked.read("[".repeat(1_000))).isEmpty();
        assertThat(new Surfer()
                        .get(party.authorize(party.request("state", "x".repeat(7_000))))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void a_parameter_that_comes_twice_is_refused() {
        var back = new Surfer().get(party.authorize(party.request()) + "&nonce=another");

        assertThat(back.answer("error")).isEqualTo("invalid_request");
    }

    @Test
    void a_party_may_not_ask_for_more_than_it_is_registered_for() {
        var modest = TestParty.legacy().registered(p -> Parties.mayAsk(p, "openid", "profile"));

        assertThat(new Surfer()
                        .get(modest.authorize(modest.request("scope", "openid phone")))
                        .answer("error"))
                .isEqualTo("invalid_scope");
        assertThat(new Surfer()
                        .get(modest.authorize(modest.request("claims", "{\"userinfo\":{\"phone_number\":null}}")))
                        .answer("error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void a_code_that_was_stolen_is_worth_nothing_to_another_party_or_without_the_verifier() {
        var other = TestParty.legacy();

        assertThat(other.redeem(code()).error()).isEqualTo("invalid_grant");
        assertThat(party.redeem(code(), "another-verifier-another-verifier-another-verifier")
                        .error())
                .isEqualTo("invalid_grant");
        assertThat(party.redeem(code(), "").error()).isEqualTo("invalid_grant");
        assertThat(party.call(
                                "/oauth2/token",
                                Map.of(
                                        "grant_type",
                                        "authorization_code",
                                        "code",
                                        code(),
                                        "redirect_uri",
                                        "https://evil.example/",
                                        "code_verifier",
                                        TestParty.VERIFIER),
                                "")
                        .error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void a_code_is_good_for_a_minute() {
        var code = code();
        product.clock().forward(Duration.ofSeconds(61));

        assertThat(party.redeem(code).error()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=password&username=a&password=b, unsupported_grant_type",
        "a=b, invalid_request",
        "grant_type=authorization_code, invalid_request",
        "grant_type=refresh_token&refresh_token=x, invalid_grant",
        "grant_type=client_credentials&scope=openid, invalid_scope",
        "grant_type=client_credentials&scope=everything, invalid_scope",
        "grant_type=client_credentials&scope=a&scope=b, invalid_request",
        "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=x, invalid_grant"
    })
    void the_token_endpoint_answers_by_the_codes_of_the_rfcs(String form, String error) {
        var answer = TestParty.send(token(party.basic(TestParty.SECRET), form));

        assertThat(answer.error()).as(answer.response().body()).isEqualTo(error);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void a_caller_who_is_not_the_client_is_told_so_and_how() {
        var wrong = TestParty.send(token(party.basic("guessed"), "grant_type=client_credentials"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.error()).isEqualTo("invalid_client");
        assertThat(wrong.response().headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Basic");

        assertThat(TestParty.send(token("", "grant_type=client_credentials")).error())
                .isEqualTo("invalid_client");
        assertThat(TestParty.send(token("", "grant_type=client_credentials&client_id=" + party.id()))
                        .error())
                .isEqualTo("invalid_client");
        assertThat(TestParty.send(token(
                                party.basic(TestParty.SECRET),
                                "grant_type=client_credentials&client_id=" + party.id() + "&client_secret="
                                        + TestParty.SECRET))
                        .error())
                .isEqualTo("invalid_request");
    }

    private HttpRequest.Builder token(String authorization, String form) {
        var request = HttpRequest.newBuilder(URI.create(product.url() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        return request;
    }

    @Test
    void who_comes_back_without_what_was_asked_reads_what_to_do() {
        var seen = new Surfer().get("/oauth2/resume?asked=0011aabb");

        assertThat(seen.status()).isEqualTo(400);
        assertThat(seen.body()).contains("<h1").contains("30");
    }

    @Test
    void what_rests_in_the_browser_cannot_be_made_up() {
        var sealing = product.bean(Sealing.class);
        var sealed = sealing.close(Sealing.Purpose.REQUEST, new byte[] {1, 2, 3});
        sealed[sealed.length - 1] ^= 1;

        assertThat(sealing.open(Sealing.Purpose.REQUEST, sealed)).isEmpty();
        assertThat(sealing.open(Sealing.Purpose.SIGNING_KEY, sealing.close(Sealing.Purpose.REQUEST, new byte[] {1})))
                .isEmpty();
    }

    private String code() {
        var browser = new Surfer().signIn(People.citizen().login());
        return browser.agree(browser.get(party.authorize(party.request()))).answer("code");
    }
}
