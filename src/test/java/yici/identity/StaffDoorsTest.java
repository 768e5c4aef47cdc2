package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.notification.Channel;

/** A staff account's posts count with a passkey or the code of an app, and by no other way in. */
class StaffDoorsTest {

    private static final String POLICE = "police@430523000000";
    private static final EnumSet<Proof.Method> FACTORS = EnumSet.of(Proof.Method.TOTP, Proof.Method.PASSKEY);

    private final Product product = Product.running();
    private final Sessions sessions = product.bean(Sessions.class);
    private final SignIn.From here = new SignIn.From("10.13.0.1", "", Optional.empty());

    @ParameterizedTest
    @EnumSource(Proof.Method.class)
    void whatever_was_shown_beside_the_password_only_a_device_opens_the_posts(Proof.Method method) {
        var officer = withApp(MakePeople.realOfficer(POLICE));

        var session = session(officer, Proof.Method.PASSWORD, method);

        boolean works = sessions.of(session).map(SignedIn::isOfficer).orElse(false);
        assertThat(works).isEqualTo(FACTORS.contains(method));
    }

    @ParameterizedTest
    @EnumSource(Proof.Method.class)
    void no_way_but_a_passkey_or_an_app_opens_them_alone(Proof.Method method) {
        var withNothing = MakePeople.realOfficer(POLICE);
        for (var officer : List.of(withNothing, withApp(MakePeople.realOfficer(POLICE)))) {
            var me = sessions.of(session(officer, method));

            assertThat(me.map(SignedIn::isOfficer).orElse(false)).isEqualTo(FACTORS.contains(method));
        }
    }

    @Test
    void everything_but_a_device_together_does_not_either() {
        var officer = withApp(MakePeople.realOfficer(POLICE));
        var others = EnumSet.complementOf(FACTORS).toArray(Proof.Method[]::new);

        assertThat(sessions.of(session(officer, others))
                        .map(SignedIn::isOfficer)
                        .orElse(false))
                .isFalse();
    }

    @Test
    void a_recovery_code_leads_as_far_as_setting_up_another_app() {
        var officer = withApp(MakePeople.realOfficer(POLICE));
        var half = session(officer, Proof.Method.PASSWORD);
        assertThat(sessions.of(half)).as("nobody's yet").isEmpty();

        var papered = sessions.proved(half, proof(Proof.Method.RECOVERY_CODE)).orElseThrow();
        var me = sessions.of(papered).orElseThrow();
        assertThat(me.posts()).isEmpty();
        assertThat(StaffRule.owesFactor(me)).isTrue();
        product.bean(Ways.class).requireForOwnAccount(me);

        var again = sessions.proved(papered, proof(Proof.Method.TOTP)).orElseThrow();
        assertThat(sessions.of(again).orElseThrow().isOfficer()).isTrue();
    }

    @Test
    void a_confirmed_telephone_signs_no_member_of_staff_in_and_recovers_nothing() {
        var officer = MakePeople.realOfficer(POLICE);
        var phone = "13722220001";
        product.bean(Reached.class)
                .confirm(
                        officer.account().id(),
                        Channel.SMS,
                        phone,
                        false,
                        product.clock().instant());

        assertThat(product.bean(Reached.class).personAt(phone)).isEmpty();
        product.bean(SignInByCode.class).ask(phone, here);
        assertThat(product.bean(SignInByCode.class).enter(phone, "000000", here))
                .isEqualTo(new SignInByCode.Outcome.Wrong());
        assertThat(product.bean(Recover.class).ask(officer.login(), here)).isEqualTo(new Recover.Asked.Staff());
    }

    @Test
    void the_password_alone_shows_the_own_account_and_nothing_else() {
        var officer = MakePeople.realOfficer(POLICE);

        var welcome =
                (SignIn.Outcome.Welcome) product.bean(SignIn.class).signIn(officer.login(), Browser.PASSWORD, here);

        assertThat(welcome.who().posts()).isEmpty();
        assertThat(StaffRule.owesFactor(welcome.who())).isTrue();
    }

    private Token session(People.Someone who, Proof.Method... shown) {
        var token = sessions.open(who.account().id(), proof(shown[0]), "");
        for (int i = 1; i < shown.length; i++)
            token = sessions.proved(token, proof(shown[i])).orElseThrow();
        return token;
    }

    private Proof proof(Proof.Method method) {
        return new Proof(method, product.clock().instant(), method == Proof.Method.UPSTREAM ? "national/4" : "");
    }

    private People.Someone withApp(People.Someone officer) {
        product.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            product.bean(Apps.class).add(officer.account().id(), "phone", Totp.freshSecret(), 1);
            product.bean(Ways.class).changed(officer.account().id());
        });
        return officer;
    }
}
