package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yici.audit.AuditLog;
import yici.house.People;
import yici.house.Product;
import yici.kit.Document;
import yici.kit.IdNumber;
import yici.notification.Channel;
import yici.notification.Inbox;

class SignUpTest {

    private static final String PASSWORD = "correct horse battery";

    private final Product product = Product.running();
    private final SignUp signUp = product.bean(SignUp.class);
    private final Accounts accounts = product.bean(Accounts.class);
    private final SignIn.From here = new SignIn.From("10.10.0.1", "Firefox, Linux", Optional.empty());

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void a_person_signs_up_with_the_number_put_right_and_the_telephone_shown_and_the_act_is_recorded() {
        var asked = ask(new SignUp.Person(" 王  小燕 ", "110105 19491231 002x", "+86 136 0000 0001", "", PASSWORD));
        assertThat(accounts.loginTaken("13600000001")).as("before the code").isFalse();

        var done = (SignUp.Outcome.Done) signUp.enter(asked.seal(), Inbox.code("13600000001"), here);

        var account = done.account();
        assertThat(accounts.find(account.id())).hasValue(account);
        assertThat(account.login()).isEqualTo("13600000001");
        assertThat(account.number()).isEqualTo("11010519491231002X");
        assertThat(product.bean(Reached.class).at(account.id(), Channel.SMS)).hasValue("13600000001");
        assertThat(product.bean(AuditLog.class).about("account:" + account.id(), 5))
                .extracting(event -> event.act().code())
                .containsExactly("identity.signed-in", "identity.proofed", "identity.signed-up");
        var me = product.bean(Sessions.class).of(done.token()).orElseThrow();
        assertThat(Proof.worth(me.signOn().proofs()))
                .as("a password and a code")
                .isEqualTo(Trust.LEVEL_4);
    }

    @Test
    void whether_a_telephone_has_an_account_shows_neither_in_the_answer_nor_in_the_work_and_is_told_to_who_holds_it() {
        var known = People.citizen();
        var passwords = product.bean(Passwords.class);

        long before = passwords.computed();
        var free = ask(person("13600000011"));
        long forFree = passwords.computed() - before;
        var taken = ask(person(known.login()));
        long forTaken = passwords.computed() - before - forFree;

        assertThat(forTaken).isEqualTo(forFree).isEqualTo(1);
        assertThat(taken.seal()).hasSameSizeAs(free.seal());
        assertThat(Inbox.newest(known.login()).orElseThrow())
                .contains("这个号码已有账号")
                .doesNotContainPattern("[0-9]{6}");
        for (var guess : new String[] {"000000", "------", ""})
            assertThat(signUp.enter(taken.seal(), guess, here)).isEqualTo(new SignUp.Outcome.Wrong(known.login()));
    }

    @Test
    void whose_document_has_an_account_learns_it_after_the_code_and_the_account_is_told() {
        var known = MakePeople.reached(People.citizen());
        var asked = ask(new SignUp.Person("李冒名", known.account().number(), "13600000012", "", PASSWORD));

        assertThat(signUp.enter(asked.seal(), Inbox.code("13600000012"), here)).isEqualTo(new SignUp.Outcome.Known());

        assertThat(accounts.loginTaken("13600000012")).isFalse();
        assertThat(Inbox.newest(known.account().phone()).orElseThrow()).contains("用您的证件号码和手机号 136****0012 申请注册");
        assertThat(product.bean(AuditLog.class)
                        .about("account:" + known.account().id(), 1)
                        .getFirst()
                        .act()
                        .code())
                .isEqualTo("identity.sign-up-known");
    }

    @Test
    void a_code_is_good_for_five_minutes_and_five_tries_and_the_page_for_half_an_hour() {
        var asked = ask(person("13600000013"));
        var first = Inbox.code("13600000013");
        product.clock().forward(Codes.GOOD_FOR.plusSeconds(1));
        assertThat(signUp.enter(asked.seal(), first, here)).isInstanceOf(SignUp.Outcome.Wrong.class);

        var again = (SignUp.Asked.Sent) signUp.again(asked.seal(), here);
        var second = Inbox.code("13600000013");
        for (int tries = 1; tries < Codes.MOST_TRIES; tries++)
            assertThat(signUp.enter(again.seal(), "1", here)).isInstanceOf(SignUp.Outcome.Wrong.class);
        assertThat(signUp.enter(again.seal(), second, here)).isInstanceOf(SignUp.Outcome.TooMany.class);

        product.clock().forward(Newcomer.GOOD_FOR);
        assertThat(signUp.enter(again.seal(), second, here)).isEqualTo(new SignUp.Outcome.Stale());
        assertThat(signUp.again(again.seal(), here)).isEqualTo(new SignUp.Asked.Stale());
        assertThat(signUp.again("made up", here)).isEqualTo(new SignUp.Asked.Stale());
    }

    @Test
    void a_page_that_is_sent_twice_opens_one_account() {
        var asked = ask(person("13600000014"));
        var code = Inbox.code("13600000014");

        assertThat(signUp.enter(asked.seal(), code, here)).isInstanceOf(SignUp.Outcome.Done.class);
        assertThat(signUp.enter(asked.seal(), code, here)).isEqualTo(new SignUp.Outcome.Already());
    }

    @Test
    void one_network_asks_for_so_many_and_no_more() {
        var busy = new SignIn.From("10.10.0.2", "", Optional.empty());
        for (int i = 0; i < SignUp.ASKED_PER_ADDRESS; i++)
            assertThat(product.bean(Attempts.class)
                            .countOf("sign-up-" + Attempts.subjectOfAddress("10.10.0.2"), SignUp.ASKED_PER_ADDRESS))
                    .isEmpty();

        assertThat(signUp.ask(person("13600000015"), busy)).isInstanceOf(SignUp.Asked.TooMany.class);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_by_the_field() {
        assertThat(flaws(new SignUp.Person("", "110105194912310021", "12345", "", "short")))
                .containsExactly(
                        Map.entry("name", "identity.name.empty"),
                        Map.entry("number", "identity.id-number.check"),
                        Map.entry("phone", "identity.phone.wrong"),
                        Map.entry("password", "identity.password.short"));
    }

    @Test
    void a_child_is_shown_the_way_through_a_guardian() {
        var first17 = "43052320200101" + "902";
        var child = new SignUp.Person("李小宝", first17 + IdNumber.check(first17), "13600000003", "", PASSWORD);

        assertThat(flaws(child)).isEqualTo(Map.of("number", "identity.id-number.child"));
    }

    @ParameterizedTest
    @CsvSource({
        "PASSPORT, 12AB34567, FRA, María José García-Márquez y O’Brien de la Santísima Trinidad",
        "PERMANENT_RESIDENCE, KAZ110090123105, '', U",
        "HK_MACAO_PERMIT, H01234567, '', 陳大文",
        "HK_MACAO_RESIDENCE, 810000199408230021, '', CHAN Tai Man",
        "TAIWAN_PERMIT, 01234567, '', 林小美",
        "RESIDENT_ID, 653101199001011219, '', 阿卜杜热合曼·买买提依明江·吐尔逊",
    })
    void nobody_is_locked_out_by_document_or_name(Document.Kind kind, String number, String nationality, String name) {
        var phone = "+3361234%04d".formatted(kind.ordinal());
        var account = MakePeople.signedUp(
                new SignUp.Person(name, kind.name(), number, nationality, phone, "长沙市 岳麓区", PASSWORD));

        assertThat(account.name()).isEqualTo(name);
        assertThat(Document.of(account.number()).kind()).isEqualTo(kind);
        assertThat(account.login()).isEqualTo(phone);
        assertThat(account.address()).isEqualTo("长沙市 岳麓区");
    }

    @Test
    void what_is_wrong_with_a_document_is_said_by_its_own_rule() {
        assertThat(flaws(new SignUp.Person("Ana", "PASSPORT", "12AB34567", "", "13600000009", "", PASSWORD)))
                .containsExactly(Map.entry("nationality", "identity.nationality.choose"));

        assertThat(flaws(new SignUp.Person("陳大文", "HK_MACAO_PERMIT", "123", "", "13600000009", "", PASSWORD)))
                .containsExactly(Map.entry("number", "identity.document.shape.hk-macao-permit"));
    }

    /** Nobody yet. */
    private static SignUp.Person person(String phone) {
        return new SignUp.Person("王小燕", MakePeople.number(), phone, "", PASSWORD);
    }

    private SignUp.Asked.Sent ask(SignUp.Person typed) {
        return (SignUp.Asked.Sent) signUp.ask(typed, here);
    }

    private Map<String, String> flaws(SignUp.Person typed) {
        return ((SignUp.Asked.Flawed) signUp.ask(typed, here)).flaws();
    }

    @ParameterizedTest
    @CsvSource({
        "correct horse battery, ''",
        "湘江北去橘子洲头看万山红遍, ''",
        "yici-demo-2026, ''",
        "123456789, identity.password.short",
        "１２３４５６７８９０, identity.password.common",
        "Password123, identity.password.common",
        "aaaaaaaaaaaa, identity.password.common",
        "abcdefghijkl, identity.password.common",
        "my13900000009, identity.password.own",
        "1990071297, identity.password.own"
    })
    void a_password_is_long_not_among_the_worst_and_not_made_of_own_data(String password, String flaw) {
        assertThat(NewPassword.flaw(password, "13900000009", "430102199007129712")
                        .orElse(""))
                .isEqualTo(flaw);
    }
}
