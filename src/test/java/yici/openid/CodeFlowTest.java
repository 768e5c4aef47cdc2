package yici.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.People;
import yici.house.Product;

/** Signing on: from a system's question to its tokens. */
class CodeFlowTest {

    private final Product product = Product.running();
    private final JdbcClient db = product.bean(JdbcClient.class);

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void who_is_signed_in_agrees_once_and_is_known_from_then_on_without_a_question() {
        var party = TestParty.legacy();
        var citizen = People.citizen();
        var browser = new Surfer().signIn(citizen.login());
        var asked = party.request();

        var question = browser.get(party.authorize(asked));
        assertThat(question.body())
                .contains(party.party.name().zh())
                .contains(citizen.me().name());
        var back = browser.agree(question);
        assertThat(back.left()).startsWith(party.party.redirectUris().getFirst());
        assertThat(back.answer("state")).isEqualTo(asked.get("state"));
        var tokens = party.redeem(back.answer("code"));

        assertThat(tokens.status()).as(tokens.response().body()).isEqualTo(200);
        assertThat(TestParty.claims(tokens.text("id_token")))
                .containsEntry("iss", TestParty.issuer())
                .containsEntry("nonce", asked.get("nonce"))
                .containsEntry("acr", "urn:yici:trust:3")
                .containsKeys("sub", "auth_time", "amr", "sid")
                .doesNotContainKeys("name", "phone_number", "identity_number");
        assertThat(party.userinfo(tokens.text("access_token")).text("name"))
                .isEqualTo(citizen.me().name());
        assertThat(browser.get(party.authorize(party.request())).hasLeft()).isTrue();
    }

    @Test
    void a_visitor_signs_in_on_the_way_and_no_row_is_written_before() {
        var party = TestParty.legacy();
        var citizen = People.citizen();
        var browser = new Surfer();
        long before = rows();

        var page = browser.get(party.authorize(party.request()));
        assertThat(rows()).isEqualTo(before);
        var back = browser.agree(browser.signInOn(page, citizen.login()));

        assertThat(party.redeem(back.answer("code")).status()).isEqualTo(200);
    }

    @Test
    void a_department_pushes_its_request_proves_its_key_and_gets_tokens_bound_to_it() {
        var party = TestParty.department();
        var browser = new Surfer().signIn(People.citizen().login());

        var back = browser.agree(browser.get(party.authorize(party.request())));
        var tokens = party.redeem(back.answer("code"));

        assertThat(tokens.status()).as(tokens.response().body()).isEqualTo(200);
        assertThat(tokens.text("token_type")).isEqualTo("DPoP");
        assertThat(TestParty.claims(tokens.text("access_token"))).containsKey("cnf");
        assertThat(party.userinfo(tokens.text("access_token")).status()).isEqualTo(200);
    }

    @Test
    void a_code_is_redeemed_once_and_the_second_try_ends_what_came_of_the_first() {
        var party = TestParty.legacy();
        var browser = new Surfer().signIn(People.citizen().login());
        var code = browser.agree(browser.get(party.authorize(party.request()))).answer("code");
        var first = party.redeem(code);

        assertThat(party.redeem(code).error()).isEqualTo("invalid_grant");

        assertThat(party.refresh(first.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(party.userinfo(first.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void a_refresh_token_that_comes_twice_ends_its_family() {
        var party = TestParty.legacy();
        var browser = new Surfer().signIn(People.citizen().login());
        var first = party.redeem(
                browser.agree(browser.get(party.authorize(party.request()))).answer("code"));

        var second = party.refresh(first.text("refresh_token"));
        assertThat(second.status()).as(second.response().body()).isEqualTo(200);
        assertThat(party.refresh(first.text("refresh_token")).error()).isEqualTo("invalid_grant");

        assertThat(party.refresh(second.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(party.userinfo(second.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void two_sectors_know_a_person_by_two_names_and_one_sector_by_one() {
        var one = TestParty.legacy();
        var other = TestParty.legacy();
        var sibling = TestParty.legacy().registered(party -> Parties.inSectorOf(party, one.party));
        var browser = new Surfer().signIn(People.citizen().login());

        assertThat(sub(browser, one)).isEqualTo(sub(browser, sibling)).isNotEqualTo(sub(browser, other));
    }

    private static Object sub(Surfer browser, TestParty party) {
        var code = browser.agree(browser.get(party.authorize(party.request()))).answer("code");
        return TestParty.claims(party.redeem(code).text("id_token")).get("sub");
    }

    @Test
    void whom_the_party_expects_stands_in_the_field_whether_there_is_such_a_login_or_not() {
        var party = TestParty.legacy();
        var known = People.citizen().login();

        var page = new Surfer().get(party.authorize(party.request("login_hint", known)));
        var other = new Surfer().get(party.authorize(party.request("login_hint", "13799999999")));

        assertThat(page.body()).contains("value=\"" + known + "\"");
        assertThat(page.path()).doesNotContain(known);
        assertThat(alike(other.body().replace("13799999999", known))).isEqualTo(alike(page.body()));
        assertThat(new Surfer()
                        .get(party.authorize(party.request("login_hint", "\"><b>" + "x".repeat(200))))
                        .body())
                .doesNotContain("xxxx");
        assertThat(new Surfer()
                        .get(party.authorize(party.request("login_hint", "\"><b>")))
                        .body())
                .doesNotContain("\"><b>");
    }

    @Test
    void the_sign_in_page_names_the_system_one_came_from_and_none_when_one_came_by_oneself() {
        var party = TestParty.legacy();

        assertThat(new Surfer().get(party.authorize(party.request())).body()).contains("登录后继续使用");
        assertThat(new Surfer().get("/sign-in").body()).doesNotContain("登录后继续使用");
        assertThat(new Surfer()
                        .get("/sign-in?to=/oauth2/resume%3Fasked%3D01234567")
                        .body())
                .doesNotContain("登录后继续使用");
    }

    /** But for what is another each time: the form's token and the question's name. */
    private static String alike(String body) {
        return body.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replaceAll("asked(=|%3D)[0-9a-f]{8}", "");
    }

    private long rows() {
        return db.sql("""
                        select (select count(*) from openid.code) + (select count(*) from openid.visit)
                             + (select count(*) from openid.pushed_request) + (select count(*) from openid.consent)
                        """).query(Long.class).single();
    }

    @Test
    void a_system_that_calls_in_its_own_name_leaves_no_row() {
        var party = TestParty.legacy();
        long before = rows();

        var token = party.call("/oauth2/token", Map.of("grant_type", "client_credentials"), "");

        assertThat(token.status()).isEqualTo(200);
        assertThat(token.text("token_type")).isEqualTo("Bearer");
        assertThat(rows()).isEqualTo(before);
    }
}
