package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yici.drift.Differing;
import yici.house.Browser;
import yici.house.People;
import yici.kit.Language;
import yici.linter.LookedThrough;

/** The same thing, the same standard: what is wrong with guides is worked off, and an area is asked to take the standard again. */
class StandardsJourney {

    /** 浏阳市 has a made-up variant of the newborn with two shorter limits. */
    private static final String COUNTY = "430181000000";

    private static final String PROVINCE = "430000000000";

    @BeforeAll
    static void look() {
        LookedThrough.everything();
    }

    @Test
    void an_administrator_works_off_what_is_wrong_with_the_guides() {
        try (var province = Browser.desktop()) {
            province.signIn(People.administrator(PROVINCE).login());
            var page = province.go("/admin");
            page.locator("main a[href='/admin/linter']").click();
            province.assertGoodPage();
            province.screenshot("linter-desktop-zh");

            page.locator("#rule").selectOption("r16");
            page.locator(".desk-filter button").click();
            province.assertGoodPage();
            page.locator(".matter-card a")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("新生儿"))
                    .first()
                    .click();
            province.assertGoodPage();
            province.screenshot("finding-desktop-zh");
            assertThat(page.locator("main").innerText()).contains("联办时限", "5 < ", "做不到的承诺必然超期", "延长联办时限");

            page.locator("main form button").click();
            assertThat(page.locator("[role=status]").innerText()).contains("这个问题还在");
        }
        try (var phone = Browser.phone(Language.EN)) {
            phone.signIn(People.administrator(PROVINCE).login());
            phone.go("/admin/linter?lang=en");
            phone.assertGoodPage();
            phone.screenshot("linter-phone-en");
            phone.page().locator(".matter-card a").first().click();
            phone.assertGoodPage();
            phone.screenshot("finding-phone-en");
        }
    }

    @Test
    void the_province_sees_who_differs_and_asks_a_county_to_take_the_standard_again_and_the_county_says_why_not() {
        try (var province = Browser.desktop()) {
            province.signIn(People.administrator(PROVINCE).login());
            var page = province.go("/admin");
            page.locator("main a[href='/admin/drift']").click();
            province.assertGoodPage();
            province.screenshot("drift-desktop-zh");
            page.locator("main a[href='/admin/drift/43PCN0009']").click();
            province.assertGoodPage();
            province.screenshot("drift-newborn-desktop-zh");
            // other specifications let areas take the standard again: the least is known, the most is not
            assertThat(page.locator("main").innerText())
                    .containsPattern("0%–2\\d%")
                    .contains("27%", "只是次序或重复不同", "承诺时限", "没有说明");

            page.locator("main a[href='/admin/drift/43PCN0009/compare?right=syn-1']")
                    .click();
            province.assertGoodPage();
            province.screenshot("drift-compare-desktop-zh");
            province.go("/admin/drift/43PCN0009/compare?right=v-89940523&lang=en");
            province.assertGoodPage();
            assertThat(page.locator("main").innerText()).contains("Order or repetition only");
            province.go("/admin/drift/43PCN0009?lang=zh");
            page.locator("form[action='/admin/drift/43PCN0009/" + COUNTY + "/propose'] button")
                    .click();
            assertThat(page.locator("[role=status]").innerText()).contains("已提议");
            province.assertGoodPage();
        }
        try (var county = Browser.phone(Language.EN)) {
            county.signIn(People.administrator(COUNTY).login());
            var page = county.go("/admin/drift?lang=en");
            county.assertGoodPage();
            county.screenshot("drift-phone-en");
            page.locator("main a[href^='/admin/drift/proposals/']").first().click();
            county.assertGoodPage();
            county.screenshot("proposal-phone-en");
            page.locator("button[value=decline]").click();
            assertThat(county.status()).isEqualTo(422);
            county.assertGoodPage();
            county.screenshot("proposal-flaw-phone-en");
            page.locator("#reason").fill("本地社会保障卡由市级统一制作，十五日内已能办结。");
            page.locator("button[value=decline]").click();
            assertThat(page.locator("[role=status]").innerText()).contains("Declined");
            county.go("/admin/drift/43PCN0009?lang=en");
            county.assertGoodPage();
            county.screenshot("drift-newborn-phone-en");
        }
    }

    @Test
    void a_county_accepts_and_its_history_shows_the_edition_that_gave_the_difference_back() {
        var county = "430624000000";
        Differing.from("43TCN0004", county);
        try (var province = Browser.desktop()) {
            province.signIn(People.administrator(PROVINCE).login());
            var page = province.go("/admin/drift/43TCN0004");
            province.assertGoodPage();
            page.locator("#field-" + county).selectOption("items/external-works/promised");
            province.screenshot("drift-one-difference-desktop-zh");
            page.locator("form[action='/admin/drift/43TCN0004/" + county + "/propose'] button")
                    .click();
            assertThat(page.locator("[role=status]").innerText()).contains("已提议");
        }
        try (var own = Browser.phone(Language.ZH)) {
            own.signIn(People.administrator(county).login());
            var page = own.go("/admin/drift");
            page.locator("main a[href^='/admin/drift/proposals/']").first().click();
            assertThat(page.locator("main").innerText()).contains("承诺时限");
            page.locator("button[value=accept]").click();
            assertThat(own.status()).isEqualTo(422);
            own.assertGoodPage();
            own.screenshot("proposal-accept-flaw-phone-zh");
            page.locator("#note").fill("外线工程恢复执行全省统一时限。");
            page.locator("button[value=accept]").click();
            assertThat(page.locator("[role=status]").innerText()).contains("新的一版已发布");
            own.assertGoodPage();

            own.go("/events/43TCN0004/history?area=" + county);
            own.assertGoodPage();
            own.screenshot("history-given-back-phone-zh");
            assertThat(page.locator("main").innerText()).contains("外线工程恢复执行全省统一时限", "两个工作日办结");
            page.locator("main .edition:has-text('外线工程恢复执行全省统一时限') a").first().click();
            own.assertGoodPage();
            own.screenshot("history-given-back-step-phone-zh");
            assertThat(page.locator("main").innerText()).contains("2 个工作日", "5 个工作日");
        }
    }
}
