package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.house.People;
import yici.house.Product;

/** The time a review takes is told, taken out, and explained day by day. */
class TimeJourney {

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void an_expert_review_is_told_with_its_time_and_both_sides_read_why_the_day_moved() {
        Product.running().clock().to(LocalDate.of(2026, 10, 19));
        var person = People.citizen();
        var application = Applicants.submit(person.me(), "43PCN0012", "430523000000", "q-card=new", "q-benefits=");
        var number = application.number();

        try (var officer = Officer.inCharge(number, 1);
                var citizen = Citizen.signedIn(person)) {
            officer.opens(number, 1);
            officer.accepts();
            officer.stopsTheClock("expert-review", "", "组织专家评审");
            assertThat(officer.reads()).contains("请填写所需时间到哪天为止");
            assertThat(officer.page().locator("#stop-reason").inputValue()).isEqualTo("组织专家评审");
            officer.browser().assertGoodPage();
            officer.stopsTheClock("expert-review", "2026-10-27", "组织专家评审");
            assertThat(officer.reads()).contains("特别程序");

            citizen.opensMatter(number);
            assertThat(citizen.card(1)).contains("正在进行特别程序");
            citizen.opens("/my/" + number + "/cases/1/time");
            citizen.browser().assertGoodPage();
            assertThat(citizen.page().locator("main").innerText())
                    .contains("专家评审")
                    .contains("不算部门的时间")
                    .contains("2026年10月19日");

            officer.opens(number, 1);
            officer.letsTheClockRun();
            officer.page().locator("form[action$='/stop']").waitFor(ATTACHED);
            officer.browser().assertGoodPage();
            assertThat(officer.reads()).contains("特别程序结束，期限继续计算");
        }
    }
}
