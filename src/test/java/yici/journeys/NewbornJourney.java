package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** One child, one form, several departments: in a county with rules of its own, and what one department finds out reaches the next. */
class NewbornJourney {

    @Test
    void a_mother_registers_her_child_from_one_form_and_the_certificate_number_reaches_the_police() {
        try (var mother = Citizen.onPhone()) {
            mother.opens("/events/43PCN0009?area=430181000000");
            assertThat(mother.page().locator("main").innerText()).contains("浏阳市");

            mother.opens("/events/43PCN0009/ask/q-applicant");
            mother.answers("q-applicant", "mother");
            mother.answers("q-ethnicity", "same");
            mother.answers("q-multiple", "one");
            mother.answers("q-wedlock", "yes");
            mother.answers("q-extras", "social-card", "resident-insurance");
            mother.browser().assertGoodPage();
            assertThat(mother.page().locator("main").innerText())
                    .contains("出生登记")
                    .contains("浏阳市公安局")
                    .contains("43PCN0009/syn-1/");

            mother.page().locator("main form[action*='/apply'] button").last().click();
            signsInOnTheWay(mother, "13900000001");
            mother.page()
                    .locator("main a.govuk-button, main button.govuk-button")
                    .first()
                    .click();
            mother.fillsInTheForm(Map.of(
                    "newbornName", "李一诺", "settleWith", "MOTHER", "newbornEthnicity", "01", "deliveryMode", "POST"));
            mother.handsInTheDocuments();
            mother.browser().assertGoodPage();
            mother.declaresAndSubmits();

            assertThat(mother.page().url()).endsWith("/receipt");
            mother.browser().assertGoodPage();
            var number = mother.page().url().replaceAll(".*/applications/(.*)/receipt", "$1");
            mother.opensMatter(number);
            mother.browser().assertGoodPage();
            assertThat(mother.stands()).contains("出生医学证明首次签发").contains("出生登记");

            try (var health = Officer.inCharge(number, 1)) {
                health.opens(number, 1);
                health.browser().assertGoodPage();
                health.approves(Map.of("birthCertNo", "P430181234"));
            }
            mother.opensMatter(number);
            assertThat(mother.card(1)).contains("已办结");
            assertThat(mother.stands()).contains("浏阳市公安局");

            try (var police = Officer.inCharge(number, 2)) {
                police.opens(number, 2);
                assertThat(police.reads()).contains("P430181234").contains("李一诺");
            }
        }
    }

    /** The session begins in the middle: the wish to apply is kept, and goes on after signing in. */
    private static void signsInOnTheWay(Citizen citizen, String login) {
        var page = citizen.page();
        page.locator("main input[name=login]").fill(login);
        page.locator("main input[name=password]").fill(yici.house.Browser.PASSWORD);
        page.locator("main form:has(input[name=password]) button").first().click();
        if (!page.url().contains("/drafts/"))
            page.locator("main button.govuk-button").first().click();

        assertThat(page.url()).contains("/drafts/");
    }
}
