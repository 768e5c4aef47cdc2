package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Application;
import yici.application.Filed;
import yici.casework.Law;
import yici.house.People;
import yici.house.Product;

/** What the law makes of time, as both sides read it on their pages. */
class LawOfTimeJourney {

    /** 邵阳县 */
    private static final String AREA = "430523000000";

    /** A Thursday before the national holiday. */
    private static final LocalDate FILED = LocalDate.of(2026, 9, 24);

    private static final String FEDERATION = "disabled-federation";

    private final People.Someone person = People.citizen();

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void silence_accepts_on_the_sixth_working_day_and_renews_at_midnight() {
        to(FILED);
        var asked = files("43PCN0012", Map.of(), "card-new");
        var renewal = files("43PCN0012", Map.of("certExpiryDate", "" + FILED.plusDays(31)), "card-renew");

        to(LocalDate.of(2026, 10, 9)); // the fifth working day; the sixth is a Saturday worked for the holiday
        Product.running().clock().forward(Duration.ofMinutes(14 * 60 + 55));
        try (var officer = Officer.inCharge(asked.number(), 1);
                var citizen = Citizen.onPhone()) {
            officer.opens(asked.number(), 1);
            Product.running().clock().forward(Duration.ofMinutes(6));
            officer.asksForCorrection("请补充说明");
            assertThat(officer.browser().status()).isEqualTo(409);
            assertThat(officer.reads()).contains("依法自 2026年9月24日 起视为受理");
            citizen.signsIn(person.login());
            citizen.opensMatter(asked.number());
            citizen.browser().assertGoodPage();
            assertThat(citizen.stands()).contains("已受理");
            assertThat(citizen.page().locator("main").innerText()).contains("到期未告知补正，依法视为受理");
            citizen.opens("/my/" + asked.number() + "/cases/1/time");
            assertThat(citizen.page().locator("main").innerText()).contains("2026年9月24日");

            to(FILED.plusDays(32));
            Law.takesEffect(renewal.id());
            citizen.signsIn(person.login());
            citizen.opensMatter(renewal.number());
            citizen.browser().assertGoodPage();
            assertThat(citizen.card(1)).contains("准予", "2026年10月26日");
            assertThat(citizen.page().locator("main").innerText())
                    .contains("有效期届满前未作决定，依法视为准予延续")
                    .contains("2026年10月26日 00:00");
        }
    }

    @Test
    void the_joint_limit_is_prolonged_by_fifteen_days_and_goes_on_while_one_child_is_suspended() {
        to(LocalDate.of(2026, 10, 19));
        var restaurant = files("43TCN0003", Map.of(), "food-licence", "fire-general");

        try (var officer = Officer.inCharge(restaurant.number(), 1);
                var citizen = Citizen.signedIn(person)) {
            officer.opens(restaurant.number(), 1);
            officer.accepts();
            officer.extends_("licence.joint", "16", "副市长 钱", "现场联合核查");
            assertThat(officer.browser().status()).isEqualTo(422);
            officer.browser().assertGoodPage();
            assertThat(officer.reads()).contains("第42条");
            officer.extends_("licence.joint", "15", "副市长 钱", "现场联合核查");
            officer.stopsTheClock("expert-review", "2026-11-20", "组织专家评审");
            assertThat(officer.reads()).contains("特别程序");

            citizen.opens("/my/" + restaurant.number() + "/time");
            citizen.browser().assertGoodPage();
            var joint = citizen.page()
                    .locator("section[aria-labelledby='clock-licence-joint-1']")
                    .innerText();
            assertThat(joint).contains("60 个工作日", "批准延长 15 个工作日").doesNotContain("专家评审");
            citizen.opensMatter(restaurant.number());
            assertThat(citizen.card(1)).contains("正在进行特别程序");
        }
    }

    @Test
    void the_whole_is_late_while_every_child_is_in_time_and_a_child_while_the_whole_is() {
        to(LocalDate.of(2026, 10, 19));
        var whole = files("43TCN0003", Map.of(), "food-licence");
        to(LocalDate.of(2026, 10, 22));
        Law.asksForCorrection(whole, "market", 1);
        to(LocalDate.of(2026, 10, 26));
        Law.answersTheCorrection(person.me(), whole, 1);
        Law.accepts(whole, "market", 1);
        to(LocalDate.of(2026, 10, 30));
        Law.takesEffect(whole.id());
        to(FILED);
        var child = files("43PCN0012", Map.of(), "card-new");
        Law.accepts(child, FEDERATION, 1);

        to(LocalDate.of(2026, 11, 4));
        Law.takesEffect(child.id());

        try (var citizen = Citizen.signedIn(person)) {
            citizen.opensMatter(whole.number());
            assertThat(citizen.page().locator("main").innerText())
                    .contains("整件事超过期限")
                    .doesNotContain("超过承诺期限");
            assertThat(citizen.card(1)).doesNotContain("超期");

            citizen.opensMatter(child.number());
            citizen.browser().assertGoodPage();
            assertThat(citizen.page().locator("main").innerText())
                    .contains("超过承诺期限")
                    .doesNotContain("整件事超过期限");
        }
    }

    private Application files(String lifeEvent, Map<String, String> answers, String... items) {
        return Filed.by(person.me().account(), person.me().name(), lifeEvent, AREA, answers, items);
    }

    private static void to(LocalDate day) {
        Product.running().clock().to(day);
    }
}
