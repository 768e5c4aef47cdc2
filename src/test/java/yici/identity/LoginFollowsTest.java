package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.kit.Language;
import yici.notification.Channel;
import yici.notification.Inbox;

/** A person signs in with the telephone that was last shown to be theirs. */
class LoginFollowsTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Product product = Product.running();
    private final ConfirmReach confirm = product.bean(ConfirmReach.class);
    private final SignIn signIn = product.bean(SignIn.class);
    private final Accounts accounts = product.bean(Accounts.class);
    private final SignIn.From here = new SignIn.From("10.4.9.1", "Firefox, Linux", Optional.empty());

    @Test
    void with_a_new_telephone_one_signs_in_and_with_the_old_one_no_longer() {
        var person = People.citizen();
        var phone = freshPhone();

        move(person, phone);

        assertThat(signIn.signIn(phone, Browser.PASSWORD, here)).isInstanceOf(SignIn.Outcome.Welcome.class);
        assertThat(signIn.signIn(person.login(), Browser.PASSWORD, here)).isEqualTo(new SignIn.Outcome.Wrong());
    }

    @Test
    void a_code_that_is_wrong_changes_nothing() {
        var person = People.citizen();
        var phone = freshPhone();
        confirm.ask(person.justNow(), Channel.SMS, phone, Language.ZH);

        assertThat(confirm.enter(person.justNow(), "000000", Language.ZH)).isEqualTo(new ConfirmReach.Outcome.Wrong());
        assertThat(signIn.signIn(person.login(), Browser.PASSWORD, here)).isInstanceOf(SignIn.Outcome.Welcome.class);
        assertThat(signIn.signIn(phone, Browser.PASSWORD, here)).isEqualTo(new SignIn.Outcome.Wrong());
    }

    @Test
    void a_number_that_networks_gave_to_somebody_else_is_the_login_of_who_reads_its_codes() {
        var before = People.citizen();
        var now = People.citizen();

        move(now, before.login());

        var welcome = (SignIn.Outcome.Welcome) signIn.signIn(before.login(), Browser.PASSWORD, here);
        assertThat(welcome.who().person()).isEqualTo(now.account().id());
        var left = accounts.find(before.account().id()).orElseThrow();
        assertThat(left.login()).isEqualTo("former-" + left.id());
        assertThat(left.number()).isEqualTo(before.account().number());
    }

    @Test
    void a_mail_box_is_no_login() {
        var person = People.citizen();
        var mail = "login" + NEXT.incrementAndGet() + "@example.cn";

        confirm.ask(person.justNow(), Channel.MAIL, mail, Language.ZH);
        confirm.enter(person.justNow(), Inbox.code(mail), Language.ZH);

        assertThat(accounts.find(person.account().id()).orElseThrow().login()).isEqualTo(person.login());
    }

    private void move(People.Someone person, String phone) {
        confirm.ask(person.justNow(), Channel.SMS, phone, Language.ZH);
        assertThat(confirm.enter(person.justNow(), Inbox.code(phone), Language.ZH))
                .isEqualTo(new ConfirmReach.Outcome.Confirmed());
    }

    private static String freshPhone() {
        return "1581888%04d".formatted(NEXT.incrementAndGet());
    }
}
