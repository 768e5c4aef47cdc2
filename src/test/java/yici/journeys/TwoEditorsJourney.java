package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.kit.Language;

/** Two change the same draft at once: nothing typed is lost, each sees the other, and neither writes over the other. */
class TwoEditorsJourney {

    /** 汉寿县 */
    private static final String AREA = "430722000000";

    private static final String EVENT = "43PCP0007";
    private static final String FIELD = "/field?at=items/birth-plan/promised";
    private static final String RULE = "/field?at=conditions/c1/rule";
    private static final String OURS = "本县一个窗口受理，当场就能办。";
    private static final String THEIRS = "两天办完更稳妥。";

    @Test
    void two_see_each_other_and_neither_loses_nor_overwrites_a_word() {
        var first = People.administrator(AREA);
        var second = People.administrator(AREA);
        try (var desk = Browser.desktop();
                var phone = Browser.phone(Language.EN)) {
            desk.signIn(first.login());
            var page = desk.go("/admin/drafts");
            page.locator("#event").selectOption(EVENT);
            page.locator("#begin").click();
            var draft = page.url().replaceFirst(".*/admin", "/admin");

            typesAndLeaves(desk, draft);
            savesMeanwhile(phone, draft, second.login(), first.me().name());
            isToldAndAskedAgain(desk, draft, second.me().name());
            seesTheMeaningWhileWriting(desk, draft);
        }
    }

    private static void typesAndLeaves(Browser desk, String draft) {
        var page = desk.go(draft + FIELD);
        page.locator("#value").fill("1");
        page.locator("#reason").fill(OURS);
        page.locator("#kept-now:not(:empty)").waitFor();
        desk.go(draft);
        desk.go(draft + FIELD);
        assertThat(page.locator("#reason").inputValue()).isEqualTo(OURS);
        assertThat(page.locator("#value").inputValue()).isEqualTo("1");
        assertThat(page.locator("#kept").innerText()).contains("还没有保存");
        desk.assertGoodPage();
        desk.screenshot("editors-kept-desk");
    }

    private static void savesMeanwhile(Browser phone, String draft, String login, String other) {
        phone.signIn(login);
        var page = phone.go(draft + FIELD);
        assertThat(page.locator("#presence").innerText()).contains(other);
        assertThat(page.locator("#kept").count()).isZero();
        page.locator("#value").fill("2");
        page.locator("#reason").fill(THEIRS);
        phone.assertGoodPage();
        phone.screenshot("editors-presence-phone-en");
        save(page);
        assertThat(phone.status()).isEqualTo(200);
    }

    private static void isToldAndAskedAgain(Browser desk, String draft, String other) {
        var page = desk.page();
        page.locator("#moved").waitFor();
        assertThat(page.locator("#moved").innerText()).contains(other);
        desk.screenshot("editors-moved-desk");
        save(page);
        assertThat(desk.status()).isEqualTo(409);
        assertThat(page.locator("#value").inputValue()).isEqualTo("1");
        assertThat(page.locator(".govuk-error-summary").innerText()).contains(other, "2 个工作日");
        desk.assertGoodPage();
        desk.screenshot("editors-overtaken-desk");
        save(page);
        assertThat(page.locator("main").innerText()).contains(OURS).doesNotContain(THEIRS);
        desk.go(draft + FIELD);
        assertThat(page.locator("#kept").count()).isZero();
    }

    private static void seesTheMeaningWhileWriting(Browser desk, String draft) {
        var page = desk.go(draft + RULE);
        page.locator("#value").fill("maleAge >= 24");
        page.locator(".rule-trial__words:has-text('24')").waitFor();
        assertThat(page.locator("#maleAge").count()).isEqualTo(1);
        page.locator("#kept-now:not(:empty)").waitFor();
        desk.go(draft + RULE);
        page.locator("#forget").click();
        assertThat(page.locator("#value").inputValue()).contains("maleAge >= 22");
    }

    @Test
    void without_scripts_the_button_saves_and_nothing_typed_is_lost_on_the_way() {
        try (var phone = Browser.withoutScript()) {
            phone.signIn(People.administrator("430724000000").login());
            var page = phone.go("/admin/drafts");
            page.locator("#event").selectOption(EVENT);
            page.locator("#begin").click();
            var draft = page.url().replaceFirst(".*/admin", "/admin");
            phone.go(draft + FIELD);
            page.locator("#value").fill("1");
            save(page);
            assertThat(phone.status()).isEqualTo(422);
            assertThat(page.locator("#value").inputValue()).isEqualTo("1");
            page.locator("#reason").fill(OURS);
            save(page);
            assertThat(page.locator("main").innerText()).contains(OURS);
        }
    }

    private static void save(Page page) {
        page.locator("#save").click();
    }
}
