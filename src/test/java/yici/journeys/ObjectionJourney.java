package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.application.Application;
import yici.application.Filed;
import yici.casework.Law;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.kit.Language;

/** Objections: a creditor's to a simplified deregistration, a person's to a grading. */
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

    @Test
    void a_grading_is_objected_to_within_ten_working_days_of_being_told_and_graded_anew_by_the_city() {
        Product.running().clock().to(LocalDate.of(2026, 10, 19));
        var person = People.citizen();
        var graded = graded(person);
        var slept = graded(person);

        try (var citizen = Citizen.signedIn(person)) {
            citizen.opensMatter(graded.number());
            assertThat(citizen.card(1)).contains("打开决定书之后 10 个工作日内可以申请重新评定");
            citizen.readsTheDecision(1);
            citizen.opensMatter(slept.number());
            citizen.readsTheDecision(1);
            citizen.opensMatter(graded.number());
            assertThat(citizen.card(1)).contains("最晚 2026年11月2日 申请重新评定");
            citizen.browser().assertGoodPage();

            Product.running().clock().to(LocalDate.of(2026, 11, 2));
            citizen.signsIn(person.login());
            citizen.opensMatter(graded.number());
            citizen.presses("对结果有异议");
            citizen.browser().assertGoodPage();
            citizen.presses("申请重新评定");
            assertThat(citizen.browser().status()).isEqualTo(422);
            citizen.browser().assertGoodPage();
            citizen.page().locator("#reason").fill("右耳听力没有检测，评定等级偏低。");
            citizen.presses("申请重新评定");
            assertThat(citizen.card(1)).contains("邵阳市").doesNotContain("邵阳县残疾人联合会在");

            Product.running().clock().to(LocalDate.of(2026, 11, 3));
            citizen.signsIn(person.login());
            citizen.opens("/my/" + slept.number() + "/cases/1/review");
            citizen.browser().assertGoodPage();
            assertThat(citizen.page().locator("main").innerText())
                    .contains("最后一天是 2026年11月2日", "10 个工作日", "残疾人证管理办法", "等级变更");
        }
        try (var officer = Officer.inCharge(graded.number(), 1)) {
            officer.opens(graded.number(), 1);
            assertThat(officer.reads()).contains("右耳听力没有检测", "邵阳市");
        }
    }

    private static Application graded(People.Someone person) {
        var application = Filed.by(person.me().account(), person.me().name(), "43PCN0012", AREA, Map.of(), "card-new");
        Law.approves(application, "disabled-federation", "card-new", Map.of());
        return application;
    }

    private static UUID draft(Citizen owner) {
        return UUID.fromString(owner.page().url().replaceAll(".*/drafts/([0-9a-f-]{36}).*", "$1"));
    }
}
