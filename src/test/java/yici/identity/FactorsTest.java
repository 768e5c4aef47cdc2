package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.kit.Language;
import yici.notification.Inbox;

/** Apps and codes on paper: set up, shown, used once, taken away. */
class FactorsTest {

    private final Product product = Product.running();
    private final Factors factors = product.bean(Factors.class);
    private final Apps apps = product.bean(Apps.class);
    private final RecoveryCodes recovery = product.bean(RecoveryCodes.class);
    private final Sessions sessions = product.bean(Sessions.class);
    private final SignIn signIn = product.bean(SignIn.class);
    private final ProveMore proveMore = product.bean(ProveMore.class);
    private final TransactionTemplate transaction = product.bean(TransactionTemplate.class);
    private final SignIn.From here = new SignIn.From("10.4.0.1", "Firefox, Linux", Optional.empty());

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void an_app_counts_only_once_its_first_code_was_typed_and_the_first_one_brings_ten_codes_on_paper() {
        var me = signedIn(People.citizen());
        var setup = factors.begin(me);
        var secret = factors.secretOf(me, setup).orElseThrow();

        assertThat(factors.addApp(me, setup, "手机", "000000", Language.ZH)).isInstanceOf(Factors.Added.Flawed.class);
        assertThat(apps.of(me.person())).isEmpty();
        var added = (Factors.Added.Done) factors.addApp(me, setup, "手机", code(secret, 0), Language.ZH);

        assertThat(apps.of(me.person())).extracting(Apps.App::name).containsExactly("手机");
        assertThat(added.codes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(recovery.left(me.person())).isEqualTo(10);
    }

    @Test
    void a_setup_of_another_person_is_nothing_worth() {
        var mine = signedIn(People.citizen());
        var other = signedIn(People.citizen());

        assertThat(factors.secretOf(other, factors.begin(mine))).isEmpty();
    }

    @Test
    void the_secret_lies_encrypted() {
        var me = signedIn(People.citizen());
        var secret = withApp(me);

        var stored = product.bean(JdbcClient.class)
                .sql("select secret from identity.totp where account = :me")
                .param("me", me.person())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void of_many_at_the_same_moment_one_gets_in_with_a_code() throws Exception {
        var me = signedIn(People.citizen());
        var secret = withApp(me);
        var code = code(secret, 1);

        try (var nodes = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> attempt = () ->
                    transaction.execute(_ -> apps.redeem(me.person(), code).isPresent());
            var taken = nodes.invokeAll(java.util.Collections.nCopies(16, attempt)).stream()
                    .filter(FactorsTest::got)
                    .count();

            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void the_code_that_set_the_app_up_and_every_earlier_one_are_used_up() {
        var me = signedIn(People.citizen());
        var secret = withApp(me);

        assertThat(apps.redeem(me.person(), code(secret, 0))).isEmpty();
        assertThat(apps.redeem(me.person(), code(secret, -1))).isEmpty();
        assertThat(apps.redeem(me.person(), code(secret, 1))).isPresent();
    }

    @Test
    void with_an_app_the_password_alone_opens_nothing() {
        var citizen = People.citizen();
        var secret = withApp(signedIn(citizen));

        var half = (SignIn.Outcome.Half) signIn.signIn(citizen.login(), Browser.PASSWORD, here);
        assertThat(sessions.of(half.token())).isEmpty();
        assertThat(proveMore.prove(half.token(), Proof.Method.TOTP, "000000", here))
                .isEqualTo(new ProveMore.Outcome.Wrong());
        var proved = (ProveMore.Outcome.Proved) proveMore.prove(half.token(), Proof.Method.TOTP, code(secret, 1), here);

        assertThat(proved.who().orElseThrow().person()).isEqualTo(citizen.me().account());
        assertThat(sessions.of(half.token())).isEmpty();
        assertThat(sessions.of(proved.next())).isPresent();
    }

    @Test
    void a_code_on_paper_replaces_the_app_once() {
        var citizen = People.citizen();
        var me = signedIn(citizen);
        withApp(me);
        var codes = transaction.execute(_ -> recovery.renew(me.person()));
        var typed = codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace("-", " ");

        assertThat(second(citizen, Proof.Method.RECOVERY_CODE, typed)).isInstanceOf(ProveMore.Outcome.Proved.class);
        assertThat(second(citizen, Proof.Method.RECOVERY_CODE, typed)).isEqualTo(new ProveMore.Outcome.Wrong());
        assertThat(recovery.left(me.person())).isEqualTo(9);
    }

    @Test
    void nobody_tries_codes_without_end() {
        var citizen = People.citizen();
        var secret = withApp(signedIn(citizen));
        var half = ((SignIn.Outcome.Half) signIn.signIn(citizen.login(), Browser.PASSWORD, here)).token();
        for (int i = 0; i < FactorTries.MOST; i++) proveMore.prove(half, Proof.Method.TOTP, "000000", here);

        assertThat(proveMore.prove(half, Proof.Method.TOTP, code(secret, 1), here))
                .isInstanceOf(ProveMore.Outcome.TooMany.class);
    }

    @Test
    void to_change_the_locks_the_second_factor_is_asked_for_and_that_just_now() {
        var citizen = MakePeople.reached(People.citizen());
        var withPassword = signedIn(citizen);

        assertThatThrownBy(() -> factors.begin(withPassword))
                .isInstanceOfSatisfying(
                        StepUp.class, step -> assertThat(step.shown()).isEqualTo(Trust.LEVEL_4));
        var stale = signedIn(People.citizen());
        product.clock().forward(Duration.ofMinutes(6));
        assertThatThrownBy(() -> factors.begin(stale)).isInstanceOf(StepUp.class);
    }

    @Test
    void a_change_is_told_to_the_telephone() {
        var citizen = MakePeople.reached(People.citizen());
        var me = atLevelFour(citizen);
        var setup = factors.begin(me);
        var secret = factors.secretOf(me, setup).orElseThrow();

        factors.addApp(me, setup, "新手机", code(secret, 0), Language.ZH);

        assertThat(Inbox.newest(citizen.account().phone()).orElseThrow()).contains("新手机", "添加了验证器应用");
    }

    @Test
    void without_the_last_app_the_password_is_enough_again() {
        var citizen = People.citizen();
        var me = signedIn(citizen);
        withApp(me);
        var shown = atLevelFour(citizen);
        transaction.executeWithoutResult(_ -> recovery.removeAll(me.person()));

        factors.removeApp(shown, apps.of(me.person()).getFirst().id(), Language.ZH);

        assertThat(signIn.signIn(citizen.login(), Browser.PASSWORD, here)).isInstanceOf(SignIn.Outcome.Welcome.class);
    }

    private ProveMore.Outcome second(People.Someone who, Proof.Method method, String typed) {
        var half = (SignIn.Outcome.Half) signIn.signIn(who.login(), Browser.PASSWORD, here);
        return proveMore.prove(half.token(), method, typed, here);
    }

    private byte[] withApp(SignedIn me) {
        var setup = factors.begin(me);
        var secret = factors.secretOf(me, setup).orElseThrow();
        assertThat(factors.addApp(me, setup, "app", code(secret, 0), Language.ZH))
                .isInstanceOf(Factors.Added.Done.class);
        return secret;
    }

    private SignedIn signedIn(People.Someone who) {
        var token = sessions.open(
                who.account().id(),
                new Proof(Proof.Method.PASSWORD, product.clock().instant(), ""),
                "");
        return sessions.of(token).orElseThrow();
    }

    private SignedIn atLevelFour(People.Someone who) {
        var now = product.clock().instant();
        var token = sessions.open(who.account().id(), new Proof(Proof.Method.PASSWORD, now, ""), "");
        var next = sessions.proved(token, new Proof(Proof.Method.TOTP, now, "")).orElseThrow();
        return sessions.of(next).orElseThrow();
    }

    private String code(byte[] secret, int steps) {
        return Totp.code(secret, Totp.step(product.clock().instant()) + steps);
    }

    private static boolean got(java.util.concurrent.Future<Boolean> attempt) {
        try {
            return attempt.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
