package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.People;
import yici.house.Product;
import yici.notification.Inbox;

/** A telephone number and a code in place of the password. */
class CodesTest {

    private final Product product = Product.running();
    private final SignInByCode signIn = product.bean(SignInByCode.class);
    private final JdbcClient db = product.bean(JdbcClient.class);
    private final SignIn.From here = from("10.5.0.1");

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void number_and_code_open_a_session_that_is_worth_level_three() {
        var citizen = MakePeople.reached(People.citizen());
        var phone = citizen.account().phone();
        assertThat(signIn.ask(" +86 " + phone, here)).isEqualTo(new SignInByCode.Asked.Sent(phone));

        var done = (SignInByCode.Outcome.Done) signIn.enter(phone, Inbox.code(phone), here);

        var who = ((OpenSession.Opened.Welcome) done.opened()).who();
        assertThat(who.person()).isEqualTo(citizen.account().id());
        assertThat(who.signOn().trust()).isEqualTo(Trust.LEVEL_3);
    }

    @Test
    void a_number_nobody_has_is_answered_alike_and_the_same_rows_are_written() {
        var known = MakePeople.reached(People.citizen()).account().phone();
        var unknown = "13099990001";

        assertThat(signIn.ask(unknown, here)).isEqualTo(new SignInByCode.Asked.Sent(unknown));
        assertThat(signIn.ask(known, here)).isEqualTo(new SignInByCode.Asked.Sent(known));
        assertThat(signIn.enter(unknown, "123456", here)).isEqualTo(signIn.enter(known, wrong(known), here));
        assertThat(Inbox.newest(unknown)).isEmpty();
        assertThat(tries(Codes.nobody(unknown))).isEqualTo(1);
    }

    @Test
    void an_unconfirmed_number_gets_no_code() {
        var phone = People.citizen().account().phone();

        signIn.ask(phone, here);

        assertThat(Inbox.newest(phone)).isEmpty();
    }

    @Test
    void a_code_is_good_for_one_use_five_tries_and_five_minutes() {
        var used = sent();
        signIn.enter(used, Inbox.code(used), here);
        assertThat(signIn.enter(used, Inbox.code(used), here)).isEqualTo(new SignInByCode.Outcome.Wrong());

        var tried = sent();
        for (int i = 0; i < Codes.MOST_TRIES; i++) signIn.enter(tried, wrong(tried), here);
        assertThat(signIn.enter(tried, Inbox.code(tried), here)).isEqualTo(new SignInByCode.Outcome.Wrong());

        var late = sent();
        product.clock().forward(Codes.GOOD_FOR.plusSeconds(1));
        assertThat(signIn.enter(late, Inbox.code(late), here)).isEqualTo(new SignInByCode.Outcome.Wrong());
    }

    @Test
    void a_newer_code_ends_the_one_before() {
        var phone = sent();
        var first = Inbox.code(phone);
        product.clock().forward(Duration.ofSeconds(1));
        signIn.ask(phone, here);

        if (!first.equals(Inbox.code(phone)))
            assertThat(signIn.enter(phone, first, here)).isEqualTo(new SignInByCode.Outcome.Wrong());
        assertThat(signIn.enter(phone, Inbox.code(phone), here)).isInstanceOf(SignInByCode.Outcome.Done.class);
    }

    @Test
    void of_many_at_the_same_moment_one_gets_in() throws Exception {
        var phone = sent();
        var code = Inbox.code(phone);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> attempt = () -> signIn.enter(phone, code, here) instanceof SignInByCode.Outcome.Done;
            long in = 0;
            for (var each : nodes.invokeAll(java.util.Collections.nCopies(Codes.MOST_TRIES, attempt)))
                if (each.get()) in++;

            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    void the_table_does_not_know_the_code() {
        var phone = sent();
        var person = product.bean(Reached.class).personAt(phone).orElseThrow();

        var hash = db.sql("select hash from identity.code where account = :person and purpose = 'SIGN_IN'")
                .param("person", person)
                .query(byte[].class)
                .single();

        assertThat(hash).hasSize(32).isNotEqualTo(Digest.of(Inbox.code(phone)));
    }

    @Test
    void a_number_passes_to_who_read_the_newer_code() {
        var before = MakePeople.reached(People.citizen());
        var after = People.citizen();
        var reached = product.bean(Reached.class);

        reached.confirm(
                after.account().id(),
                yici.notification.Channel.SMS,
                before.account().phone(),
                true,
                product.clock().instant());

        assertThat(reached.personAt(before.account().phone()))
                .hasValue(after.account().id());
        assertThat(reached.at(before.account().id(), yici.notification.Channel.SMS))
                .isEmpty();
    }

    private String sent() {
        var phone = MakePeople.reached(People.citizen()).account().phone();
        signIn.ask(phone, here);
        return phone;
    }

    private static String wrong(String phone) {
        return Inbox.code(phone).equals("111111") ? "222222" : "111111";
    }

    private int tries(java.util.UUID account) {
        return db.sql("select tries from identity.code where account = :account and purpose = 'SIGN_IN'")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private static SignIn.From from(String address) {
        return new SignIn.From(address, "Firefox, Linux", Optional.empty());
    }
}
