package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.house.People;
import yici.house.Product;

/** The time a review takes is told, taken out, and explained day by day; a second extension is refused with the article. */
class TimeJourney {

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
            officer.prolongs("10", "", "补充核查");
            assertThat(officer.reads()).contains("第42条");
            officer.browser().assertGoodPage();
        }
    }
}
