package yici.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import yici.house.People;

/** EdDSA, the third algorithm of FAPI 2.0: assertions and proofs by an Ed25519 key. */
class EdwardsTest {

    private final EdwardsKey key = new EdwardsKey();
    private final TestParty party = TestParty.department().registered(p -> p.withKeys(new JWKSet(key.publicKey()), ""));

    @Test
    void a_department_with_an_ed25519_key_signs_somebody_on() {
        var browser = new Surfer().signIn(People.citizen().login());
        var pushed = call("/oauth2/par", party.request(), key);
        assertThat(pushed.status()).as(pushed.response().body()).isEqualTo(201);

        var back = browser.agree(browser.get("/oauth2/authorize?"
                + Surfer.form(Map.of("client_id", party.id(), "request_uri", pushed.text("request_uri")))));
        var tokens = call(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        back.answer("code"),
                        "redirect_uri",
                        party.party.redirectUris().getFirst(),
                        "code_verifier",
                        TestParty.VERIFIER),
                key);

        assertThat(tokens.status()).as(tokens.response().body()).isEqualTo(200);
        var uri = TestParty.issuer() + "/userinfo";
        var token = tokens.text("access_token");
        assertThat(TestParty.send(HttpRequest.newBuilder(URI.create(uri))
                                .header("Authorization", "DPoP " + token)
                                .header("DPoP", key.proof("GET", uri, token)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void another_key_and_a_changed_assertion_are_refused() {
        assertThat(call("/oauth2/par", party.request(), new EdwardsKey()).error())
                .isEqualTo("invalid_client");

        var parts = key.assertion(party.id()).split("\\.");
        var other = key.assertion(party.id()).split("\\.");
        assertThat(push(parts[0] + "." + other[1] + "." + parts[2]).error()).isEqualTo("invalid_client");
    }

    @Test
    void a_header_that_makes_demands_nobody_knows_is_refused() {
        var claims = Map.<String, Object>of("iss", party.id(), "sub", party.id());

        assertThat(push(key.sign(Map.of("alg", "EdDSA", "crit", java.util.List.of("exp"), "exp", 1), claims))
                        .error())
                .isEqualTo("invalid_client");
    }

    @Test
    void a_signature_of_one_kind_is_none_by_a_key_of_another() {
        var curved = TestParty.department();

        assertThat(curved.call(
                                "/oauth2/par",
                                with(curved.request(), "client_assertion", key.assertion(curved.id())),
                                "")
                        .error())
                .isEqualTo("invalid_client");
    }

    private TestParty.Answer push(String assertion) {
        return party.call("/oauth2/par", with(party.request(), "client_assertion", assertion), "");
    }

    private TestParty.Answer call(String path, Map<String, String> fields, EdwardsKey by) {
        return party.call(
                path,
                with(fields, "client_assertion", by.assertion(party.id())),
                by.proof("POST", TestParty.issuer() + path, ""));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new LinkedHashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
