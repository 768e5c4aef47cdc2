package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.kit.Language;
import yici.kit.View;

/** A county changes one limit on the pages and sees what the rules say of it; a second person confirms; the standard moves on beneath it. */
class DraftingJourney {

    private static final String PROVINCE = "430000000000";

    /** 桃源县 has a limit of its own, 澧县 a note of its own. */
    private static final String LIMIT_OF_ITS_OWN = "430725000000";

    private static final String NOTE_OF_ITS_OWN = "430723000000";

    private static final String EVENT = "43TCN0004";
    private static final String LIMIT = "items/external-works/promised";
    private static final String NOTE = "items/gas/note";
    private static final String REASON = "本县外线工程由一家公司统一施工，两个工作日可以办完。";
    private static final String OWN_NOTE = "老城区先查管网图，再约上门时间。";
    private static final String NEW_STANDARD = "先在网上看管网图，再约上门时间。";

    @Test
    void a_county_overrides_one_limit_with_a_reason_and_sees_what_the_rules_say() {
        var draft = written();
        confirmed(draft);
        try (var visitor = Browser.phone()) {
            var page = visitor.go("/events/" + EVENT + "?area=" + LIMIT_OF_ITS_OWN);
            assertThat(page.locator("main").innerText()).contains(REASON);
            visitor.assertGoodPage();
            visitor.screenshot("draft-guide-phone");
        }
    }

    private static String written() {
        try (var desk = Browser.desktop()) {
            desk.signIn(People.administrator(LIMIT_OF_ITS_OWN).login());
            var page = desk.go("/admin");
            page.locator("main a[href='/admin/drafts']").first().click();
            desk.assertGoodPage();
            desk.screenshot("drafts-desk");
            begin(page);
            desk.assertGoodPage();
            desk.screenshot("draft-new-desk");
            var draft = page.url().replaceFirst(".*/admin", "/admin");

            page.locator("main a[href$='/parts/items']").click();
            desk.assertGoodPage();
            desk.screenshot("draft-part-desk");
            page.locator("main a[href$='at=" + LIMIT + "']").click();
            desk.assertGoodPage();
            page.locator("#value").fill("60");
            save(page);
            assertThat(desk.status()).isEqualTo(422);
            assertThat(page.locator("#value").inputValue()).isEqualTo("60");
            desk.assertGoodPage();
            desk.screenshot("draft-field-no-reason-desk");
            page.locator("#reason").fill(REASON);
            save(page);
            assertThat(page.locator("main").innerText()).contains("不改不能发布");
            desk.assertGoodPage();
            desk.screenshot("draft-part-finding-desk");

            page.locator("main a[href$='at=" + LIMIT + "']").click();
            page.locator("#value").fill("2");
            save(page);
            desk.go(draft);
            desk.assertGoodPage();
            page.locator("#from").fill("2019-01-01");
            page.locator("form[action$='/terms'] button").click();
            assertThat(desk.status()).isEqualTo(422);
            desk.assertGoodPage();
            page.locator("#from").fill(today().toString());
            page.locator("form[action$='/terms'] button").click();
            page.locator("form[action$='/send'] button").click();
            assertThat(page.locator("main").innerText()).contains("要由另一位管理员确认");
            desk.assertGoodPage();
            desk.screenshot("draft-sent-desk");
            return draft;
        }
    }

    private static void confirmed(String draft) {
        try (var phone = Browser.phone(Language.EN)) {
            phone.signIn(People.administrator(LIMIT_OF_ITS_OWN).login());
            var page = phone.go("/admin/drafts");
            phone.assertGoodPage();
            phone.screenshot("drafts-phone-en");
            page.locator("main a[href='" + draft + "']").click();
            phone.assertGoodPage();
            phone.screenshot("draft-review-phone-en");
            page.locator("form[action$='/return'] button").click();
            assertThat(phone.status()).isEqualTo(422);
            phone.assertGoodPage();
            page.locator("form[action$='/publish'] button").click();
            assertThat(page.locator("main").innerText()).contains("Published");
            phone.assertGoodPage();
            phone.screenshot("draft-published-phone-en");
        }
    }

    @Test
    void the_province_publishes_a_new_standard_and_a_county_that_changed_the_same_is_asked() {
        publishes(NOTE_OF_ITS_OWN, NOTE, OWN_NOTE);
        publishes(PROVINCE, NOTE, NEW_STANDARD);
        try {
            try (var visitor = Browser.phone()) {
                var page = visitor.go("/events/" + EVENT + "?area=" + NOTE_OF_ITS_OWN);
                assertThat(page.locator("main").innerText()).contains(OWN_NOTE).doesNotContain(NEW_STANDARD);
            }
            decides();
        } finally {
            publishes(PROVINCE, NOTE, "");
        }
    }

    private static void decides() {
        try (var desk = Browser.desktop()) {
            desk.signIn(People.administrator(NOTE_OF_ITS_OWN).login());
            var page = desk.go("/admin/drafts");
            assertThat(page.locator("#stuck").innerText()).contains("澧县");
            desk.assertGoodPage();
            desk.screenshot("drafts-stuck-desk");
            page.locator("#stuck button").first().click();
            assertThat(page.locator("main").innerText()).contains(OWN_NOTE, NEW_STANDARD);
            desk.assertGoodPage();
            desk.screenshot("draft-conflict-desk");
        }
        try (var phone = Browser.phone(Language.EN)) {
            phone.signIn(People.administrator(NOTE_OF_ITS_OWN).login());
            var page = phone.go("/admin/drafts");
            page.locator("main tbody a").first().click();
            phone.assertGoodPage();
            phone.screenshot("draft-conflict-phone-en");
            page.locator("button[name=take][value=ours]").click();
            phone.assertGoodPage();
            assertThat(page.locator("#changes ~ ul").first().innerText()).contains(OWN_NOTE);
        }
    }

    /** Written by one, confirmed by another, in force today. */
    private static void publishes(String area, String field, String value) {
        String draft;
        try (var author = Browser.desktop()) {
            author.signIn(People.administrator(area).login());
            var page = author.go("/admin/drafts");
            page.locator("#area").selectOption(area);
            begin(page);
            draft = page.url().replaceFirst(".*/admin", "/admin");
            author.go(draft + "/field?at=" + field);
            page.locator("#value").fill(value);
            page.locator("#reason").fill(REASON);
            save(page);
            author.go(draft);
            page.locator("#from").fill(today().toString());
            page.locator("form[action$='/terms'] button").click();
            page.locator("form[action$='/send'] button").click();
        }
        try (var second = Browser.desktop()) {
            second.signIn(People.administrator(area).login());
            var page = second.go(draft);
            page.locator("form[action$='/publish'] button").click();
            assertThat(page.locator("main").innerText()).contains("已发布");
            second.assertGoodPage();
            if (area.equals(PROVINCE)) second.screenshot("draft-standard-published-desk");
        }
    }

    private static void begin(Page page) {
        page.locator("#event").selectOption(EVENT);
        page.locator("#begin").click();
    }

    private static void save(Page page) {
        page.locator("#save").click(new Locator.ClickOptions().setTimeout(20_000));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Product.running().clock().instant(), View.ZONE);
    }
}
