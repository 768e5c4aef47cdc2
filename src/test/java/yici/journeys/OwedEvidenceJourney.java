package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.house.People;

/** 容缺受理: apply without a document that may come later, see what is owed and until when, hand it in, get approved. */
class OwedEvidenceJourney {

    @Test
    void a_document_comes_later_and_the_case_waits_for_it_and_no_longer() {
        var person = People.citizen();
        var draft = Applicants.draft(person.me(), "43PCN0012", "430523000000", "q-card=lost");

        try (var citizen = Citizen.signedIn(person)) {
            var number = appliesWithout(citizen, "/drafts/" + draft);

            citizen.opensMatter(number);
            citizen.browser().assertGoodPage();
            assertThat(citizen.card(1)).contains("还要补交").contains("证件遗失声明").contains("这一项会退回");

            try (var federation = Officer.inCharge(number, 1)) {
                federation.opens(number, 1);
                federation.browser().assertGoodPage();
                assertThat(federation.reads()).contains("容缺待补").contains("证件遗失声明");
                federation.accepts();
                federation.approves();
                assertThat(federation.browser().status()).isEqualTo(409);
                assertThat(federation.reads()).contains("补齐之前不能作出准予的决定");
                federation.browser().assertGoodPage();

                handsInWhatIsOwed(citizen, number);

                federation.opens(number, 1);
                assertThat(federation.reads()).doesNotContain("容缺待补").contains("声明.png");
                federation.approves();
            }
            citizen.opensMatter(number);
            assertThat(citizen.stands()).startsWith("全部办结");
            assertThat(citizen.page().locator("main").innerText()).contains("补交了容缺材料");
        }
    }

    /** @return the application's number */
    private static String appliesWithout(Citizen citizen, String draft) {
        citizen.opens(draft + "/evidence");
        citizen.page().locator("#loss-statement button[name=remove]").first().click();
        citizen.page().locator("main button[name=then][value=next]").click();
        assertThat(citizen.problems()).contains("证件遗失声明");

        citizen.page().locator("#owe-loss-statement").check(new Locator.CheckOptions().setForce(true));
        assertThat(citizen.page().locator("#owe-loss-statement-hint").innerText())
                .contains("5 个工作日")
                .contains("最晚")
                .contains("退回");
        citizen.browser().assertGoodPage();
        citizen.page().locator("main button[name=then][value=next]").click();

        assertThat(citizen.page().url()).endsWith("/check");
        assertThat(citizen.page().locator("main").innerText()).contains("以后再交");
        citizen.browser().assertGoodPage();
        citizen.declaresAndSubmits();

        assertThat(citizen.page().url()).endsWith("/receipt");
        assertThat(citizen.page().locator("main").innerText()).contains("还要补交的材料");
        citizen.browser().assertGoodPage();
        return citizen.page().url().replaceAll(".*/applications/(.*)/receipt", "$1");
    }

    private static void handsInWhatIsOwed(Citizen citizen, String number) {
        citizen.opensMatter(number);
        citizen.presses("补交欠的材料");
        citizen.browser().assertGoodPage();
        citizen.page().locator("main button[name=send]").last().click();
        assertThat(citizen.problems()).contains("请上传");
        citizen.browser().assertGoodPage();

        citizen.page()
                .locator("main input[type=file]")
                .first()
                .setInputFiles(new FilePayload("声明.png", "image/png", Pictures.PNG));
        citizen.page().locator("main button[name=send]").last().click();
        assertThat(citizen.problems()).isEmpty();
        assertThat(citizen.card(1)).doesNotContain("还要补交").contains("容缺材料接收凭证");
    }
}
