package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yici.audit.AuditLog;
import yici.house.Product;
import yici.kit.Document;
import yici.kit.IdNumber;

class SignUpTest {

    private final SignUp signUp = Product.running().bean(SignUp.class);
    private final Accounts accounts = Product.running().bean(Accounts.class);

    @Test
    void a_person_signs_up_with_the_number_put_right_and_the_act_is_recorded() {
        var outcome = signUp.person(
                new SignUp.Person(" 王  小燕 ", "110105 19491231 002x", "+86 136 0000 0001", "", "correct horse battery"));

        var account = ((SignUp.Outcome.Done) outcome).account();
        assertThat(accounts.find(account.id())).hasValue(account);
        assertThat(account.login()).isEqualTo("13600000001");
        assertThat(account.number()).isEqualTo("11010519491231002X");
        assertThat(Product.running().bean(AuditLog.class).about("account:" + account.id(), 5))
                .extracting(event -> event.act().code())
                .containsExactly("identity.proofed", "identity.signed-up");

        assertThat(signUp.person(
                        new SignUp.Person("王小燕", "11010519491231002X", "13600000002", "", "correct horse battery")))
                .isEqualTo(new SignUp.Outcome.Flawed(Map.of("number", "identity.taken.number")));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_by_the_field() {
        var outcome = signUp.person(new SignUp.Person("", "110105194912310021", "12345", "", "short"));

        assertThat(((SignUp.Outcome.Flawed) outcome).flaws())
                .containsExactly(
                        Map.entry("name", "identity.name.empty"),
                        Map.entry("number", "identity.id-number.check"),
                        Map.entry("phone", "identity.phone.wrong"),
                        Map.entry("password", "identity.password.short"));
    }

    @Test
    void a_child_is_shown_the_way_through_a_guardian() {
        var first17 = "43052320200101" + "902";
        var outcome = signUp.person(new SignUp.Person(
                "李小宝", first17 + IdNumber.check(first17), "13600000003", "", "correct horse battery"));

        assertThat(outcome).isEqualTo(new SignUp.Outcome.Flawed(Map.of("number", "identity.id-number.child")));
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
        var outcome = signUp.person(
                new SignUp.Person(name, kind.name(), number, nationality, phone, "", "correct horse battery"));

        var account = ((SignUp.Outcome.Done) outcome).account();
        assertThat(account.name()).isEqualTo(name);
        assertThat(Document.of(account.number()).kind()).isEqualTo(kind);
        assertThat(account.login()).isEqualTo(phone);
    }

    @Test
    void what_is_wrong_with_a_document_is_said_by_its_own_rule() {
        var outcome = signUp.person(
                new SignUp.Person("Ana", "PASSPORT", "12AB34567", "", "13600000009", "", "correct horse battery"));
        assertThat(((SignUp.Outcome.Flawed) outcome).flaws())
                .containsExactly(Map.entry("nationality", "identity.nationality.choose"));

        outcome = signUp.person(
                new SignUp.Person("陳大文", "HK_MACAO_PERMIT", "123", "", "13600000009", "", "correct horse battery"));
        assertThat(((SignUp.Outcome.Flawed) outcome).flaws())
                .containsExactly(Map.entry("number", "identity.document.shape.hk-macao-permit"));
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
