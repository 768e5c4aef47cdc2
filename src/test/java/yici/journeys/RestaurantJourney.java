package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.house.People;

/** The food licence passes, the fire check does not: what is granted stays granted, and only the fire check is applied for again. */
class RestaurantJourney {

    @Test
    void a_failed_fire_check_leaves_the_food_licence_alone_and_is_applied_for_again_by_itself() {
        var firm = People.firm();
        var application = Applicants.submit(
                firm.me(), "43TCN0003", "430104000000", "q-scale=restaurant", "q-fire=general", "q-sign=no");
        var number = application.number();
        int check = 1 + application.plan().items().indexOf("licence-check");
        int food = 1 + application.plan().items().indexOf("food-licence");
        int fire = 1 + application.plan().items().indexOf("fire-general");

        try (var owner = Citizen.signedIn(firm)) {
            letTheLicenceBeChecked(owner, number, check);
            try (var market = Officer.inCharge(number, food)) {
                market.opens(number, food);
                market.approves();
            }
            try (var brigade = Officer.inCharge(number, fire)) {
                brigade.opens(number, fire);
                brigade.refuses("疏散通道宽度不足 1.1 米");
            }

            owner.opensMatter(number);
            owner.browser().assertGoodPage();
            assertThat(owner.stands()).startsWith("已办成 2 项，1 项未办成");
            assertThat(owner.card(fire)).contains("疏散通道宽度不足 1.1 米").contains("重新申请这一项");
            assertThat(owner.card(food)).contains("已办结").doesNotContain("重新申请");

            owner.opens("/my/" + number + "/cases/" + fire + "/reapply");
            owner.browser().assertGoodPage();
            owner.page().locator("main button[name=send]").last().click();
            assertThat(owner.problems()).isEmpty();
            assertThat(owner.card(food)).contains("已办结");

            try (var brigade = Officer.inCharge(number, fire)) {
                brigade.opens(number, fire);
                brigade.approves();
            }
            owner.opensMatter(number);
            assertThat(owner.stands()).startsWith("全部办结");
        }
    }

    /** The register confirms by itself; does it not, an officer does. */
    private static void letTheLicenceBeChecked(Citizen owner, String number, int check) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(40))
                .pollInterval(java.time.Duration.ofMillis(500))
                .until(() -> {
                    owner.opensMatter(number);
                    return !owner.card(check).contains("自动核对");
                });
        if (owner.card(check).contains("已办结")) return;
        try (var market = Officer.inCharge(number, check)) {
            market.opens(number, check);
            market.approves();
        }
    }
}
