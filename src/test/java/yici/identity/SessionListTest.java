package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.kit.Language;
import yici.notification.Inbox;

/** A person sees where the account is signed in, ends one of them, and hears of a new device. */
class SessionListTest {

    private final Product product = Product.running();
    private final Sessions sessions = product.bean(Sessions.class);
    private final SignIn signIn = product.bean(SignIn.class);

    @Test
    void the_list_says_how_each_was_proved_and_one_can_be_ended() {
        var citizen = People.citizen();
        var here = open(citizen);
        var there = open(citizen);
        var me = sessions.of(here).orElseThrow();

        var other = sessions.openOf(me, Optional.of(here)).stream()
                .filter(open -> !open.thisOne())
                .findFirst()
                .orElseThrow();
        assertThat(other.shown()).containsExactly(Proof.Method.PASSWORD);
        product.bean(SignOut.class).there(me, other.id());

        assertThat(sessions.of(there)).isEmpty();
        assertThat(sessions.of(here)).isPresent();
    }

    @Test
    void nobody_ends_a_session_of_somebody_else() {
        var mine = sessions.of(open(People.citizen())).orElseThrow();
        var token = open(People.citizen());
        var theirs = sessions.of(token).orElseThrow();

        product.bean(SignOut.class).there(mine, theirs.signOn().id());

        assertThat(sessions.of(token)).isPresent();
    }

    @Test
    void signing_in_on_a_second_device_is_told_and_on_a_known_one_is_not() {
        var citizen = MakePeople.reached(People.citizen());
        var phone = citizen.account().phone();
        var first = Token.fresh();

        signIn.signIn(citizen.login(), Browser.PASSWORD, on(first, "Firefox, Linux"));
        signIn.signIn(citizen.login(), Browser.PASSWORD, on(first, "Firefox, Linux"));
        assertThat(Inbox.newest(phone)).isEmpty();
        signIn.signIn(citizen.login(), Browser.PASSWORD, on(Token.fresh(), "Safari, iPhone"));

        assertThat(Inbox.newest(phone).orElseThrow()).contains("新设备（Safari, iPhone）");
        assertThat(product.bean(Devices.class).of(citizen.account().id())).hasSize(2);
    }

    private Token open(People.Someone who) {
        return sessions.open(
                who.account().id(),
                new Proof(Proof.Method.PASSWORD, product.clock().instant(), ""),
                "Firefox, Linux");
    }

    private static SignIn.From on(Token browser, String device) {
        return new SignIn.From("10.9.0.1", device, Optional.empty(), Optional.of(browser), Language.ZH);
    }
}
