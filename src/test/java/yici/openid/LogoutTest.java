package yici.openid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;

/** A session ends at every party, however it ends. */
class LogoutTest {

    private final Product product = Product.running();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger deaf = new AtomicInteger();
    private final People.Someone citizen = People.citizen();
    private HttpServer server;
    private TestParty party;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            boolean hears = deaf.getAndDecrement() <= 0;
            if (hears) heard.add(Surfer.parameters(body).getOrDefault("logout_token", ""));
            exchange.sendResponseHeaders(hears ? 200 : 503, -1);
            exchange.close();
        });
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        party = TestParty.legacy().registered(p -> Parties.toldAt(p, address));
    }

    @AfterEach
    void back() {
        server.stop(0);
        product.clock().back();
    }

    @Test
    void whoever_signs_out_here_is_signed_out_at_the_party_within_five_seconds() throws InterruptedException {
        var browser = new Surfer().signIn(citizen.login());
        var tokens = tokens(browser);

        browser.get("/account");
        browser.post("/sign-out", Map.of());

        var told = told();
        var idToken = TestParty.claims(tokens.text("id_token"));
        assertThat(told)
                .containsEntry("iss", TestParty.issuer())
                .containsEntry("sid", idToken.get("sid"))
                .containsEntry("sub", idToken.get("sub"))
                .containsKeys("jti", "iat", "exp")
                .doesNotContainKey("nonce");
        assertThat(told.get("events").toString()).contains("http://schemas.openid.net/event/backchannel-logout");
        assertThat(party.refresh(tokens.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(party.userinfo(tokens.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void so_is_who_ends_all_sessions_from_another_device() throws InterruptedException {
        tokens(new Surfer().signIn(citizen.login()));

        var other = new Surfer().signIn(citizen.login());
        other.get("/account");
        other.post("/account/sign-out-everywhere", Map.of());

        assertThat(told()).containsKey("sid");
    }

    @Test
    void so_is_who_changes_the_password_elsewhere() throws InterruptedException {
        tokens(new Surfer().signIn(citizen.login()));

        var other = new Surfer().signIn(citizen.login());
        other.get("/account");
        other.post(
                "/account/password",
                Map.of("current-password", Browser.PASSWORD, "next-password", "another-long-password-2026"));

        assertThat(told()).containsKey("sid");
    }

    @Test
    void so_is_who_simply_goes_away() throws InterruptedException {
        tokens(new Surfer().signIn(citizen.login()));
        product.clock().forward(Duration.ofMinutes(31));

        product.bean(SessionsEnd.class).runOut();

        assertThat(told()).containsKey("sid");
    }

    @Test
    void whoever_is_at_work_at_the_party_does_not_go_away() {
        var browser = new Surfer().signIn(citizen.login());
        var refresh = tokens(browser).text("refresh_token");
        for (int i = 0; i < 3; i++) {
            product.clock().forward(Duration.ofMinutes(20));
            refresh = party.refresh(refresh).text("refresh_token");
        }
        product.bean(SessionsEnd.class).runOut();

        assertThat(refresh).isNotEmpty();
        assertThat(heard).isEmpty();
        assertThat(browser.get("/account").path()).isEqualTo("/account");
    }

    @Test
    void a_party_that_does_not_hear_is_told_again() throws InterruptedException {
        deaf.set(1);
        var browser = new Surfer().signIn(citizen.login());
        tokens(browser);

        browser.get("/account");
        browser.post("/sign-out", Map.of());

        assertThat(told()).containsKey("sid");
    }

    @Test
    void taking_back_consent_ends_the_visit_there_and_asks_again_next_time() throws InterruptedException {
        var browser = new Surfer().signIn(citizen.login());
        tokens(browser);

        assertThat(browser.get("/account/connected").body())
                .contains(party.party.name().zh());
        browser.post("/account/connected/end", Map.of("party", party.id()));

        assertThat(told()).containsKey("sid");
        assertThat(browser.get(party.authorize(party.request())).hasLeft()).isFalse();
    }

    @Test
    void a_party_that_shows_a_token_of_this_session_ends_it_and_gets_its_person_back() {
        var browser = new Surfer().signIn(citizen.login());
        var tokens = tokens(browser);
        var goodbye = party.party.postLogoutUris().getFirst();

        var back = browser.get("/connect/logout?"
                + Surfer.form(Map.of(
                        "id_token_hint",
                        tokens.text("id_token"),
                        "post_logout_redirect_uri",
                        goodbye,
                        "state",
                        "s t")));

        assertThat(back.left()).startsWith(goodbye);
        assertThat(back.answer("state")).isEqualTo("s t");
        assertThat(browser.get("/account").path()).startsWith("/sign-in");
    }

    @Test
    void anybody_else_could_have_sent_the_person_so_the_person_is_asked() {
        var browser = new Surfer().signIn(citizen.login());
        var goodbye = party.party.postLogoutUris().getFirst();

        var question = browser.get(
                "/connect/logout?" + Surfer.form(Map.of("client_id", party.id(), "post_logout_redirect_uri", goodbye)));
        assertThat(question.body())
                .contains("/connect/logout/yes")
                .contains(party.party.name().zh());
        assertThat(browser.get("/account").path()).isEqualTo("/account");
        browser.get(question.path());
        var back = browser.post(
                "/connect/logout/yes", Map.of("client_id", party.id(), "post_logout_redirect_uri", goodbye));

        assertThat(back.left()).isEqualTo(goodbye);
        assertThat(browser.get("/account").path()).startsWith("/sign-in");
    }

    @Test
    void nobody_is_sent_to_an_address_that_was_not_registered_after_signing_out() {
        var browser = new Surfer().signIn(citizen.login());

        for (var address : new String[] {
            "https://evil.example/", party.party.postLogoutUris().getFirst() + "/more"
        }) {
            var seen = browser.get("/connect/logout?"
                    + Surfer.form(Map.of("client_id", party.id(), "post_logout_redirect_uri", address)));
            assertThat(seen.status()).isEqualTo(400);
            assertThat(seen.hasLeft()).isFalse();
        }
        assertThat(browser.get("/connect/logout?post_logout_redirect_uri=https://evil.example/")
                        .status())
                .isEqualTo(400);
    }

    private TestParty.Answer tokens(Surfer browser) {
        return party.redeem(
                browser.agree(browser.get(party.authorize(party.request()))).answer("code"));
    }

    private Map<String, Object> told() throws InterruptedException {
        var token = heard.poll(5, TimeUnit.SECONDS);
        assertThat(token).as("told within five seconds").isNotNull();
        return TestParty.claims(token);
    }
}
