package yici.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.house.People;
import yici.house.Product;

/** A device without a keyboard signs on while its person types a code elsewhere. */
class DeviceTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    private final Product product = Product.running();
    private final TestParty kiosk = TestParty.nativeApp();
    private final Surfer browser = new Surfer().signIn(People.citizen().login());

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void a_code_typed_and_allowed_signs_the_device_on_once() {
        var begun = begin();
        assertThat(begun.text("verification_uri")).isEqualTo(TestParty.issuer() + "/device");
        assertThat(poll(begun).error()).isEqualTo("authorization_pending");

        browser.get("/device");
        var question =
                browser.post("/device", Map.of("code", begun.text("user_code").toLowerCase(java.util.Locale.ROOT)));
        assertThat(question.body()).contains(kiosk.party.name().zh());
        browser.post("/device/answer", Map.of("code", begun.text("user_code"), "answer", "yes"));
        product.clock().forward(Duration.ofSeconds(6));

        var tokens = poll(begun);
        assertThat(tokens.status()).as(tokens.response().body()).isEqualTo(200);
        assertThat(kiosk.userinfo(tokens.text("access_token")).status()).isEqualTo(200);
        assertThat(poll(begun).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_device_that_asks_too_often_is_slowed_and_one_that_waits_too_long_is_told() {
        var begun = begin();
        poll(begun);
        assertThat(poll(begun).error()).isEqualTo("slow_down");
        product.clock().forward(Bounds.DEVICE.plusSeconds(1));

        assertThat(poll(begun).error()).isEqualTo("expired_token");
        browser.get("/device");
    }

    @Test
    void a_refusal_reaches_the_device() {
        var begun = begin();
        browser.get("/device");
        browser.post("/device/answer", Map.of("code", begun.text("user_code"), "answer", "no"));

        assertThat(poll(begun).error()).isEqualTo("access_denied");
    }

    @Test
    void a_code_that_nobody_shows_is_named_at_the_field() {
        browser.get("/device");

        var seen = browser.post("/device", Map.of("code", "BBBB-BBBB"));

        assertThat(seen.status()).isEqualTo(422);
        assertThat(seen.body()).contains("href=\"#code\"").contains("BBBB-BBBB");
    }

    @Test
    void who_tries_codes_has_to_wait_whatever_was_right_in_between_and_others_do_not() {
        var begun = begin();
        browser.get("/device");
        for (int i = 0; i < 5; i++)
            assertThat(typed("BBBB-BBB" + "CDFGH".charAt(i))).isEqualTo(422);
        assertThat(typed(begun.text("user_code"))).isEqualTo(200);
        for (int i = 0; i < 5; i++)
            assertThat(browser.post("/device/answer", Map.of("code", "CCCC-CCC" + "CDFGH".charAt(i), "answer", "yes"))
                            .status())
                    .isEqualTo(422);

        var refused = browser.post("/device", Map.of("code", begun.text("user_code")));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("href=\"#code\"").contains(begun.text("user_code"));
        assertThat(browser.post("/device/answer", Map.of("code", begun.text("user_code"), "answer", "yes"))
                        .status())
                .isEqualTo(429);
        assertThat(poll(begun).error()).isEqualTo("authorization_pending");

        var somebodyElse = new Surfer().signIn(People.citizen().login());
        somebodyElse.get("/device");
        assertThat(somebodyElse
                        .post("/device", Map.of("code", begun.text("user_code")))
                        .status())
                .isEqualTo(200);
        product.clock().forward(Duration.ofMinutes(16));
        assertThat(typed(begin().text("user_code"))).isEqualTo(200);
    }

    private int typed(String code) {
        return browser.post("/device", Map.of("code", code)).status();
    }

    @Test
    void a_party_that_is_not_registered_for_devices_gets_no_code() {
        var party = TestParty.nativeApp();
        product.bean(RelyingParties.class).save(Parties.grantedOnly(party.party, "authorization_code"));

        assertThat(party.call("/oauth2/device_authorization", Map.of(), "").error())
                .isEqualTo("unauthorized_client");
    }

    private TestParty.Answer begin() {
        return kiosk.call("/oauth2/device_authorization", Map.of("scope", "openid profile"), "");
    }

    private TestParty.Answer poll(TestParty.Answer begun) {
        return kiosk.call("/oauth2/token", Map.of("grant_type", GRANT, "device_code", begun.text("device_code")), "");
    }
}
