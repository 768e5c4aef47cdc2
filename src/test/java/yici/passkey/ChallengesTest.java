package yici.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import yici.house.Http;
import yici.house.Product;

/** What a browser is asked is kept by the browser, sealed; the database only learns what was answered. */
class ChallengesTest {

    private final Product product = Product.running();
    private final Challenges challenges = product.bean(Challenges.class);
    private final JdbcClient db = product.bean(JdbcClient.class);

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void a_browser_keeps_its_last_four_for_ten_minutes() {
        var account = Optional.of(UUID.randomUUID());
        var request = new MockHttpServletRequest();
        var asked = java.util.stream.IntStream.range(0, 5)
                .mapToObj(_ -> ask(Challenge.Purpose.ADD, account, request))
                .toList();

        var open = challenges.open(request);
        assertThat(open)
                .extracting(Challenge::base64)
                .containsExactly(
                        asked.get(4).base64(),
                        asked.get(3).base64(),
                        asked.get(2).base64(),
                        asked.get(1).base64());
        assertThat(open).allMatch(one -> one.account().equals(account) && one.purpose() == Challenge.Purpose.ADD);

        product.clock().forward(Duration.ofMinutes(11));
        assertThat(challenges.open(request)).isEmpty();
    }

    @Test
    void a_cookie_that_is_not_ours_says_nothing() {
        var request = new MockHttpServletRequest();
        ask(Challenge.Purpose.SIGN_IN, Optional.empty(), request);
        var cookie = request.getCookies()[0];
        var sealed = cookie.getValue();

        cookie.setValue(sealed.substring(0, 30) + (sealed.charAt(30) == 'A' ? 'B' : 'A') + sealed.substring(31));
        assertThat(challenges.open(request)).isEmpty();
        cookie.setValue("%%%");
        assertThat(challenges.open(request)).isEmpty();
    }

    @Test
    void a_visitor_who_only_asks_writes_no_row() {
        var before = written();
        var visitor = new Http();
        for (int i = 0; i < 5; i++)
            assertThat(visitor.get("/sign-in/passkey/question").statusCode()).isEqualTo(200);

        assertThat(written()).isEqualTo(before);
    }

    @Test
    void what_was_answered_is_forgotten_when_it_could_not_be_answered_again() {
        var old = Challenge.fresh(Challenge.Purpose.SIGN_IN, Optional.empty(), soon());
        assertThat(challenges.spend(old)).isTrue();
        assertThat(challenges.spend(old)).isFalse();
        long before = written();

        product.clock().forward(Duration.ofMinutes(11));
        var next = Challenge.fresh(
                Challenge.Purpose.SIGN_IN, Optional.empty(), product.clock().instant());
        challenges.spend(next);

        assertThat(written()).isLessThanOrEqualTo(before);
    }

    @Test
    void a_program_that_brings_nonsense_gets_the_sign_in_page_again() {
        var visitor = new Http();
        visitor.get("/sign-in");

        var page =
                visitor.post("/sign-in/passkey", java.util.Map.of("answer", "{\"id\":\"x\"}", "to", "//evil.example"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("核对不上").doesNotContain("evil.example");
    }

    private Challenge ask(Challenge.Purpose purpose, Optional<UUID> account, MockHttpServletRequest request) {
        var response = new MockHttpServletResponse();
        var challenge = challenges.ask(purpose, account, request, response);
        request.setCookies(response.getCookie("passkey"));
        return challenge;
    }

    private java.time.Instant soon() {
        return product.clock().instant().plus(Challenges.GOOD_FOR);
    }

    private long written() {
        return db.sql("select count(*) from passkey.spent").query(Long.class).single();
    }
}
