package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Application;
import yici.application.Filed;
import yici.delegation.Handed;
import yici.house.Browser;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.kit.Language;
import yici.kit.View;

/** A power moves from 衡阳市 to 衡阳县 on a day: asked for, confirmed, read by everybody, and followed by what is filed. */
class DelegationJourney {

    private static final String PROVINCE = "430000000000";
    private static final String CITY = "430400000000";
    private static final String COUNTY = "430421000000";
    private static final String POWER = "43PCN0012/card-new";
    private static final LocalDate TODAY = LocalDate.now(View.ZONE);
    private static final LocalDate DAY = TODAY.plusDays(8);

    private final People.Someone person = People.citizen();

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void a_power_moves_to_a_county_on_a_day_and_both_offices_say_why() {
        Handed.byLaw(POWER, CITY, TODAY.plusDays(1));
        var number = asked();
        confirmed(number);

        to(DAY.minusDays(1));
        var before = files();
        to(DAY);
        var after = files();

        try (var citizen = Citizen.signedIn(person)) {
            citizen.opensMatter(before.number());
            assertThat(why(citizen.page()))
                    .contains("“残疾人证新办”由残联办理", "那一天有效的登记", "所以由衡阳市残疾人联合会办理", "起提交的申请改由衡阳县残疾人联合会办理");
            citizen.browser().assertGoodPage();
            citizen.browser().screenshot("delegation-why-before-phone");
            citizen.opensMatter(after.number());
            assertThat(why(citizen.page())).contains("衡阳市残疾人联合会把这项权力下放给衡阳县残疾人联合会", number, "所以由衡阳县残疾人联合会办理");
            citizen.browser().assertGoodPage();
            citizen.browser().screenshot("delegation-why-after-phone");
        }
        deskSays("disabled-federation@" + CITY, before, "所以由衡阳市残疾人联合会办理");
        deskSays("disabled-federation@" + COUNTY, after, "所以由衡阳县残疾人联合会办理");
        everybodyReads(number);
        recalled(number);
    }

    private static String asked() {
        try (var desk = Browser.desktop()) {
            desk.signIn(People.administrator(CITY).login());
            var page = desk.go("/admin");
            page.locator("main a[href='/admin/delegations']").first().click();
            desk.assertGoodPage();
            desk.screenshot("delegation-register-desk");
            page.locator("main a[href='/admin/delegations/new']").click();
            desk.assertGoodPage();
            page.locator("#title").fill("关于下放残疾人证办理权限的决定");
            page.locator("#send").click();
            assertThat(desk.status()).isEqualTo(422);
            assertThat(page.locator("#title").inputValue()).isEqualTo("关于下放残疾人证办理权限的决定");
            desk.assertGoodPage();
            desk.screenshot("delegation-form-wrong-desk");

            page.locator("#power").selectOption(POWER);
            check(page, "#mode-devolved");
            page.locator("#area").selectOption(COUNTY);
            page.locator("#from").fill(DAY.toString());
            check(page, "#seal-receiver");
            page.locator("#file").fill("衡残联发〔2026〕8号");
            page.locator("#send").click();
            assertThat(page.locator("[role=status]").innerText()).contains("等另一位管理员复核");
            assertThat(page.locator("#confirm").count()).isZero();
            desk.assertGoodPage();
            desk.screenshot("delegation-asked-desk");
            return page.url().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        }
    }

    private static void confirmed(String number) {
        try (var phone = Browser.phone(Language.EN)) {
            phone.signIn(People.administrator(PROVINCE).login());
            var page = phone.go("/admin/delegations?state=waiting");
            phone.assertGoodPage();
            page.locator("main a[href='/admin/delegations/" + number + "']").click();
            page.locator("#refuse").click();
            assertThat(phone.status()).isEqualTo(422);
            phone.assertGoodPage();
            phone.screenshot("delegation-confirm-phone");
            page.locator("#confirm").click();
            assertThat(page.locator("[role=status]").innerText()).contains("Confirmed");
            phone.assertGoodPage();
        }
    }

    private static void everybodyReads(String number) {
        for (var language : Language.values())
            try (var visitor = language.ordinal() % 2 == 0 ? Browser.phone(language) : Browser.desktop(language)) {
                visitor.go("/delegations?area=" + COUNTY + "&on=" + DAY);
                visitor.assertGoodPage();
                visitor.screenshot("delegations-" + language.code());
                visitor.page()
                        .locator("main a[href='/delegations/" + number + "']")
                        .first()
                        .click();
                visitor.assertGoodPage();
            }
        var csv = new Http()
                .get("/delegations.csv?lang=en&area=" + COUNTY + "&on=" + DAY)
                .body();
        assertThat(csv).contains("First day").contains(number).contains("衡残联发〔2026〕8号");
        assertThat(new Http()
                        .get("/delegations.csv?area=" + COUNTY + "&on=" + TODAY)
                        .body())
                .doesNotContain(number);
        try (var visitor = Browser.phone()) {
            var page = visitor.go("/delegations?area=" + PROVINCE + "&on=gestern");
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("gestern");
            assertThat(page.locator("main").innerText()).contains("示例", "浏阳市司法局");
            visitor.assertGoodPage();
        }
    }

    private static void recalled(String number) {
        var city = People.administrator(CITY);
        for (var language : Language.values())
            try (var browser = language.ordinal() % 2 == 0 ? Browser.desktop(language) : Browser.phone(language)) {
                browser.signIn(city.login());
                browser.go("/admin/delegations?lang=" + language.code());
                browser.assertGoodPage();
                browser.go("/admin/delegations/" + number + "/replace");
                browser.assertGoodPage();
                var page = browser.go("/admin/delegations/" + number);
                page.locator("#recall").click();
                assertThat(browser.status()).isEqualTo(422);
                browser.assertGoodPage();
                if (language != Language.JA) continue;
                page.locator("#from").fill(DAY.plusDays(3).toString());
                page.locator("#reason").fill("机构调整");
                page.locator("#recall").click();
                assertThat(page.locator("#asked").innerText()).contains("回収");
                browser.assertGoodPage();
                browser.screenshot("delegation-recall-asked");
            }
    }

    private static void deskSays(String body, Application application, String so) {
        try (var officer = Officer.of(body)) {
            officer.opens(application.number(), 1);
            assertThat(why(officer.page())).contains(so);
            officer.browser().assertGoodPage();
        }
    }

    private static String why(Page page) {
        page.locator("details.why summary").first().click();
        return page.locator("details.why").first().innerText();
    }

    private static void check(Page page, String radio) {
        page.locator(radio).check(new Locator.CheckOptions().setForce(true));
    }

    private Application files() {
        return Filed.by(person.me().account(), person.me().name(), "43PCN0012", COUNTY, Map.of(), "card-new");
    }

    private static void to(LocalDate day) {
        Product.running().clock().to(day);
    }
}
