package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.kit.Language;

/** Somebody who has never done it changes a guide: a rule, questions, the form, documents, and what follows what. */
class EditorsJourney {

    /** 武陵区 */
    private static final String AREA = "430702000000";

    private static final String EVENT = "43PCP0007";
    private static final String REASON = "本区试点，依据市里的方案。";

    @Test
    void a_guide_is_changed_on_pages_from_the_rule_to_the_graph() {
        var author = People.administrator(AREA);
        String draft;
        try (var desk = Browser.desktop()) {
            desk.signIn(author.login());
            var page = desk.go("/admin/drafts");
            page.locator("#event").selectOption(EVENT);
            page.locator("#begin").click();
            draft = page.url().replaceFirst(".*/admin", "/admin");
            rule(desk, draft);
            questions(desk, draft);
            form(desk, draft);
            evidence(desk, draft);
            graph(desk, draft);
            preview(desk, draft);
            desk.go(draft);
            desk.assertGoodPage();
            desk.screenshot("editor-draft-desk");
        }
        try (var phone = Browser.phone(Language.EN)) {
            phone.signIn(author.login());
            for (var place : List.of(
                    "/parts/conditions",
                    "/parts/questions",
                    "/parts/form",
                    "/parts/graph",
                    "/elements",
                    "/elements/new",
                    "/add/item",
                    "/add/evidence",
                    "/add/question",
                    "/add/group",
                    "/add/condition",
                    "/add/answer",
                    "/edge?item=marriage-reg",
                    "/field?at=conditions/c1/rule",
                    "")) {
                phone.go(draft + place);
                phone.assertGoodPage();
                phone.screenshot("editor" + place.replaceAll("[^a-z]+", "-") + "-phone-en");
            }
        }
    }

    private static void rule(Browser desk, String draft) {
        var page = desk.go(draft + "/parts/conditions");
        desk.assertGoodPage();
        page.locator("main a[href$='/rule']").first().click();
        desk.assertGoodPage();
        assertThat(page.locator("#value").inputValue()).contains("maleAge >= 22 and femaleAge >= 20");
        page.locator("#value").fill("maleAg >= 23 and closeKin = false");
        page.locator("#reason").fill(REASON);
        save(page);
        assertThat(desk.status()).isEqualTo(422);
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("第 1 个字符", "maleAge");
        desk.assertGoodPage();
        desk.screenshot("editor-rule-wrong-desk");

        page.locator("#value").fill("maleAge >= 23 and closeKin = false");
        page.locator("#trial .govuk-button").first().click();
        assertThat(page.locator(".rule-trial__words").innerText()).contains("不能少于 23");
        page.locator("#maleAge").fill("22");
        page.locator("#try").click();
        assertThat(page.locator("#outcome").innerText()).contains("不符合", "23");
        page.locator("#maleAge").fill("23");
        page.locator("#try").click();
        assertThat(page.locator("#outcome").innerText()).contains("还不能判断");
        page.locator("#closeKin-no, input[name=closeKin][value=false]").first().check(forced());
        page.locator("#try").click();
        assertThat(page.locator("#outcome").innerText()).startsWith("符合");
        desk.assertGoodPage();
        desk.screenshot("editor-rule-tried-desk");
        page.locator("#reason").fill(REASON);
        save(page);
        assertThat(page.locator("main").innerText()).contains("不能少于 23", REASON);
        desk.screenshot("editor-conditions-desk");
    }

    private static void questions(Browser desk, String draft) {
        var page = desk.go(draft + "/add/question");
        desk.assertGoodPage();
        page.locator("#zh").fill("要不要颁证仪式？");
        page.locator("#en").fill("A ceremony?");
        page.locator("#type").selectOption("SINGLE");
        page.locator("#choices").fill("要 / Yes, please\n不要 / No, thank you");
        save(page);
        assertThat(desk.status()).isEqualTo(422);
        assertThat(page.locator("#choices").inputValue()).contains("No, thank you");
        page.locator("#reason").fill(REASON);
        save(page);
        assertThat(page.locator("main").innerText()).contains("要不要颁证仪式？");
        page.locator("form[action$='/move']:has(input[value='questions/question-1']) button[value=up]")
                .click();
        desk.assertGoodPage();
        desk.screenshot("editor-questions-desk");
        page.locator("main a[href$='questions/question-1/choices/choice-1/effects']")
                .click();
        page.locator("#kind-0").selectOption("FORCE_OFFLINE");
        page.locator("#ref-0")
                .selectOption("evidence/"
                        + page.locator("#ref-0 option[value^='evidence/']")
                                .first()
                                .getAttribute("value")
                                .substring(9));
        page.locator("#reason").fill(REASON);
        save(page);
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("同一类的对象");
        desk.assertGoodPage();
        desk.screenshot("editor-effects-desk");
        page.locator("#ref-0")
                .selectOption(
                        page.locator("#ref-0 option[value^='items/']").first().getAttribute("value"));
        save(page);
        assertThat(page.locator("main").innerText()).contains("到窗口办");
    }

    private static void form(Browser desk, String draft) {
        var page = desk.go(draft + "/elements");
        page.locator("#q").fill("账号");
        page.locator("#find").click();
        desk.assertGoodPage();
        desk.screenshot("editor-dictionary-desk");
        page.locator("#new").click();
        page.locator("#zh").fill("统一社会信用代码");
        page.locator("#type").selectOption("CREDIT_CODE");
        page.locator("#key").fill("creditCodeNew");
        page.locator("#member-0").check(forced());
        page.locator("#reason").fill(REASON);
        save(page);
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("同一个意思不能有两个");
        desk.assertGoodPage();
        desk.screenshot("editor-element-same-desk");
        page.locator("#zh").fill("颁证仪式联系电话");
        page.locator("#type").selectOption("PHONE");
        page.locator("#key").fill("ceremonyPhone");
        save(page);
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("很像", "联系电话");
        desk.assertGoodPage();
        desk.screenshot("editor-element-like-desk");
        page.locator("#different").check(forced());
        page.locator("#reason").fill("");
        save(page);
        assertThat(desk.status()).isEqualTo(422);
        page.locator("#reason").fill("仪式由婚庆服务站联系，不是办证人的电话。");
        save(page);
        assertThat(page.locator("main").innerText()).contains("颁证仪式联系电话");
        desk.assertGoodPage();

        page.locator("main a[href$='/elements']").click();
        page.locator("#q").fill("uscc");
        page.locator("#find").click();
        page.locator("#found button").first().click();
        page.locator("#member-0").check(forced());
        page.locator("#reason").fill(REASON);
        save(page);
        assertThat(page.locator("main").innerText()).contains("统一社会信用代码");
    }

    private static void evidence(Browser desk, String draft) {
        var page = desk.go(draft + "/add/evidence");
        page.locator("#zh").fill("仪式预约单");
        page.locator("#necessity").selectOption("OPTIONAL");
        page.locator("#waiver").selectOption("INTERFACE_CHECK");
        page.locator("#reason").fill(REASON);
        save(page);
        assertThat(desk.status()).isEqualTo(422);
        page.locator("#member-0").check(forced());
        save(page);
        assertThat(page.locator("main").innerText()).contains("仪式预约单");
        desk.assertGoodPage();
        page.locator("main a[href$='remove?at=evidence/document-1']").click();
        desk.assertGoodPage();
        desk.screenshot("editor-remove-desk");
        page.locator("#reason").fill(REASON);
        save(page);
        assertThat(page.locator("main").innerText()).doesNotContain("仪式预约单");
    }

    private static void graph(Browser desk, String draft) {
        var page = desk.go(draft + "/add/item");
        page.locator("#zh").fill("颁证仪式");
        page.locator("#en").fill("Ceremony");
        page.locator("#department").selectOption("civil-affairs");
        page.locator("#days").fill("3");
        page.locator("#reason").fill(REASON);
        save(page);
        assertThat(page.locator("#draft-graph-title").textContent()).isNotBlank();
        desk.assertGoodPage();
        page.locator("main a[href$='edge?item=item-1']").click();
        desk.assertGoodPage();
        page.locator("#before").selectOption("items/marriage-reg");
        page.locator("#reason").fill(REASON);
        save(page);
        assertThat(page.locator("#items-item-1").innerText()).contains("办完");
        desk.assertGoodPage();
        desk.screenshot("editor-graph-desk");
        page.locator("main a[href$='edge?item=marriage-reg']").click();
        page.locator("#before").selectOption("items/item-1");
        page.locator("#reason").fill(REASON);
        save(page);
        assertThat(desk.status()).isEqualTo(422);
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("互相等待", "颁证仪式 →");
        desk.assertGoodPage();
        desk.screenshot("editor-circle-desk");
    }

    private static void preview(Browser desk, String draft) {
        var page = desk.go(draft + "/preview");
        desk.assertGoodPage();
        for (int i = 0; i < 12 && page.locator("#phone-notice").count() == 0; i++) {
            for (var fields : page.locator(".preview__ask fieldset").all())
                fields.locator("input:not([type=hidden])").first().check(forced());
            page.locator("#look").click();
        }
        assertThat(page.locator("#phone-notice").innerText()).contains("颁证仪式");
        assertThat(page.locator("#phone-form").innerText()).contains("颁证仪式联系电话");
        desk.assertGoodPage();
        desk.screenshot("editor-preview-desk");
    }

    private static void save(Page page) {
        page.locator("#save").click(new Locator.ClickOptions().setTimeout(20_000));
    }

    private static Locator.CheckOptions forced() {
        return new Locator.CheckOptions().setForce(true);
    }
}
