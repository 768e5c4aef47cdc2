package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import yici.audit.AuditLog;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.kit.Forbidden;
import yici.kit.View;

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
    void a_new_member_of_staff_can_do_nothing_until_the_first_password_is_changed_and_a_second_factor_shown() {
        var outcome = appoint.appoint(administrator.me(), officer("first.password"));
        var fresh = (AppointStaff.Outcome.NewAccount) outcome;

        var signedIn = (SignIn.Outcome.Welcome) signIn("first.password", fresh.password());
        assertThat(signedIn.who().isOfficer()).isFalse();

        var changed = product.bean(ChangePassword.class)
                .change(signedIn.who(), signedIn.token(), fresh.password(), "a password of my own", "10.3.0.1");
        assertThat(changed).isEqualTo(new ChangePassword.Outcome.Changed());
        var sessions = product.bean(Sessions.class);
        assertThat(sessions.of(signedIn.token()).orElseThrow().posts()).isEmpty();
        var shown = new Proof(Proof.Method.TOTP, product.clock().instant(), "");
        var next = sessions.proved(signedIn.token(), shown).orElseThrow();
        assertThat(sessions.of(next).orElseThrow().posts())
                .extracting(post -> post.body().orElse(""))
                .containsExactly(POLICE);
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
                                "13800000000",
                                "",
                                "430523199503169820",
                                Post.Role.OFFICER,
                                COUNTY,
                                "police@430102000000",
                                "2020-01-01",
                                "2019-02-30")))
                .isEqualTo(new AppointStaff.Outcome.Flawed(Map.of(
                        "login", "identity.staff.login-wrong",
                        "name", "identity.name.empty",
                        "number", "identity.staff.number-wrong",
                        "body", "identity.staff.body-empty",
                        "from", "identity.staff.from-past",
                        "until", "identity.staff.day-wrong")));
    }

    @Test
    void a_post_counts_from_its_first_day_to_the_end_of_its_last() {
        var clock = product.clock();
        var today = java.time.LocalDate.now(clock.withZone(View.ZONE));
        var known = People.officer("police@430102000000");
        var typed = new AppointStaff.Appointment(
                known.login(),
                "",
                MakePeople.number(),
                Post.Role.OFFICER,
                COUNTY,
                POLICE,
                today.plusDays(10).toString(),
                today.plusDays(20).toString());

        assertThat(appoint.appoint(administrator.me(), typed)).isInstanceOf(AppointStaff.Outcome.PostAdded.class);

        try {
            assertThat(held(known)).doesNotContain(POLICE);
            clock.to(today.plusDays(10));
            assertThat(held(known)).contains(POLICE);
            clock.to(today.plusDays(20));
            assertThat(held(known)).contains(POLICE);
            clock.to(today.plusDays(21));
            assertThat(held(known)).doesNotContain(POLICE);
        } finally {
            clock.back();
        }
        assertThat(flaws(typed, today.plusDays(20), today.plusDays(30)))
                .isEqualTo(Map.of("from", "identity.staff.post-held"));
        assertThat(flaws(typed, today.plusDays(30), today.plusDays(29)))
                .isEqualTo(Map.of("until", "identity.staff.until-before"));
        assertThat(flaws(typed, today.minusDays(1), today)).isEqualTo(Map.of("from", "identity.staff.from-past"));
    }

    @Test
    void what_was_held_stays_on_record() {
        var officer = People.officer(POLICE);

        end.end(administrator.me(), officer.me().posts().getFirst());

        assertThat(posts.of(officer.me().account())).isEmpty();
        assertThat(posts.ever(officer.me().account())).singleElement().satisfies(post -> {
            assertThat(post.body()).contains(POLICE);
            assertThat(post.period().until()).isPresent();
        });
    }

    @Test
    void nobody_decides_for_a_body_that_is_closed() {
        var body = "sports@430525000000";
        var officer = People.officer(body);
        var bodies = product.bean(yici.jurisdiction.Bodies.class);
        bodies.close(body, java.time.LocalDate.now(product.clock().withZone(View.ZONE)));
        try {
            assertThat(posts.of(officer.me().account())).isEmpty();
        } finally {
            bodies.reopen(body);
        }
        assertThat(posts.of(officer.me().account())).hasSize(1);
    }

    @Test
    void the_security_administrator_appoints_administrators_and_no_officer() {
        var security = People.staff(Post.Role.SECURITY_ADMIN, "430000000000");

        assertThat(appoint.appoint(security.me(), post("system.one", Post.Role.SYSTEM_ADMIN, "430000000000")))
                .isInstanceOf(AppointStaff.Outcome.NewAccount.class);
        assertThat(appoint.appoint(security.me(), post("admin.one", Post.Role.ADMINISTRATOR, COUNTY)))
                .isInstanceOf(AppointStaff.Outcome.NewAccount.class);
        assertThatThrownBy(() -> appoint.appoint(security.me(), officer("no.officer")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        appoint.appoint(administrator.me(), post("no.admin", Post.Role.ADMINISTRATOR, "430500000000")))
                .isInstanceOf(Forbidden.class);
        assertThat(list.in(security.me(), "430000000000").members())
                .extracting(m -> m.post().role())
                .doesNotContain(Post.Role.OFFICER)
                .contains(Post.Role.AUDIT_ADMIN, Post.Role.SYSTEM_ADMIN, Post.Role.SECURITY_ADMIN);
    }

    @Test
    void system_security_and_audit_exclude_each_other_and_every_other_post() {
        var security = People.staff(Post.Role.SECURITY_ADMIN, "430000000000");
        for (var held : Post.Role.values())
            for (var wanted : Post.Role.values()) {
                if (held.duty() == wanted.duty() || wanted == Post.Role.OFFICER) continue;
                var someone = held == Post.Role.OFFICER ? People.officer(POLICE) : People.staff(held, "430000000000");
                var typed = post(someone.login(), wanted, "430000000000");

                assertThat(appoint.appoint(security.me(), typed))
                        .as(held + " " + wanted)
                        .isEqualTo(new AppointStaff.Outcome.Flawed(Map.of("role", "identity.staff.duties-exclude")));
                assertThatThrownBy(() ->
                                posts.give(new Post(someone.me().account(), wanted, "430500000000", Optional.empty())))
                        .as("and so does the database: " + held + " " + wanted)
                        .isInstanceOf(DataIntegrityViolationException.class)
                        .hasMessageContaining("exclude each other");
            }
    }

    @Test
    void after_the_one_duty_ended_the_other_may_begin() {
        var security = People.staff(Post.Role.SECURITY_ADMIN, "430000000000");
        var someone = People.staff(Post.Role.SYSTEM_ADMIN, "430000000000");

        end.end(security.me(), someone.me().posts().getFirst());

        assertThat(posts.of(someone.me().account())).isEmpty();
        posts.give(new Post(
                someone.me().account(),
                Post.Role.AUDIT_ADMIN,
                "430000000000",
                Optional.empty(),
                yici.jurisdiction.Period.from(product.clock().instant())));
        assertThat(posts.of(someone.me().account())).extracting(Post::role).containsExactly(Post.Role.AUDIT_ADMIN);
    }

    @Test
    void a_second_account_does_not_get_around_it() {
        var security = People.staff(Post.Role.SECURITY_ADMIN, "430000000000");
        var number = MakePeople.number();
        appoint.appoint(security.me(), post("two.hats", number, Post.Role.SYSTEM_ADMIN));

        assertThat(appoint.appoint(security.me(), post("two.hats.again", number, Post.Role.AUDIT_ADMIN)))
                .isEqualTo(new AppointStaff.Outcome.Flawed(Map.of("number", "identity.staff.number-taken")));
    }

    @Test
    void nobody_gives_oneself_a_post() {
        var security = People.staff(Post.Role.SECURITY_ADMIN, "430000000000");

        assertThat(appoint.appoint(security.me(), post(security.login(), Post.Role.SECURITY_ADMIN, COUNTY)))
                .isEqualTo(new AppointStaff.Outcome.Flawed(Map.of("login", "identity.staff.login-own")));
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

        assertThat(posts.endWithin(elsewhere, held)).isFalse();
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

    @Test
    void a_reset_voids_everything_the_person_had_and_asks_for_a_password_and_factor_of_their_own() {
        var officer = MakePeople.realOfficer(POLICE);
        var now = product.clock().instant();
        var sessions = product.bean(Sessions.class);
        var open = sessions.open(officer.account().id(), new Proof(Proof.Method.PASSWORD, now, ""), "");
        product.bean(org.springframework.transaction.support.TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    product.bean(Apps.class).add(officer.account().id(), "lost", Totp.freshSecret(), 1);
                    product.bean(RecoveryCodes.class).renew(officer.account().id());
                    product.bean(Ways.class).changed(officer.account().id());
                });

        var reset = TwoPersons.reset(administrator, officer);

        assertThat(sessions.of(open)).isEmpty();
        assertThat(product.bean(Apps.class).of(officer.account().id())).isEmpty();
        assertThat(product.bean(RecoveryCodes.class).left(officer.account().id()))
                .isZero();
        var signedIn = (SignIn.Outcome.Welcome) signIn(officer.login(), reset.password());
        assertThat(signedIn.who().posts()).isEmpty();
    }

    @Test
    void nobody_resets_oneself_or_a_stranger_and_not_without_a_fresh_proof() {
        var officer = MakePeople.realOfficer(POLICE);
        var post = officer.me().posts().getFirst();
        var reset = product.bean(ResetStaff.class);

        assertThatThrownBy(() -> reset.ask(administrator.me(), post)).isInstanceOf(StepUp.class);
        assertThatThrownBy(() -> reset.ask(TwoPersons.justNow(People.administrator("430100000000")), post))
                .isInstanceOf(Forbidden.class);
        assertThat(reset.ask(
                        TwoPersons.justNow(administrator),
                        administrator.me().posts().getFirst()))
                .isEqualTo(new ResetStaff.Asked.Oneself());
    }

    @Test
    void a_post_that_is_not_held_gives_no_hold_on_an_account() {
        var reset = product.bean(ResetStaff.class);
        for (var somebody : new People.Someone[] {
            People.citizen(),
            People.officer("police@430102000000"),
            People.staff(Post.Role.SECURITY_ADMIN, "430000000000")
        }) {
            var claimed = new Post(somebody.account().id(), Post.Role.OFFICER, COUNTY, Optional.of(POLICE));

            assertThatThrownBy(() -> reset.ask(TwoPersons.justNow(administrator), claimed))
                    .isInstanceOf(Forbidden.class);
        }
    }

    private static AppointStaff.Appointment officer(String login) {
        return new AppointStaff.Appointment(
                login, "陈静", MakePeople.number(), Post.Role.OFFICER, COUNTY, POLICE, "", "");
    }

    private static AppointStaff.Appointment post(String login, Post.Role role, String area) {
        return new AppointStaff.Appointment(login, "陈静", MakePeople.number(), role, area, "", "", "");
    }

    private static AppointStaff.Appointment post(String login, String number, Post.Role role) {
        return new AppointStaff.Appointment(login, "陈静", number, role, "430000000000", "", "", "");
    }

    private java.util.List<String> held(People.Someone someone) {
        return posts.of(someone.me().account()).stream()
                .flatMap(post -> post.body().stream())
                .toList();
    }

    private Map<String, String> flaws(
            AppointStaff.Appointment typed, java.time.LocalDate from, java.time.LocalDate until) {
        var again = new AppointStaff.Appointment(
                typed.login(), "", "", typed.role(), typed.area(), typed.body(), from.toString(), until.toString());
        return ((AppointStaff.Outcome.Flawed) appoint.appoint(administrator.me(), again)).flaws();
    }

    private SignIn.Outcome signIn(String login, String password) {
        return product.bean(SignIn.class).signIn(login, password, new SignIn.From("10.3.0.1", "", Optional.empty()));
    }
}
