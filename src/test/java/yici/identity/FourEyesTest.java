package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.audit.AuditLog;
import yici.house.Browser;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.kit.Forbidden;

/** What gives somebody else's powers away takes two. */
class FourEyesTest {

    private static final String PROVINCE = "430000000000";

    private final Product product = Product.running();
    private final FourEyes fourEyes = product.bean(FourEyes.class);
    private final AppointStaff appoint = product.bean(AppointStaff.class);
    private final People.Someone one = People.staff(Post.Role.SECURITY_ADMIN, PROVINCE);
    private final People.Someone other = People.staff(Post.Role.SECURITY_ADMIN, PROVINCE);

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void a_second_security_administrator_is_appointed_by_one_and_confirmed_by_another() {
        var login = "second." + one.login();
        assertThat(appoint.appoint(TwoPersons.justNow(one), security(login)))
                .isEqualTo(new AppointStaff.Outcome.Waits());
        var id = TwoPersons.newest(one);

        assertThat(fourEyes.confirm(TwoPersons.justNow(one), id)).isEqualTo(FourEyes.Answered.OWN);
        assertThat(fourEyes.confirmed(TwoPersons.justNow(one), id)).isEmpty();
        assertThat(fourEyes.confirm(TwoPersons.justNow(other), id)).isEqualTo(FourEyes.Answered.DONE);
        var confirmed = fourEyes.confirmed(TwoPersons.justNow(one), id).orElseThrow();
        var done = (AppointStaff.Outcome.NewAccount) appoint.appoint(TwoPersons.justNow(one), confirmed);

        assertThat(product.bean(Posts.class).of(done.account().id()))
                .extracting(Post::role)
                .containsExactly(Post.Role.SECURITY_ADMIN);
        assertThat(appoint.appoint(TwoPersons.justNow(one), confirmed))
                .as("once")
                .isNotInstanceOf(AppointStaff.Outcome.PostAdded.class);
        assertThat(product.bean(AuditLog.class).about("countersign:" + id, 5))
                .extracting(event -> event.act().code() + " " + event.actor())
                .containsExactly(
                        "identity.countersign-confirmed " + other.me().asActor(),
                        "identity.countersign-asked " + one.me().asActor());
        assertThat(product.bean(AuditLog.class)
                        .about("account:" + done.account().id(), 1)
                        .getFirst()
                        .reason())
                .endsWith("countersign:" + id);
    }

    @Test
    void a_reset_waits_for_a_second_person_a_day_and_no_longer() {
        var officer = MakePeople.realOfficer("police@430523000000");
        var administrator = People.administrator("430523000000");
        var reset = product.bean(ResetStaff.class);
        assertThat(reset.ask(
                        TwoPersons.justNow(administrator), officer.me().posts().getFirst()))
                .isEqualTo(new ResetStaff.Asked.Waits());
        var id = TwoPersons.newest(administrator);
        assertThat(hash(officer)).as("the old password still counts").isNotEmpty();

        product.clock().forward(FourEyes.GOOD_FOR.plusSeconds(1));

        assertThat(fourEyes.confirm(TwoPersons.justNow(one), id)).isEqualTo(FourEyes.Answered.TOO_LATE);
        assertThat(fourEyes.confirmed(TwoPersons.justNow(administrator), id)).isEmpty();
    }

    @Test
    void what_was_confirmed_has_to_be_done_within_a_day_and_may_be_withdrawn() {
        var administrator = People.administrator("430523000000");
        var id = asked(administrator);
        fourEyes.confirm(TwoPersons.justNow(one), id);
        product.clock().forward(FourEyes.GOOD_FOR.plusSeconds(1));
        assertThat(fourEyes.confirmed(TwoPersons.justNow(administrator), id)).isEmpty();

        var again = asked(administrator);
        fourEyes.confirm(TwoPersons.justNow(one), again);
        assertThat(fourEyes.withdraw(TwoPersons.justNow(administrator), again)).isEqualTo(FourEyes.Answered.DONE);
        assertThat(fourEyes.confirmed(TwoPersons.justNow(administrator), again)).isEmpty();
    }

    @Test
    void who_refuses_says_why_and_it_is_over() {
        var id = asked(People.administrator("430523000000"));

        assertThat(fourEyes.refuse(TwoPersons.justNow(one), id, " ")).isEqualTo(FourEyes.Answered.REASON_MISSING);
        assertThat(fourEyes.refuse(TwoPersons.justNow(one), id, "本人没有申请")).isEqualTo(FourEyes.Answered.DONE);
        assertThat(fourEyes.confirm(TwoPersons.justNow(other), id)).isEqualTo(FourEyes.Answered.TOO_LATE);
    }

    @Test
    void neither_a_stranger_nor_whom_it_is_about_nor_somebody_without_a_fresh_proof_confirms() {
        var about = People.staff(Post.Role.SECURITY_ADMIN, PROVINCE);
        product.bean(ResetStaff.class)
                .ask(TwoPersons.justNow(one), about.me().posts().getFirst());
        var id = TwoPersons.newest(one);

        for (var nobody : List.of(
                about,
                People.administrator(PROVINCE),
                People.staff(Post.Role.SYSTEM_ADMIN, PROVINCE),
                People.staff(Post.Role.AUDIT_ADMIN, PROVINCE), // there is another security administrator
                People.staff(Post.Role.SECURITY_ADMIN, "430500000000"),
                People.citizen()))
            assertThatThrownBy(() -> fourEyes.confirm(TwoPersons.justNow(nobody), id))
                    .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> fourEyes.confirm(other.me(), id)).isInstanceOf(StepUp.class);
    }

    @Test
    void where_there_is_one_security_administrator_the_audit_administrator_confirms() {
        var security = UUID.randomUUID();
        var audit = UUID.randomUUID();
        var second = UUID.randomUUID();

        assertThat(SecondPersons.among(List.of(security), List.of(audit), List.of(security)))
                .isEqualTo(Set.of(audit));
        assertThat(SecondPersons.among(List.of(security, second), List.of(audit), List.of(security)))
                .isEqualTo(Set.of(second));
        assertThat(SecondPersons.among(List.of(security, second), List.of(audit), List.of(security, second)))
                .isEqualTo(Set.of(audit));
        assertThat(SecondPersons.among(List.of(security), List.of(), List.of(security)))
                .isEmpty();
    }

    @Test
    void alone_one_appoints_the_first_audit_administrator_who_then_confirms_everything_else() {
        var lone = People.staff(Post.Role.SECURITY_ADMIN, PROVINCE);
        var others = setAsideAllBut(lone);
        try {
            assertThat(appoint.appoint(TwoPersons.justNow(lone), security("too.early")))
                    .isEqualTo(new AppointStaff.Outcome.NobodyToConfirm());
            var first = new AppointStaff.Appointment(
                    "first.audit", "陈静", MakePeople.number(), Post.Role.AUDIT_ADMIN, PROVINCE, "", "", "");
            var auditor =
                    ((AppointStaff.Outcome.NewAccount) appoint.appoint(TwoPersons.justNow(lone), first)).account();

            assertThat(appoint.appoint(TwoPersons.justNow(lone), security("second.one")))
                    .isEqualTo(new AppointStaff.Outcome.Waits());
            var posts = product.bean(Posts.class).of(auditor.id());
            var me = new People.Someone(
                    new SignedIn(auditor.id(), auditor.kind(), auditor.name(), posts), auditor.login(), auditor);
            assertThat(fourEyes.confirm(TwoPersons.justNow(me), TwoPersons.newest(lone)))
                    .isEqualTo(FourEyes.Answered.DONE);
            assertThat(product.bean(EndPost.class).end(lone.me(), posts.getFirst()))
                    .as("nobody gets rid of who confirms")
                    .isEqualTo(new EndPost.Outcome.LastAuditor());
        } finally {
            putBack(others);
        }
    }

    @Test
    void the_page_leads_both_through() {
        var officer = MakePeople.realOfficer("police@430523000000");
        var administrator = People.administrator("430523000000");
        var post = officer.me().posts().getFirst();
        var asks = signedIn(administrator);
        asks.get("/admin/people?in=430523000000");
        var answer = asks.post(
                "/admin/people/reset",
                Map.of(
                        "account", officer.account().id().toString(),
                        "role", "OFFICER",
                        "in", post.area(),
                        "body", post.body().orElseThrow(),
                        "from", post.period().from().toString()));
        assertThat(answer.body()).contains("要由另一位安全管理员确认后才能办理");
        var id = TwoPersons.newest(administrator);

        asks.get("/admin/countersign");
        assertThat(asks.post("/admin/countersign/" + id + "/confirm", Map.of()).body())
                .contains("要由另一个人办");
        var confirms = signedIn(one);
        assertThat(confirms.get("/admin/countersign").body()).contains(officer.login(), "核实过了，同意");
        assertThat(confirms.post("/admin/countersign/" + id + "/refuse", Map.of("reason", ""))
                        .body())
                .contains("请写明不同意的理由");
        assertThat(confirms.post("/admin/countersign/" + id + "/confirm", Map.of())
                        .body())
                .contains("已确认，由申请人办理");

        assertThat(asks.get("/admin/countersign").body()).contains("现在重设，显示初始密码");
        assertThat(asks.post("/admin/countersign/" + id + "/do", Map.of()).body())
                .contains("已重设登录")
                .containsPattern("<code>[a-z0-9]{4}(-[a-z0-9]{4}){3}</code>");
        assertThat(asks.post("/admin/countersign/" + id + "/do", Map.of()).body())
                .contains("已经处理、撤回或过期");
    }

    private static Http signedIn(People.Someone who) {
        var http = new Http();
        http.signIn(who.login());
        return http;
    }

    private UUID asked(People.Someone administrator) {
        var officer = MakePeople.realOfficer("police@430523000000");
        product.bean(ResetStaff.class)
                .ask(TwoPersons.justNow(administrator), officer.me().posts().getFirst());
        return TwoPersons.newest(administrator);
    }

    private String hash(People.Someone who) {
        return product.bean(Accounts.class)
                .passwordHash(who.account().id())
                .filter(hash -> product.bean(Passwords.class).matches(Browser.PASSWORD, hash))
                .orElseThrow();
    }

    private static AppointStaff.Appointment security(String login) {
        return new AppointStaff.Appointment(
                login, "陈静", MakePeople.number(), Post.Role.SECURITY_ADMIN, PROVINCE, "", "", "");
    }

    private record Held(UUID account, String role) {}

    /** All other posts of these kinds end for the time of a test. */
    private List<Held> setAsideAllBut(People.Someone lone) {
        return product.bean(JdbcClient.class)
                .sql("""
                        update jurisdiction.post set valid_until = :end
                        where role in ('SECURITY_ADMIN', 'AUDIT_ADMIN') and valid_until is null and account <> :lone
                        returning account, role
                        """)
                .param("end", java.sql.Timestamp.from(product.clock().instant()))
                .param("lone", lone.account().id())
                .query((row, _) -> new Held(row.getObject("account", UUID.class), row.getString("role")))
                .list();
    }

    private void putBack(List<Held> held) {
        var db = product.bean(JdbcClient.class);
        held.forEach(one -> db.sql(
                        "update jurisdiction.post set valid_until = null where account = :account and role = :role")
                .param("account", one.account())
                .param("role", one.role())
                .update());
    }
}
