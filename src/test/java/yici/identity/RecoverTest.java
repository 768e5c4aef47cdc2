package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.kit.Document;
import yici.notification.Inbox;

/** A forgotten password: the telephone and a second thing, no weaker than what the account was checked by. */
class RecoverTest {

    private static final String NEXT = "樟树下的第三块青石头还在";

    private final Product product = Product.running();
    private final Recover recover = product.bean(Recover.class);
    private final SignIn signIn = product.bean(SignIn.class);
    private final Sessions sessions = product.bean(Sessions.class);
    private final SignIn.From here = new SignIn.From("10.8.0.1", "Firefox, Linux", Optional.empty());

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void telephone_name_and_number_set_the_password_anew_end_all_sessions_and_are_told() {
        var citizen = proofed(MakePeople.reached(People.citizen()), 3);
        var open = sessions.open(
                citizen.account().id(),
                new Proof(Proof.Method.PASSWORD, product.clock().instant(), ""),
                "");

        var both = second(citizen, document(citizen));
        assertThat(recover.password(both, NEXT, here)).isEqualTo(new Recover.Outcome.Done());

        assertThat(sessions.of(open)).isEmpty();
        assertThat(signIn.signIn(citizen.login(), Browser.PASSWORD, here)).isEqualTo(new SignIn.Outcome.Wrong());
        assertThat(signIn.signIn(citizen.login(), NEXT, here)).isInstanceOf(SignIn.Outcome.Welcome.class);
        assertThat(Inbox.newest(citizen.account().phone()).orElseThrow()).contains("通过找回设置了新密码");
        assertThat(recover.password(both, "another good one 77", here)).isEqualTo(new Recover.Outcome.Stale());
    }

    @Test
    void for_a_day_after_the_locks_stay_as_they_are() {
        var citizen = proofed(MakePeople.reached(People.citizen()), 3);
        recover.password(second(citizen, document(citizen)), NEXT, here);
        var ways = product.bean(Ways.class);

        assertThatThrownBy(() -> ways.requireForOwnAccount(atLevelFour(citizen)))
                .isInstanceOf(LocksWait.class);
        product.clock().forward(Recoveries.WAIT.plusMinutes(1));
        ways.requireForOwnAccount(atLevelFour(citizen));
    }

    @Test
    void an_account_checked_to_level_four_is_not_had_for_a_name_and_a_number() {
        var citizen = proofed(MakePeople.reached(People.citizen()), 4);
        var papers = product.bean(TransactionTemplate.class)
                .execute(_ -> product.bean(RecoveryCodes.class)
                        .renew(citizen.account().id()));
        var step = code(citizen);

        assertThat(step.ways()).isEqualTo(List.of(Recover.Second.RECOVERY_CODE, Recover.Second.COUNTER));
        assertThat(recover.second(step.seal(), document(citizen))).isEqualTo(new Recover.Step.Wrong());
        var typed = new Recover.Typed(Recover.Second.RECOVERY_CODE, papers.getFirst(), "", "");
        assertThat(recover.second(step.seal(), typed)).isInstanceOf(Recover.Step.On.class);
    }

    @Test
    void a_check_at_a_counter_since_yesterday_opens_it_too() {
        var citizen = proofed(MakePeople.reached(People.citizen()), 4);
        var typed = new Recover.Typed(
                Recover.Second.COUNTER,
                "",
                document(citizen).name(),
                document(citizen).number());
        assertThat(recover.second(code(citizen).seal(), typed)).isEqualTo(new Recover.Step.Wrong());

        var now = product.clock().instant();
        var seen = new Proofing(Proofing.Method.COUNTER, Trust.LEVEL_5, now, "account:officer", Optional.empty());
        product.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        _ -> product.bean(Proofings.class).add(citizen.account().id(), seen, ""));

        assertThat(recover.second(code(citizen).seal(), typed)).isInstanceOf(Recover.Step.On.class);
    }

    @Test
    void a_wrong_name_or_number_is_refused_and_not_tried_without_end() {
        var citizen = proofed(MakePeople.reached(People.citizen()), 3);
        var seal = code(citizen).seal();
        var wrong = new Recover.Typed(Recover.Second.DOCUMENT, "", "别人", "430523199503160000");

        for (int i = 0; i < FactorTries.MOST; i++)
            assertThat(recover.second(seal, wrong)).isEqualTo(new Recover.Step.Wrong());
        assertThat(recover.second(seal, document(citizen))).isInstanceOf(Recover.Step.TooMany.class);
    }

    @Test
    void an_account_nobody_has_is_answered_alike() {
        assertThat(recover.ask("13099997777", here)).isEqualTo(new Recover.Asked.Sent());
        assertThat(recover.ask("91430100MA4T00000X", here)).isEqualTo(new Recover.Asked.Sent());
        assertThat(recover.ask(MakePeople.reached(People.citizen()).login(), here))
                .isEqualTo(new Recover.Asked.Sent());
        assertThat(recover.code("13099997777", "123456")).isEqualTo(new Recover.Step.Wrong());
        assertThat(recover.ask("officer-police-430523", here))
                .isEqualTo(recover.ask("officer-of-nowhere", here))
                .isEqualTo(new Recover.Asked.Staff());
    }

    @Test
    void a_step_that_waited_too_long_or_was_made_up_begins_anew() {
        var citizen = proofed(MakePeople.reached(People.citizen()), 3);
        var seal = code(citizen).seal();
        assertThat(recover.password(seal, NEXT, here)).isEqualTo(new Recover.Outcome.Stale()); // not yet both

        product.clock().forward(Recover.GOOD_FOR.plus(Duration.ofSeconds(1)));

        assertThat(recover.second(seal, document(citizen))).isEqualTo(new Recover.Step.Stale());
        assertThat(recover.waysOf("made up")).isEmpty();
    }

    private Recover.Step.On code(People.Someone who) {
        recover.ask(who.login(), here);
        return (Recover.Step.On)
                recover.code(who.login(), Inbox.code(who.account().phone()));
    }

    private String second(People.Someone who, Recover.Typed typed) {
        return ((Recover.Step.On) recover.second(code(who).seal(), typed)).seal();
    }

    private static Recover.Typed document(People.Someone who) {
        var number = Document.of(who.account().number()).number();
        return new Recover.Typed(Recover.Second.DOCUMENT, "", who.account().name(), number);
    }

    private SignedIn atLevelFour(People.Someone who) {
        var now = product.clock().instant();
        var token = sessions.open(who.account().id(), new Proof(Proof.Method.PASSWORD, now, ""), "");
        var next = sessions.proved(token, new Proof(Proof.Method.TOTP, now, "")).orElseThrow();
        return sessions.of(next).orElseThrow();
    }

    private People.Someone proofed(People.Someone who, int level) {
        product.bean(JdbcClient.class)
                .sql("update identity.account set proofed = :level where id = :id")
                .param("level", level)
                .param("id", who.account().id())
                .update();
        return who;
    }
}
