package yici.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.house.SampleDepartment;
import yici.identity.StepUp;
import yici.jurisdiction.Post;
import yici.kit.Language;

/** A department connects its system: registers, tries it, sees how it does, asks for production, and a second person judges. */
class ConnectJourney {

    @Test
    void a_system_is_registered_tried_seen_and_let_into_production_by_a_second_person()
            throws IOException, InterruptedException {
        int port = SampleDepartment.freePort();
        var engineer = People.officer("civil-affairs@430523000000");
        var citizen = People.citizen();

        try (var desk = Browser.phone();
                var person = Browser.phone();
                var judge = Browser.desktop(Language.EN)) {
            desk.signIn(engineer.login());
            nothingTypedIsLost(desk);
            var clientId = register(desk, port);
            try (var system = SampleDepartment.launch(port, clientId)) {
                person.signIn(citizen.login());
                signOnAndOut(person, system);
                var page = desk.go("/parties/" + clientId);
                waitForLogout(page);
                assertThat(page.locator("main")).containsText("可以申请正式使用");
                desk.assertGoodPage();
                desk.screenshot("party-phone-zh");
                askForProduction(desk, clientId);
                approve(judge, clientId);
                newKeysAfterAWhile(desk, clientId);

                person.page().navigate(system.url() + "/records");
                // what was tried on the developer's machine is not what was let in
                assertThat(person.page().locator("body")).containsText("登录没有完成");
                assertThat(desk.go("/parties/" + clientId).locator("main")).containsText("正式");
                assertThat(person.go("/systems").locator("main")).containsText("民政业务系统 " + port);
                person.assertGoodPage();
            }
        }
    }

    private static void nothingTypedIsLost(Browser desk) {
        var page = desk.go("/parties/new");
        desk.assertGoodPage();
        page.locator("#name_zh").fill("民政业务系统");
        page.locator("#kind-keys").check();
        page.locator("#redirects").fill("https://*.example.cn/return");
        page.locator("#keys")
                .fill(
                        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE\","
                                + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\",\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}");
        page.locator("#scope_phone").check();
        page.locator("main form[action='/parties/new'] button").click();

        var errors = page.locator(".govuk-error-summary");
        assertThat(errors).containsText("私钥");
        assertThat(errors).containsText("不能用 *");
        assertThat(errors).containsText("识别范围");
        assertThat(errors).containsText("理由");
        assertThat(page.locator("#name_zh")).hasValue("民政业务系统");
        assertThat(page.locator("#redirects")).hasValue("https://*.example.cn/return");
        assertThat(page.locator("#scope_phone")).isChecked();
        desk.assertGoodPage();
        desk.screenshot("party-form-phone-zh");
    }

    private static String register(Browser desk, int port) {
        var at = "http://localhost:" + port;
        var page = desk.go("/parties/new");
        page.locator("#name_zh").fill("民政业务系统 " + port);
        page.locator("#contact").fill("王工 0739-1234567");
        page.locator("#kind-keys").check();
        page.locator("#sector-shared").check();
        page.locator("#redirects").fill(at + "/return");
        page.locator("#goodbyes").fill(at + "/goodbye");
        page.locator("#backchannel").fill(at + "/backchannel-logout");
        page.locator("#keys_uri").fill(at + "/keys");
        page.locator("#scope_profile").check();
        page.locator("#scope_acting_for").check();
        page.locator("main form[action='/parties/new'] button").click();
        assertThat(page).hasURL(Pattern.compile(".*done=registered"));
        assertThat(page.locator("main")).containsText("/.well-known/openid-configuration");
        return page.url().replaceFirst(".*/parties/([^?]+).*", "$1");
    }

    private static void signOnAndOut(Browser person, SampleDepartment system) {
        var page = person.page();
        page.navigate(system.url() + "/records");
        page.locator("button[name=answer][value=yes]").click(); // the sandbox always asks the first time
        assertThat(page).hasURL(system.url() + "/records");
        var account = person.go("/account");
        account.locator("form[action='/sign-out'] button").first().click();
    }

    /** The answer to the logout comes behind the person's back. */
    private static void waitForLogout(Page page) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (page.locator(".govuk-tag--green").count() < 8 && System.nanoTime() < end) page.reload();
    }

    private static void askForProduction(Browser desk, String clientId) {
        var page = desk.go("/parties/" + clientId + "/production");
        page.locator("main form[method=post] button").last().click();
        assertThat(page.locator(".govuk-error-summary")).containsText("https://");
        page.locator("#redirects").fill("https://mz.example.cn/return");
        page.locator("#goodbyes").fill("");
        page.locator("#backchannel").fill("https://192.168.3.4/backchannel-logout");
        page.locator("#keys_uri").fill("https://127.0.0.1:1/keys");
        page.locator("main form[method=post] button").last().click();
        assertThat(page.locator(".govuk-error-summary")).containsText("内网");
        page.locator("#backchannel").fill("https://127.0.0.1:1/backchannel-logout");
        page.locator("main form[method=post] button").last().click();
        assertThat(page).hasURL(Pattern.compile(".*done=proposed"));
    }

    /** A change of what proves the system asks who is there, and what was typed goes on. */
    private static void newKeysAfterAWhile(Browser desk, String clientId) {
        var clock = Product.running().clock();
        clock.forward(StepUp.FRESH.plusMinutes(1));
        try {
            var page = desk.go("/parties/" + clientId);
            page.locator("main form[action$='/stop'] button").click();
            assertThat(page.locator("main")).containsText("刚才填的内容都还在");
            desk.assertGoodPage();
            page.getByLabel("密码").fill(Browser.PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认"))
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("继续提交"))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*done=stopped"));
            page.locator("main form[action$='/start'] button").click();
        } finally {
            clock.back();
        }
    }

    private static void approve(Browser judge, String clientId) {
        judge.signIn(People.staff(Post.Role.SECURITY_ADMIN, "430000000000").login());
        var page = judge.go("/admin/parties");
        judge.assertGoodPage();
        judge.screenshot("party-admin-desktop-en");
        page.locator("a[href='/admin/parties/" + clientId + "']").click();
        judge.assertGoodPage();
        page.locator("button[value=approve]").click();
        assertThat(page).hasURL(Pattern.compile(".*done=approved"));
    }
}
