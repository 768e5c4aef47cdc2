package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.kit.Language;

/** Ten thousand wrong passwords, against one account and against all; and what the rightful person notices of it. */
class GuessingTest {

    private static final int TRIES = 10_000;

    private final Product product = Product.running();
    private final SignIn signIn = product.bean(SignIn.class);
    private final Passwords passwords = product.bean(Passwords.class);
    private final JdbcClient db = product.bean(JdbcClient.class);

    @AfterEach
    void theStormIsOver() {
        product.clock().back();
        db.sql("delete from identity.attempt where subject like 'all:%'").update();
    }

    @Test
    void from_ten_thousand_addresses_against_one_account_ten_passwords_are_looked_at() throws Exception {
        var victim = People.citizen();
        long before = passwords.computed();

        long looked = wrong(i -> signIn.signIn(victim.login(), "wrong " + i, from(address(i))));

        assertThat(looked).isEqualTo(Attempts.PER_LOGIN);
        assertThat(passwords.computed() - before).isEqualTo(Attempts.PER_LOGIN);
    }

    @Test
    void the_rightful_person_gets_in_all_the_while_with_a_known_browser_or_a_code() throws Exception {
        var victim = MakePeople.reached(People.citizen());
        var phone = victim.account().phone();
        var own = Token.fresh();
        var home = new SignIn.From("10.7.0.1", "Firefox, Linux", Optional.empty(), Optional.of(own), Language.ZH);
        assertThat(signIn.signIn(victim.login(), Browser.PASSWORD, home)).isInstanceOf(SignIn.Outcome.Welcome.class);

        wrong(i ->
                i < 200 ? signIn.signIn(victim.login(), "wrong " + i, from(address(i))) : new SignIn.Outcome.Wrong());

        assertThat(signIn.signIn(victim.login(), Browser.PASSWORD, from("10.7.0.2")))
                .isInstanceOf(SignIn.Outcome.TooMany.class);
        assertThat(signIn.signIn(victim.login(), Browser.PASSWORD, home)).isInstanceOf(SignIn.Outcome.Welcome.class);
        var byCode = product.bean(SignInByCode.class);
        byCode.ask(phone, from("10.7.0.3"));
        assertThat(byCode.enter(phone, yici.notification.Inbox.code(phone), from("10.7.0.3")))
                .isInstanceOf(SignInByCode.Outcome.Done.class);
    }

    @Test
    void a_known_browser_is_no_licence_to_guess() {
        var victim = People.citizen();
        var own = Token.fresh();
        var home = new SignIn.From("10.7.0.4", "", Optional.empty(), Optional.of(own), Language.ZH);
        signIn.signIn(victim.login(), Browser.PASSWORD, home);
        for (int i = 0; i < Attempts.PER_LOGIN; i++) signIn.signIn(victim.login(), "wrong " + i, home);

        assertThat(signIn.signIn(victim.login(), Browser.PASSWORD, home)).isInstanceOf(SignIn.Outcome.TooMany.class);
    }

    @Test
    void against_many_accounts_from_many_addresses_the_tries_run_dry() throws Exception {
        long looked = wrong(i -> signIn.signIn("1360000" + "%04d".formatted(i % 1000), "summer2026", from(address(i))));

        // each of a thousand logins could be tried ten times; the storm leaves them three
        assertThat(looked).isLessThan(16L * (Attempts.STORM + 20) + 3 * 1000L).isGreaterThan(1000);
        assertThat(product.bean(Attempts.class).count("13600009999x", "10.9.9.9"))
                .isEmpty();
    }

    @Test
    void an_unknown_login_costs_as_many_computations_as_a_known_one() {
        var known = People.citizen();
        long zero = passwords.computed();
        signIn.signIn(known.login(), "wrong", from("10.7.0.5"));
        long one = passwords.computed();
        signIn.signIn("13099998888", "wrong", from("10.7.0.5"));

        assertThat(passwords.computed() - one).isEqualTo(one - zero).isEqualTo(1);
    }

    @Test
    void stolen_passwords_are_refused_also_with_figures_around_them() {
        assertThat(CommonPasswords.count()).isGreaterThan(90_000);
        for (var bad : new String[] {"basketball", "Dragon19850312", "!!!football!!!", "letmeinletmein", "qwertyuiop"})
            assertThat(NewPassword.flaw(bad)).as(bad).hasValue("identity.password.common");
        for (var good : new String[] {"a password of my own", "yici-demo-2026", "橘子洲头的第三棵樟树下", "tr0mbone-lake-77-fig"})
            assertThat(NewPassword.flaw(good)).as(good).isEmpty();
    }

    private interface Attempt {
        SignIn.Outcome at(int i);
    }

    /** How many were looked at rather than turned away. */
    private static long wrong(Attempt attempt) throws Exception {
        try (var crowd = Executors.newFixedThreadPool(8)) {
            var calls = IntStream.range(0, TRIES)
                    .<Callable<SignIn.Outcome>>mapToObj(i -> () -> attempt.at(i))
                    .toList();
            long looked = 0;
            for (var outcome : crowd.invokeAll(calls)) if (outcome.get() instanceof SignIn.Outcome.Wrong) looked++;
            return looked;
        }
    }

    private static String address(int i) {
        return "198.%d.%d.%d".formatted(18 + i / 65536, i / 256 % 256, i % 256);
    }

    private static SignIn.From from(String address) {
        return new SignIn.From(address, "", Optional.empty());
    }
}
