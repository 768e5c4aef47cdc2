package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.house.People;

/** Asked once, for everything; answered on one page; and the office goes on. */
class CorrectionJourney {

    @Test
    void what_is_missing_is_asked_once_and_answered_on_one_page() {
        var person = People.citizen();
        var application =
                Applicants.submit(person.me(), "43PCN0009", "430523000000", "q-applicant=mother", "q-extras=");
        var number = application.number();

        try (var officer = Officer.inCharge(number, 1);
                var citizen = Citizen.signedIn(person)) {
            officer.opens(number, 1);
            officer.asksForCorrection("名字和出生记录不一致，请核对", "newbornName", "birth-record");

            citizen.opensMatter(number);
            assertThat(citizen.stands()).startsWith("等您补正");
            citizen.presses("去补正");
            citizen.browser().assertGoodPage();
            assertThat(citizen.page().locator("main").innerText()).contains("名字和出生记录不一致，请核对");

            citizen.page().locator("main [name=newbornName]").fill("李安宁");
            citizen.page().locator("main button[name=send]").last().click();
            assertThat(citizen.problems()).contains("请上传");
            assertThat(citizen.page().locator("main [name=newbornName]").inputValue())
                    .isEqualTo("李安宁");
            citizen.page()
                    .locator("main input[type=file]")
                    .first()
                    .setInputFiles(
                            new com.microsoft.playwright.options.FilePayload("记录.png", "image/png", Pictures.PNG));
            citizen.page().locator("main button[name=send]").last().click();
            assertThat(citizen.problems()).isEmpty();
            assertThat(citizen.card(1)).contains("您已补正");

            officer.opens(number, 1);
            assertThat(officer.reads()).contains("李安宁").contains("记录.png");
            assertThat(officer.page().locator("form[action$='/correction']").count())
                    .as("a second correction cannot be asked")
                    .isZero();
        }
    }
}
