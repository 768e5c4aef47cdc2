package yici.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.house.People;
import yici.house.Product;

/** A department's system keeps to the FAPI 2.0 Security Profile, and we hold it to it. */
class DepartmentTest {

    private final Product product = Product.running();
    private final TestParty party = TestParty.department();
    private final Surfer browser = new Surfer().signIn(People.citizen().login());

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void a_request_that_was_not_pushed_is_refused() {
        var back = browser.get("/oauth2/authorize?" + Surfer.form(party.request()));

        assertThat(back.answer("error")).isEqualTo("invalid_request");
    }

    @Test
    void a_pushed_request_is_answered_once_and_begun_within_a_minute() {
        var once = party.authorize(party.request("scope", "openid phone"));
        var question = browser.get(once);
        assertThat(browser.get(once).asked())
                .as("read again before it is answered")
                .isNotEmpty();
        assertThat(browser.agree(question).answer("code")).isNotEmpty();
        assertThat(browser.get(once).status()).isEqualTo(400);

        var late = party.authorize(party.request());
        product.clock().forward(Duration.ofSeconds(61));
        assertThat(browser.get(late).status()).isEqualTo(400);
    }

    @Test
    void a_request_pushed_by_one_is_nothing_in_the_hands_of_another() {
        var other = TestParty.department();
        var uri = party.push(party.request()).text("request_uri");

        assertThat(browser.get("/oauth2/authorize?" + Surfer.form(Map.of("client_id", other.id(), "request_uri", uri)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_wrong_request_is_told_at_once_when_it_is_pushed() {
        assertThat(party.push(party.request("redirect_uri", "https://evil.example/"))
                        .error())
                .isEqualTo("invalid_request");
        assertThat(party.push(party.request("code_challenge_method", "plain")).error())
                .isEqualTo("invalid_request");
        assertThat(party.push(party.request("request_uri", "urn:x")).error()).isEqualTo("invalid_request");
        assertThat(party.push(party.request("scope", "openid everything")).status())
                .isEqualTo(201);
    }

    @Test
    void tokens_are_given_only_against_a_proof_and_a_proof_is_good_once() {
        assertThat(token("").error()).isEqualTo("invalid_dpop_proof");

        var proof = party.proof("/oauth2/token");
        assertThat(token(proof).status()).isEqualTo(200);
        assertThat(token(proof).error()).isEqualTo("invalid_dpop_proof");
    }

    @Test
    void a_proof_signed_rs256_is_refused() throws JOSEException {
        var rsa = new RSAKeyGenerator(2048).generate();
        var proof = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(rsa.toPublicJWK())
                        .build(),
                new JWTClaimsSet.Builder()
                        .claim("htm", "POST")
                        .claim("htu", TestParty.issuer() + "/oauth2/token")
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(product.clock().instant()))
                        .build());
        proof.sign(new RSASSASigner(rsa));

        assertThat(token(proof.serialize()).error()).isEqualTo("invalid_dpop_proof");
    }

    @Test
    void a_proof_is_for_this_call_and_of_this_minute() {
        var here = TestParty.issuer() + "/oauth2/token";
        var now = product.clock().instant();

        assertThat(token(party.proof("GET", here, "", now, party.key)).error()).isEqualTo("invalid_dpop_proof");
        assertThat(token(party.proof("POST", "https://other.example/oauth2/token", "", now, party.key))
                        .error())
                .isEqualTo("invalid_dpop_proof");
        assertThat(token(party.proof("POST", here, "", now.minusSeconds(90), party.key))
                        .status())
                .isEqualTo(200);
        assertThat(token(party.proof("POST", here, "", now.plusSeconds(85), party.key))
                        .status())
                .isEqualTo(200);
        assertThat(token(party.proof("POST", here, "", now.minusSeconds(130), party.key))
                        .error())
                .isEqualTo("invalid_dpop_proof");
        assertThat(token(party.proof("POST", here, "", now.plusSeconds(100), party.key))
                        .error())
                .isEqualTo("invalid_dpop_proof");
    }

    @Test
    void an_assertion_is_good_once_and_its_clock_may_be_a_little_off() {
        var now = product.clock().instant();
        var assertion = party.assertion(now);

        assertThat(asserted(assertion).status()).isEqualTo(200);
        assertThat(asserted(assertion).error()).isEqualTo("invalid_client");
        assertThat(asserted(party.assertion(now.minusSeconds(140))).status()).isEqualTo(200);
        assertThat(asserted(party.assertion(now.plusSeconds(50))).status()).isEqualTo(200);
        assertThat(asserted(party.assertion(now.minusSeconds(160))).error()).isEqualTo("invalid_client");
        assertThat(asserted(party.assertion(now.plusSeconds(70))).error()).isEqualTo("invalid_client");
    }

    @Test
    void an_assertion_of_another_key_or_another_party_is_refused() {
        var other = TestParty.department();

        assertThat(asserted(other.assertion(product.clock().instant())).status())
                .as("it speaks for its own party")
                .isEqualTo(200);
        var mixed = Map.of(
                "grant_type", "client_credentials",
                "client_id", party.id(),
                "client_assertion", other.assertion(product.clock().instant()));
        assertThat(party.call("/oauth2/token", mixed, party.proof("/oauth2/token"))
                        .error())
                .isEqualTo("invalid_client");
    }

    @Test
    void a_code_bound_to_a_key_is_worth_nothing_with_another() {
        var thumbprint = thumbprint(TestParty.newKey());
        var code = browser.agree(browser.get(party.authorize(party.request("dpop_jkt", thumbprint))))
                .answer("code");

        assertThat(party.redeem(code).error()).isEqualTo("invalid_grant");
    }

    private static String thumbprint(com.nimbusds.jose.jwk.ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_bound_token_is_good_with_a_proof_of_its_key_only() {
        var tokens = party.redeem(
                browser.agree(browser.get(party.authorize(party.request()))).answer("code"));
        var token = tokens.text("access_token");
        var here = TestParty.issuer() + "/userinfo";
        var now = product.clock().instant();

        assertThat(userinfo("Bearer " + token, "").status()).isEqualTo(401);
        assertThat(userinfo("DPoP " + token, party.proof("GET", here, token, now, TestParty.newKey()))
                        .status())
                .isEqualTo(401);
        assertThat(userinfo("DPoP " + token, party.proof("GET", here, "other", now, party.key))
                        .error())
                .isEqualTo("invalid_dpop_proof");
        var proof = party.proof("GET", here, token, now, party.key);
        assertThat(userinfo("DPoP " + token, proof).status()).isEqualTo(200);
        assertThat(userinfo("DPoP " + token, proof).error()).isEqualTo("invalid_dpop_proof");
    }

    @Test
    void its_refresh_token_stays_and_can_be_looked_at_and_given_back() {
        var tokens = party.redeem(
                browser.agree(browser.get(party.authorize(party.request()))).answer("code"));
        var refresh = tokens.text("refresh_token");

        assertThat(party.refresh(refresh).text("refresh_token")).isEqualTo(refresh);
        assertThat(introspect(refresh).path("active").asBoolean()).isTrue();
        assertThat(introspect(tokens.text("access_token"))
                        .path("cnf")
                        .path("jkt")
                        .asString())
                .isNotEmpty();
        assertThat(party.call("/oauth2/revoke", Map.of("token", refresh), "").status())
                .isEqualTo(200);

        assertThat(introspect(refresh).path("active").asBoolean()).isFalse();
        assertThat(introspect(tokens.text("access_token")).path("active").asBoolean())
                .isFalse();
        assertThat(party.refresh(refresh).error()).isEqualTo("invalid_grant");
    }

    @Test
    void another_party_learns_nothing_of_a_token_and_cannot_give_it_back() {
        var tokens = party.redeem(
                browser.agree(browser.get(party.authorize(party.request()))).answer("code"));
        var other = TestParty.department();

        var told = other.call("/oauth2/introspect", Map.of("token", tokens.text("access_token")), "");
        assertThat(told.response().body()).isEqualTo("{\"active\":false}");
        other.call("/oauth2/revoke", Map.of("token", tokens.text("refresh_token")), "");
        assertThat(party.refresh(tokens.text("refresh_token")).status()).isEqualTo(200);
    }

    private tools.jackson.databind.JsonNode introspect(String token) {
        return party.call("/oauth2/introspect", Map.of("token", token), "").body();
    }

    private TestParty.Answer token(String proof) {
        return party.call("/oauth2/token", Map.of("grant_type", "client_credentials"), proof);
    }

    private TestParty.Answer asserted(String assertion) {
        return party.call(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_assertion", assertion),
                party.proof("/oauth2/token"));
    }

    private TestParty.Answer userinfo(String authorization, String proof) {
        var request =
                HttpRequest.newBuilder(URI.create(product.url() + "/userinfo")).header("Authorization", authorization);
        if (!proof.isEmpty()) request.header("DPoP", proof);
        return TestParty.send(request);
    }
}
