package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.casework.Law;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.kit.Language;

/** A creditor objects to a simplified deregistration, and the firm goes the general way with everything it has typed. */
class ObjectionJourney {

    /** 邵阳县 */
    private static final String AREA = "430523000000";

    private static final String REASON = "该公司还欠我方货款三万元，有双方盖章的对账单为证。";

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void a_creditor_objects_within_the_twenty_days_and_the_firm_switches_to_the_general_way() {
        Product.running().clock().to(LocalDate.of(2026, 10, 19));
        var firm = People.firm();
        var application = Applicants.submit(
                firm.me(), "43TCN0008", AREA, "q-entity=llc", "q-path=simple", "q-objection=no", "q-rest=");
        String number = application.number();
        Law.approves(application, "tax", "tax-cancel", Map.of("taxClearanceNo", "邵税清〔2026〕1号"));
        String notice;

        try (var officer = Officer.inCharge(number, 2);
                var creditor = Browser.phone();
                var owner = Citizen.signedIn(firm)) {
            officer.opens(number, 2);
            officer.accepts();
            assertThat(officer.reads()).contains("公示与异议", "2026年11月9日");
            officer.browser().assertGoodPage();

            var page =
                    creditor.go("/notices?area=" + AREA + "&q=" + firm.account().number());
            creditor.assertGoodPage();
            page.locator(".matter-card a").first().click();
            notice = page.url();
            creditor.assertGoodPage();
            assertThat(page.locator("main").innerText())
                    .contains(firm.me().name(), "第三十三条", "2026年10月19日")
                    .doesNotContain(number);
            page.locator("#name").fill("邵阳某建材公司");
            page.locator("#file").setInputFiles(Citizen.PHOTO);
            page.locator("form[action$='/object'] button").click();
            assertThat(creditor.status()).isEqualTo(422);
            creditor.assertGoodPage();
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("联系", "异议理由");
            assertThat(page.locator("#name").inputValue()).isEqualTo("邵阳某建材公司");
            assertThat(page.locator("main").innerText()).contains("已收到“photo.pdf”");
            page.locator("#contact").fill("0739-1234567");
            page.locator("#reason").fill(REASON);
            page.locator("form[action$='/object'] button").click();
            creditor.assertGoodPage();
            assertThat(page.locator("main").innerText()).contains("异议编号", "正在核查");

            owner.opensMatter(number);
            assertThat(owner.card(2)).contains("收到 1 件异议").doesNotContain("建材");
            owner.browser().assertGoodPage();

            officer.browser().go("/desk");
            assertThat(officer.reads()).contains("有异议等您答复", firm.me().name());
            officer.opens(number, 2);
            assertThat(officer.reads()).contains(REASON, "邵阳某建材公司", "photo.pdf");
            officer.browser().assertGoodPage();
            officer.answersTheObjection("upheld", "");
            assertThat(officer.browser().status()).isEqualTo(422);
            officer.browser().assertGoodPage();
            officer.answersTheObjection("upheld", "对账单属实，债务没有清偿。");
            assertThat(officer.reads()).contains("异议成立");
            officer.browser().assertGoodPage();

            page.reload();
            assertThat(page.locator("main").innerText()).contains("异议成立", "债务没有清偿");

            owner.opensMatter(number);
            assertThat(owner.card(2)).contains("债务没有清偿").doesNotContain("重新申请这一项");
            owner.browser().assertGoodPage();
            owner.presses("改走普通程序");
            owner.browser().assertGoodPage();
            assertThat(owner.page().url()).contains("/drafts/");
            assertThat(Applicants.typed(firm.me(), draft(owner))).containsAllEntriesOf(application.answers());
            assertThat(Applicants.handedIn(firm.me(), draft(owner))).contains("resolution", "licence");
        }
        try (var late = Browser.desktop(Language.EN)) {
            late.go(notice + "?lang=en");
            late.assertGoodPage();
            assertThat(late.page().locator("main").innerText()).contains("nothing left to object to");
        }
    }

    private static UUID draft(Citizen owner) {
        return UUID.fromString(owner.page().url().replaceAll(".*/drafts/([0-9a-f-]{36}).*", "$1"));
    }
}
