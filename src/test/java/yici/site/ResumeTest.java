package yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.identity.Accounts;

/** The session runs out, or the form's token is lost, in the middle of a form: nothing typed is lost. */
class ResumeTest {

    private static final String ORIGIN = Product.running().url();

    private final Product product = Product.running();
    private final Client client = new Client();

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void what_was_typed_waits_behind_the_sign_in_page_and_arrives_after_it() {
        var citizen = People.citizen();
        client.signIn(citizen.login());
        var form = Client.hidden(client.get("/account").body());
        form.put("address", "橘子洲 \"头\" <1> & 2号");

        product.clock().forward(Duration.ofMinutes(31));
        var signIn = client.post("/account/contact?x=a%20b", form);
        assertThat(signIn.statusCode()).isEqualTo(401);
        assertThat(signIn.body()).doesNotContain("桃花坪 2222 号").doesNotContain("橘子洲");

        var typed = Client.hidden(signIn.body());
        typed.putAll(Map.of("login", citizen.login(), "password", "wrong at first"));
        typed = Client.hidden(client.post("/sign-in", typed).body());
        typed.putAll(Map.of("login", citizen.login(), "password", Browser.PASSWORD));
        var goOn = client.post("/sign-in", typed);
        assertThat(goOn.statusCode()).isEqualTo(200);
        assertThat(goOn.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(goOn.body()).contains("action=\"/account/contact?x=a%20b\"");

        var sent = client.post("/account/contact?x=a%20b", Client.hidden(goOn.body()));
        assertThat(sent.statusCode()).isEqualTo(303);
        var kept = product.bean(Accounts.class).find(citizen.me().account()).orElseThrow();
        assertThat(kept.address()).isEqualTo("橘子洲 \"头\" <1> & 2号");
    }

    @Test
    void another_person_who_signs_in_there_does_not_get_them() {
        var signIn = expiredPost(People.citizen());

        var typed = Client.hidden(signIn);
        typed.putAll(Map.of("login", People.citizen().login(), "password", Browser.PASSWORD));
        var page = client.post("/sign-in", typed);

        assertThat(page.body()).contains("另一个账号").doesNotContain("桃花坪 2222 号");
    }

    @Test
    void after_another_half_hour_they_are_gone_and_the_page_says_so() {
        var citizen = People.citizen();
        var typed = Client.hidden(expiredPost(citizen));
        product.clock().forward(Duration.ofMinutes(31));

        typed.putAll(Map.of("login", citizen.login(), "password", Browser.PASSWORD));

        assertThat(client.post("/sign-in", typed).body()).contains("超过半小时");
    }

    @Test
    void a_lost_token_asks_for_one_more_click_and_keeps_what_was_typed() {
        var citizen = People.citizen();
        client.signIn(citizen.login());
        var form = Client.hidden(client.get("/account").body());
        form.put("address", "桃花坪 3333 号");
        client.lose("csrf");

        var once = client.post("/account/contact", form, "Origin", ORIGIN);
        assertThat(once.statusCode()).isEqualTo(403);
        var twice = client.post("/account/contact", Client.hidden(once.body()), "Origin", ORIGIN);

        assertThat(twice.statusCode()).isEqualTo(303);
        assertThat(product.bean(Accounts.class)
                        .find(citizen.me().account())
                        .orElseThrow()
                        .address())
                .isEqualTo("桃花坪 3333 号");
    }

    @Test
    void token_and_session_both_lost_lead_through_the_sign_in_page() {
        var citizen = People.citizen();
        client.signIn(citizen.login());
        client.lose("csrf");
        client.lose("yici");

        var page = client.post("/account/contact", Map.of("address", "桃花坪 4444 号"), "Origin", ORIGIN);

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(Client.hidden(page.body())).containsKey("kept");
    }

    @Test
    void who_was_never_signed_in_is_asked_to_and_not_told_of_a_session_that_ended() {
        var page = new Client().post("/events/43PCN0009/apply", Map.of("q-applicant", "mother"), "Origin", ORIGIN);

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("请先登录").doesNotContain("自动退出");
    }

    @Test
    void a_form_that_another_site_sends_is_refused_and_not_offered_again() {
        client.signIn(People.citizen().login());
        for (var header :
                new String[][] {{"Origin", "https://evil.example"}, {"Sec-Fetch-Site", "cross-site"}, {"X", "y"}}) {
            var page = client.post("/account/contact", Map.of("address", "桃花坪 6666 号"), header[0], header[1]);

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).doesNotContain("桃花坪 6666 号");
        }
    }

    @Test
    void of_a_file_the_page_says_that_it_must_be_chosen_again() {
        var citizen = People.citizen();
        client.signIn(citizen.login());
        var form = Client.hidden(client.get("/account").body());
        form.put("address", "桃花坪 5555 号");
        product.clock().forward(Duration.ofMinutes(31));

        var typed = Client.hidden(
                client.postParts("/account/contact", form, "photo", 10).body());
        typed.putAll(Map.of("login", citizen.login(), "password", Browser.PASSWORD));
        var goOn = client.post("/sign-in", typed).body();

        assertThat(goOn)
                .contains("请重新选择", "type=\"file\"", "name=\"photo\"", "enctype=\"multipart/form-data\"", "桃花坪 5555 号");
    }

    @Test
    void a_password_is_never_put_into_a_page() {
        client.signIn(People.citizen().login());
        client.lose("csrf");

        var page = client.post(
                "/account/password",
                Map.of("current-password", "secret one", "next-password", "secret two"),
                "Origin",
                ORIGIN);

        assertThat(page.body()).contains("action=\"/account/password\"").doesNotContain("secret");
    }

    @Test
    void what_is_too_large_to_carry_is_said_so() {
        var citizen = People.citizen();
        client.signIn(citizen.login());
        var form = Client.hidden(client.get("/account").body());
        form.put("address", "x".repeat(70_000));
        product.clock().forward(Duration.ofMinutes(31));

        var page = client.post("/account/contact", form).body();

        assertThat(page).contains("后退");
        assertThat(Client.hidden(page)).doesNotContainKey("kept");
    }

    private String expiredPost(People.Someone citizen) {
        client.signIn(citizen.login());
        var form = Client.hidden(client.get("/account").body());
        form.put("address", "桃花坪 2222 号");
        product.clock().forward(Duration.ofMinutes(31));
        return client.post("/account/contact", form).body();
    }
}
