package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.audit.AuditLog;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;

class SignInTest {

    private final Product product = Product.running();
    private final SignIn signIn = product.bean(SignIn.class);
    private final Sessions sessions = product.bean(Sessions.class);
    private final JdbcClient db = product.bean(JdbcClient.class);
    private final SignIn.From here = from("10.1.0.1");

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void login_and_password_open_a_session_that_is_known_only_by_its_hash() {
        var citizen = People.citizen();

        var token =
                token(signIn.signIn(" " + citizen.login().toUpperCase(java.util.Locale.ROOT), Browser.PASSWORD, here));

        assertThat(sessions.of(token).map(SignedIn::account))
                .hasValue(citizen.me().account());
        assertThat(sessions.of(Token.fresh())).isEmpty();
        assertThat(db.sql("select count(*) from identity.session where token_hash = :plain")
                        .param("plain", token.value().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(product.bean(AuditLog.class)
                        .about(citizen.me().asActor(), 1)
                        .getFirst()
                        .act()
                        .code())
                .isEqualTo("identity.signed-in");
    }

    @Test
    void an_unknown_login_and_a_wrong_password_are_answered_alike() {
        var citizen = People.citizen();

        assertThat(signIn.signIn(citizen.login(), "not the password", here))
                .isEqualTo(signIn.signIn("13000000000", "not the password", here))
                .isEqualTo(new SignIn.Outcome.Wrong());
    }

    @Test
    void after_ten_failures_even_the_right_password_waits_a_quarter_of_an_hour() {
        var citizen = People.citizen();
        for (int i = 0; i < Attempts.PER_LOGIN; i++) signIn.signIn(citizen.login(), "wrong " + i, here);

        assertThat(signIn.signIn(citizen.login(), Browser.PASSWORD, from("10.1.0.2")))
                .isInstanceOf(SignIn.Outcome.TooMany.class);

        product.clock().forward(Attempts.WINDOW.plusSeconds(1));
        assertThat(signIn.signIn(citizen.login(), Browser.PASSWORD, here)).isInstanceOf(SignIn.Outcome.Welcome.class);
    }

    @Test
    void one_network_cannot_try_the_same_password_on_everybody() {
        var attacker = from("2001:db8:1:2:3:4:5:6");
        for (int i = 0; i < Attempts.PER_ADDRESS; i++)
            product.bean(Attempts.class).count("victim-" + i, attacker.address());

        assertThat(signIn.signIn("victim-x", "spring2026", from("2001:db8:1:2:ffff::1")))
                .isInstanceOf(SignIn.Outcome.TooMany.class);
    }

    @Test
    void a_right_password_gives_the_attempts_back() {
        var citizen = People.citizen();
        for (int i = 0; i < 3 * Attempts.PER_LOGIN; i++)
            assertThat(signIn.signIn(citizen.login(), Browser.PASSWORD, from("10.1.0.3")))
                    .isInstanceOf(SignIn.Outcome.Welcome.class);
    }

    @Test
    void signing_in_again_ends_the_session_the_browser_had() {
        var citizen = People.citizen();
        var first = token(signIn.signIn(citizen.login(), Browser.PASSWORD, here));

        signIn.signIn(citizen.login(), Browser.PASSWORD, new SignIn.From("10.1.0.1", "", Optional.of(first)));

        assertThat(sessions.of(first)).isEmpty();
    }

    @Test
    void a_citizens_session_ends_after_half_an_hour_without_a_click() {
        var token = token(signIn.signIn(People.citizen().login(), Browser.PASSWORD, here));
        product.clock().forward(Duration.ofMinutes(29));
        assertThat(sessions.of(token)).isPresent();
        product.clock().forward(Duration.ofMinutes(29));
        assertThat(sessions.of(token)).isPresent();

        product.clock().forward(Duration.ofMinutes(31));

        assertThat(sessions.of(token)).isEmpty();
    }

    @Test
    void a_session_of_staff_ends_after_a_quarter_and_every_session_after_twelve_hours() {
        var officer = token(signIn.signIn(People.officer("police@430523000000").login(), Browser.PASSWORD, here));
        var citizen = token(signIn.signIn(People.citizen().login(), Browser.PASSWORD, here));
        product.clock().forward(Duration.ofMinutes(16));
        assertThat(sessions.of(officer)).isEmpty();

        for (int i = 0; i < 29; i++) {
            assertThat(sessions.of(citizen)).isPresent();
            product.clock().forward(Duration.ofMinutes(25));
        }

        assertThat(sessions.of(citizen)).isEmpty();
    }

    @Test
    void a_post_that_ends_takes_effect_at_the_next_click() {
        var officer = People.officer("police@430523000000");
        var token = token(signIn.signIn(officer.login(), Browser.PASSWORD, here));
        assertThat(sessions.of(token).orElseThrow().isOfficer()).isTrue();

        product.bean(EndPost.class)
                .end(
                        People.administrator("430500000000").me(),
                        officer.me().posts().getFirst());

        assertThat(sessions.of(token).orElseThrow().isOfficer()).isFalse();
    }

    private static SignIn.From from(String address) {
        return new SignIn.From(address, "Firefox, Linux", Optional.empty());
    }

    private static Token token(SignIn.Outcome outcome) {
        return ((SignIn.Outcome.Welcome) outcome).token();
    }
}
