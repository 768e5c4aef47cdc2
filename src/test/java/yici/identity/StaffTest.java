package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yici.audit.AuditLog;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.kit.Forbidden;

class StaffTest {

    private static final String COUNTY = "430523000000";
    private static final String POLICE = "police@430523000000";

    private final Product product = Product.running();
    private final AppointStaff appoint = product.bean(AppointStaff.class);
    private final EndPost end = product.bean(EndPost.class);
    private final ListPeople list = product.bean(ListPeople.class);
    private final Posts posts = product.bean(Posts.class);
    private final People.Someone administrator = People.administrator("430500000000");

    @Test
    void a_new_member_of_staff_can_do_nothing_until_the_first_password_is_changed() {
        var outcome = appoint.appoint(administrator.me(), officer("first.password"));
        var fresh = (AppointStaff.Outcome.NewAccount) outcome;

        var signedIn = (SignIn.Outcome.Welcome) signIn("first.password", fresh.password());
        assertThat(signedIn.who().isOfficer()).isFalse();

        var changed = product.bean(ChangePassword.class)
                .change(signedIn.who(), signedIn.token(), fresh.password(), "a password of my own", "10.3.0.1");
        assertThat(changed).isEqualTo(new ChangePassword.Outcome.Changed());
        assertThat(product.bean(Sessions.class)
                        .of(signedIn.token())
                        .orElseThrow()
                        .decidesFor(POLICE))
                .isTrue();
        assertThat(signIn("first.password", fresh.password())).isEqualTo(new SignIn.Outcome.Wrong());
    }

    @Test
    void who_has_a_staff_account_gets_a_post_more() {
        var known = People.officer("police@430102000000");

        var outcome = appoint.appoint(administrator.me(), officer(known.login()));

        assertThat(outcome).isEqualTo(new AppointStaff.Outcome.PostAdded(known.account()));
        assertThat(posts.of(known.me().account()))
                .extracting(Post::area)
                .containsExactlyInAnyOrder("430102000000", COUNTY);
        assertThat(product.bean(AuditLog.class).about(known.me().asActor(), 1).getFirst())
                .satisfies(event -> {
                    assertThat(event.act().code()).isEqualTo("identity.post-given");
                    assertThat(event.actor()).isEqualTo(administrator.me().asActor());
                    assertThat(event.reason()).isEqualTo("OFFICER " + POLICE);
                });
    }

    @Test
    void flaws_of_an_appointment_are_named() {
        assertThat(appoint.appoint(
                        administrator.me(),
                        new AppointStaff.Appointment(
                                "13800000000", "", Post.Role.OFFICER, COUNTY, "police@430102000000")))
                .isEqualTo(new AppointStaff.Outcome.Flawed(Map.of(
                        "login", "identity.staff.login-wrong",
                        "name", "identity.name.empty",
                        "body", "identity.staff.body-empty")));
    }

    @Test
    void an_administrator_of_another_area_or_of_one_below_may_do_nothing_here() {
        var officer = People.officer(POLICE);
        var held = officer.me().posts().getFirst();
        for (var stranger : new People.Someone[] {
            People.administrator("430100000000"), People.administrator("430102000000"), officer, People.citizen()
        }) {
            assertThatThrownBy(() -> appoint.appoint(stranger.me(), officer("no.body")))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> end.end(stranger.me(), held)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> list.in(stranger.me(), COUNTY)).isInstanceOf(Forbidden.class);
        }
        assertThatThrownBy(() -> list.in(People.administrator(COUNTY).me(), "430500000000"))
                .isInstanceOf(Forbidden.class);
        assertThat(posts.of(officer.me().account())).containsExactly(held);
    }

    @Test
    void the_sql_refuses_too_should_the_use_case_ever_forget() {
        var officer = People.officer(POLICE);
        var held = officer.me().posts().getFirst();
        var elsewhere = java.util.List.of("430100000000");

        assertThat(posts.takeWithin(elsewhere, held)).isFalse();
        assertThat(posts.giveWithin(
                        elsewhere, new Post(officer.me().account(), Post.Role.ADMINISTRATOR, COUNTY, Optional.empty())))
                .isFalse();
        assertThat(posts.of(officer.me().account())).containsExactly(held);
    }

    @Test
    void a_post_ends_once_and_never_ones_own() {
        var officer = People.officer(POLICE);
        var held = officer.me().posts().getFirst();

        assertThat(end.end(administrator.me(), held)).isEqualTo(new EndPost.Outcome.Ended());
        assertThat(end.end(administrator.me(), held)).isEqualTo(new EndPost.Outcome.NotHeld());
        assertThat(end.end(administrator.me(), administrator.me().posts().getFirst()))
                .isEqualTo(new EndPost.Outcome.OwnPost());
        assertThat(product.bean(AuditLog.class).about(officer.me().asActor(), 5))
                .extracting(event -> event.act().code())
                .containsExactly("identity.post-ended");
    }

    @Test
    void the_list_shows_the_area_itself_and_leads_to_those_below() {
        var officer = People.officer(POLICE);

        assertThat(list.in(administrator.me(), COUNTY).members())
                .extracting(ListPeople.Member::login)
                .contains(officer.login(), "officer-police-430523", "admin-430523");
        assertThat(list.in(administrator.me(), "430500000000").below())
                .extracting(area -> area.code())
                .contains(COUNTY)
                .doesNotContain("430501000000");
    }

    private static AppointStaff.Appointment officer(String login) {
        return new AppointStaff.Appointment(login, "陈静", Post.Role.OFFICER, COUNTY, POLICE);
    }

    private SignIn.Outcome signIn(String login, String password) {
        return product.bean(SignIn.class).signIn(login, password, new SignIn.From("10.3.0.1", "", Optional.empty()));
    }
}
