package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.application.Application;
import yici.audit.AuditLog;
import yici.house.Browser;
import yici.house.Http;
import yici.house.PageChecks;
import yici.house.People;
import yici.kit.Language;

class DeskPagesTest {

    /** 隆回县 */
    private static final String AREA = "430524000000";

    private final People.Someone police = People.officer("police@" + AREA);
    private final People.Someone health = People.officer("health@" + AREA);
    private final Application newborn =
            Applicants.submit(Applicants.person("李小测"), "43PCN0009", AREA, "q-extras=social-card,resident-insurance");

    @Test
    void an_officer_finds_a_case_opens_it_accepts_and_approves_with_what_the_next_one_needs() {
        try (var officer = Browser.desktop()) {
            officer.signIn(health.login());
            var desk = officer.go("/desk?q=" + newborn.number());
            officer.assertGoodPage();

            desk.getByText("出生医学证明首次签发").first().click();
            assertThat(desk.locator("h1").innerText()).contains("出生医学证明首次签发");
            officer.assertGoodPage();
            desk.getByRole(AriaRole.BUTTON, named("受理")).first().click();
            assertThat(desk.locator("main").innerText()).contains("受理通知书");

            desk.getByRole(AriaRole.BUTTON, named("准予并办结")).click();
            assertThat(officer.status()).isEqualTo(422);
            officer.assertGoodPage();
            desk.getByLabel("出生医学证明编号").fill("T430012345");
            desk.getByRole(AriaRole.BUTTON, named("准予并办结")).click();

            assertThat(desk.locator(".stands").innerText()).contains("已办结");
        }
        assertThat(Office.state(newborn, "household-reg")).isEqualTo(CaseState.SUBMITTED);
    }

    @Test
    void the_desk_shows_a_pile_on_a_phone_and_in_english() {
        try (var officer = Browser.phone(Language.EN)) {
            officer.signIn(health.login());
            officer.go("/desk?lang=en");
            officer.assertGoodPage();
            officer.go("/desk/" + newborn.number() + "/1");
            officer.assertGoodPage();
        }
    }

    @Test
    void a_colleague_sees_who_has_it_and_reads_only() {
        var first = new Http();
        first.signIn(health.login());
        first.get("/desk/" + newborn.number() + "/1");
        var colleague = People.officer("health@" + AREA);
        var second = new Http();
        second.signIn(colleague.login());

        var page = second.get("/desk/" + newborn.number() + "/1").body();

        assertThat(page).contains("正在办理这一件").doesNotContain("发出补正通知");
    }

    @Test
    void an_officer_sees_what_his_item_needs_and_no_more_and_the_look_is_written_down() {
        var officer = new Http();
        officer.signIn(health.login());

        var page = officer.get("/desk/" + newborn.number() + "/1").body();

        assertThat(page).contains("母亲姓名").doesNotContain("收款银行账号").doesNotContain("落户一方户口类型");
        assertThat(Office.bean(AuditLog.class).about("case:" + newborn.id() + "/1", 20))
                .anyMatch(e -> e.act().code().equals("casework.looked")
                        && e.actor().equals(health.me().asActor())
                        && e.reason().contains("birth-cert"));
    }

    @Test
    void a_case_of_another_body_is_not_there() {
        var officer = new Http();
        officer.signIn(police.login());

        assertThat(officer.get("/desk/" + newborn.number() + "/1").statusCode()).isEqualTo(404);
        assertThat(officer.post("/desk/" + newborn.number() + "/1/approve", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_refusal_without_reason_is_shown_again_and_nothing_typed_is_lost() {
        var officer = new Http();
        officer.signIn(health.login());
        officer.get("/desk/" + newborn.number() + "/1");

        var page = officer.post("/desk/" + newborn.number() + "/1/not-accept", Map.of("reason", "属于县城管局职责"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("请选择另一个应当办理的机关").contains("属于县城管局职责");
        PageChecks.assertValidHtml(page.body());
    }

    @Test
    void a_visitor_and_a_citizen_have_no_desk() {
        var citizen = new Http();
        citizen.signIn(People.citizen().login());

        assertThat(citizen.get("/desk").statusCode()).isEqualTo(403);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
