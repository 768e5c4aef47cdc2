package yici.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.house.People;
import yici.house.Product;

/** What OpenID Connect asks of a provider; first the five that the framework's own server fails. */
class ConformanceTest {

    private final Product product = Product.running();
    private final TestParty party = TestParty.legacy();
    private final People.Someone citizen = People.citizen();

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void failure_1_prompt_login_asks_again_even_who_is_signed_in() {
        var browser = known();
        var first = tokens(browser, party.request());
        product.clock().forward(Duration.ofSeconds(5));

        var page = browser.get(party.authorize(party.request("prompt", "login")));
        assertThat(page.path()).startsWith("/sign-in");
        assertThat(browser.get("/oauth2/resume?asked=" + id(page)).path()).startsWith("/sign-in");
        var back = browser.signInOn(page, citizen.login());

        var again = TestParty.claims(party.redeem(back.answer("code")).text("id_token"));
        assertThat((Long) again.get("auth_time")).isGreaterThan((Long) first.get("auth_time"));
        assertThat(again).containsEntry("sub", first.get("sub")).containsEntry("sid", first.get("sid"));
    }

    @Test
    void failure_1_at_prompt_login_somebody_else_may_sign_in_at_this_computer() {
        var browser = known();
        var first = tokens(browser, party.request());
        var other = People.citizen();

        var page = browser.get(party.authorize(party.request("prompt", "login")));
        var back = browser.agree(browser.signInOn(page, other.login()));

        var told = party.userinfo(party.redeem(back.answer("code")).text("access_token"));
        assertThat(told.text("sub")).isNotEqualTo(first.get("sub"));
        assertThat(told.text("name")).isEqualTo(other.me().name());
    }

    @Test
    void failure_2_max_age_asks_again_when_the_last_proof_is_older() {
        var browser = known();
        product.clock().forward(Duration.ofMinutes(10));

        assertThat(browser.get(party.authorize(party.request("max_age", "900"))).hasLeft())
                .isTrue();
        var page = browser.get(party.authorize(party.request("max_age", "300")));
        assertThat(page.path()).startsWith("/sign-in");
        assertThat(browser.signInOn(page, citizen.login()).answer("code")).isNotEmpty();
        assertThat(browser.get(party.authorize(party.request("max_age", "0", "prompt", "none")))
                        .answer("error"))
                .isIn("login_required", "");
    }

    @Test
    void failure_3_prompt_none_without_a_session_answers_login_required() {
        var asked = party.request("prompt", "none");

        var back = new Surfer().get(party.authorize(asked));

        assertThat(back.answer("error")).isEqualTo("login_required");
        assertThat(back.answer("state")).isEqualTo(asked.get("state"));
        assertThat(back.answer("iss")).isEqualTo(TestParty.issuer());
    }

    @Test
    void failure_4_a_request_that_was_posted_survives_signing_in() {
        var browser = new Surfer();
        var asked = party.request();

        var page = browser.postForeign("/oauth2/authorize", asked);
        assertThat(page.path()).startsWith("/sign-in");
        var back = browser.agree(browser.signInOn(page, citizen.login()));

        assertThat(back.answer("state")).isEqualTo(asked.get("state"));
        assertThat(party.redeem(back.answer("code")).status()).isEqualTo(200);
    }

    @Test
    void failure_5_a_request_object_is_refused_and_not_passed_over() {
        assertThat(refused("request", "eyJhbGciOiJub25lIn0.e30.")).isEqualTo("request_not_supported");
        assertThat(refused("request_uri", "https://party.example/request")).isEqualTo("request_uri_not_supported");
        assertThat(refused("registration", "{}")).isEqualTo("registration_not_supported");
    }

    private String refused(String name, String value) {
        return new Surfer().get(party.authorize(party.request(name, value))).answer("error");
    }

    @Test
    void who_has_not_agreed_yet_is_not_told_of_in_silence() {
        var back = new Surfer().signIn(citizen.login()).get(party.authorize(party.request("prompt", "none")));

        assertThat(back.answer("error")).isEqualTo("consent_required");
    }

    @Test
    void who_does_not_agree_goes_back_and_nothing_is_told() {
        var browser = new Surfer().signIn(citizen.login());
        var question = browser.get(party.authorize(party.request()));

        var back = browser.post("/oauth2/agree", Map.of("asked", question.asked(), "answer", "no"));

        assertThat(back.answer("error")).isEqualTo("access_denied");
    }

    @Test
    void prompt_consent_and_new_scopes_ask_again_and_select_account_shows_who_is_there() {
        var browser = known();

        assertThat(browser.get(party.authorize(party.request("prompt", "consent")))
                        .path())
                .startsWith("/oauth2/resume");
        assertThat(browser.get(party.authorize(party.request("scope", "openid profile phone")))
                        .asked())
                .isNotEmpty();
        var choice = browser.get(party.authorize(party.request("prompt", "select_account")));
        assertThat(choice.body())
                .contains("/oauth2/choose")
                .contains(citizen.me().name());
        assertThat(browser.post("/oauth2/choose", Map.of("asked", choice.asked()))
                        .answer("code"))
                .isNotEmpty();
    }

    @Test
    void the_id_token_says_no_more_than_was_asked_and_userinfo_what_was_agreed() {
        var browser = new Surfer().signIn(citizen.login());
        var asked = party.request(
                "scope",
                "openid",
                "claims",
                "{\"id_token\":{\"name\":null,\"email\":null},\"userinfo\":{\"phone_number\":{\"essential\":true}}}");
        var tokens =
                party.redeem(browser.agree(browser.get(party.authorize(asked))).answer("code"));

        assertThat(TestParty.claims(tokens.text("id_token")))
                .containsEntry("name", citizen.me().name())
                .doesNotContainKeys("email", "phone_number", "account_kind");
        var told = party.userinfo(tokens.text("access_token"));
        assertThat(told.body().propertyNames()).containsExactlyInAnyOrder("sub", "phone_number");
    }

    @Test
    void an_essential_level_is_reached_or_the_party_hears_that_it_was_not() {
        var browser = known();

        assertThat(tokens(browser, party.request("acr_values", "urn:yici:trust:2 urn:yici:trust:3")))
                .containsEntry("acr", "urn:yici:trust:3");
        assertThat(browser.get(party.authorize(essential("urn:yici:trust:5", "none")))
                        .answer("error"))
                .isEqualTo("unmet_authentication_requirements");
        assertThat(browser.get(party.authorize(essential("urn:somebody:else", "")))
                        .answer("error"))
                .isEqualTo("unmet_authentication_requirements");
    }

    @Test
    void a_level_that_was_not_shown_yet_is_asked_for_on_the_way_and_the_way_goes_on() {
        var browser = known();

        var page = browser.get(party.authorize(essential("urn:yici:trust:4", "")));
        assertThat(page.path()).startsWith("/step-up").contains("oauth2%2Fresume");
        var back = browser.get("/oauth2/resume?asked=" + page.path().replaceAll(".*asked%3D([0-9a-f]{8}).*", "$1"));

        assertThat(back.answer("error"))
                .as("who comes back without having shown it")
                .isEqualTo("unmet_authentication_requirements");
    }

    private Map<String, String> essential(String acr, String prompt) {
        var request =
                party.request("claims", "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + acr + "\"]}}}");
        if (!prompt.isEmpty()) request.put("prompt", prompt);
        return request;
    }

    @Test
    void a_hint_at_another_person_is_no_sign_on_as_this_one() {
        var browser = known();
        var tokenOfAnother = idToken(new Surfer().signIn(People.citizen().login()));

        var request = party.request("id_token_hint", tokenOfAnother, "prompt", "none");
        assertThat(browser.get(party.authorize(request)).answer("error")).isEqualTo("login_required");
        assertThat(browser.get(party.authorize(party.request("id_token_hint", idToken(browser), "prompt", "none")))
                        .answer("code"))
                .isNotEmpty();
        assertThat(browser.get(party.authorize(party.request("id_token_hint", "x.y.z")))
                        .answer("error"))
                .isEqualTo("invalid_request");
    }

    @Test
    void a_party_sends_its_people_in_their_language() {
        var page = new Surfer().get(party.authorize(party.request("ui_locales", "de fr-FR en")));

        assertThat(page.body()).contains("<html lang=\"fr\"");
    }

    @Test
    void userinfo_is_told_by_get_and_post_with_the_token_in_the_header_or_the_form() {
        var token = party.redeem(known().get(party.authorize(party.request())).answer("code"))
                .text("access_token");

        assertThat(userinfo(token, "GET", "header").status()).isEqualTo(200);
        assertThat(userinfo(token, "POST", "header").status()).isEqualTo(200);
        assertThat(userinfo(token, "POST", "form").status()).isEqualTo(200);
        var nobody = TestParty.send(HttpRequest.newBuilder(URI.create(product.url() + "/userinfo")));
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.response().headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer")
                .doesNotContain("error");
        assertThat(party.userinfo(token + "x").error()).isEqualTo("invalid_token");
    }

    private TestParty.Answer userinfo(String token, String method, String where) {
        var request = HttpRequest.newBuilder(URI.create(product.url() + "/userinfo"))
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (where.equals("header")) request.header("Authorization", "Bearer " + token);
        var body = where.equals("form") ? "access_token=" + token : "";
        return TestParty.send(request.method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void the_provider_says_what_it_does() {
        var told = TestParty.send(
                        HttpRequest.newBuilder(URI.create(product.url() + "/.well-known/openid-configuration")))
                .body();

        assertThat(told.path("issuer").asString()).isEqualTo(TestParty.issuer());
        assertThat(told.propertyNames())
                .contains(
                        "scopes_supported",
                        "claims_supported",
                        "acr_values_supported",
                        "authorization_response_iss_parameter_supported",
                        "dpop_signing_alg_values_supported",
                        "backchannel_logout_session_supported",
                        "pushed_authorization_request_endpoint");
        assertThat(told.path("dpop_signing_alg_values_supported").toString())
                .isEqualTo("[\"ES256\",\"PS256\",\"EdDSA\"]");
        assertThat(told.path("token_endpoint_auth_signing_alg_values_supported").toString())
                .as("RS256 for old applications alone")
                .isEqualTo("[\"ES256\",\"PS256\",\"EdDSA\",\"RS256\"]");
        assertThat(told.path("scopes_supported").toString()).contains("representee_list");
        assertThat(told.path("request_parameter_supported").asBoolean()).isFalse();
        var keys = TestParty.send(
                HttpRequest.newBuilder(URI.create(told.path("jwks_uri").asString())));
        assertThat(keys.body().path("keys").size()).isGreaterThanOrEqualTo(4);
        assertThat(keys.response().body()).doesNotContain("\"d\":");
    }

    /** Signed in, and agreed already. */
    private Surfer known() {
        var browser = new Surfer().signIn(citizen.login());
        var page = browser.get(party.authorize(party.request()));
        if (!page.hasLeft()) browser.agree(page);
        return browser;
    }

    private String idToken(Surfer browser) {
        var page = browser.get(party.authorize(party.request()));
        var back = page.hasLeft() ? page : browser.agree(page);
        return party.redeem(back.answer("code")).text("id_token");
    }

    private Map<String, Object> tokens(Surfer browser, Map<String, String> request) {
        return TestParty.claims(
                party.redeem(browser.get(party.authorize(request)).answer("code"))
                        .text("id_token"));
    }

    private static String id(Surfer.Seen signInPage) {
        var to = Surfer.parameters(URI.create(signInPage.path()).getRawQuery()).getOrDefault("to", "");
        return to.substring(to.indexOf('=') + 1);
    }
}
