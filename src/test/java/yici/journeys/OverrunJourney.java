package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import yici.application.Application;
import yici.application.Filed;
import yici.casework.Law;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.kit.Language;

/** A body is late: its card, its explanation, the check, and what the public reads. */
class OverrunJourney {

    /** 绥宁县 */
    private static final String AREA = "430527000000";

    private static final String REASON = "承办人员调整期间没有及时交接，现已安排专人办理。";

    @Test
    void a_case_runs_over_its_promise_and_the_public_reads_why_without_learning_whose_it_was() {
        var person = People.citizen();
        var late = leftLying(person);

        try (var officer = Officer.of("disabled-federation@" + AREA)) {
            officer.browser().go("/desk");
            officer.page().locator("main a[href='/desk/cards']").click();
            officer.browser().assertGoodPage();
            var card = card(officer.page().locator("main"), "黄牌", late.number());
            assertThat(card.innerText()).contains("绥宁县", "待说明");

            card.locator("textarea").fill(person.me().name() + "的材料没有及时交接");
            card.locator("button").first().click();
            assertThat(officer.browser().status()).isEqualTo(422);
            officer.browser().assertGoodPage();
            assertThat(officer.reads()).contains("写到了申请人");

            officer.page().locator(".matter-card textarea").fill(REASON);
            officer.page().locator(".matter-card form button").click();
            assertThat(officer.reads()).contains("说明已提交").contains("待核实");
        }
        try (var visitor = Browser.phone()) {
            assertThat(visitor.go("/overruns?area=" + AREA).locator("main").innerText())
                    .contains("已作说明，核实后公布")
                    .doesNotContain(REASON);
        }
        try (var administrator = Browser.desktop()) {
            administrator.signIn(People.administrator(AREA).login());
            var page = administrator.go("/admin");
            page.locator("main a[href='/admin/cards']").first().click();
            page.locator("#state").selectOption("explained");
            page.locator(".desk-filter button").click();
            administrator.assertGoodPage();

            var card = card(page.locator("main"), REASON, "黄牌");
            card.locator("button[value=confirmed]").click();
            assertThat(administrator.status()).isEqualTo(422);
            page.locator(".matter-card textarea").fill("情况属实");
            page.locator(".matter-card button[value=confirmed]").click();
            assertThat(page.locator("main").innerText()).contains("已确认，原因已公布");
        }
        try (var visitor = Browser.phone(Language.EN)) {
            var page = visitor.go("/areas/" + AREA + "?lang=en&area=" + AREA);
            page.locator("main a[href^='/overruns']").click();
            visitor.assertGoodPage();

            assertThat(page.locator("main").innerText())
                    .contains(REASON)
                    .doesNotContain(person.me().name())
                    .doesNotContain(late.number());
        }
    }

    private static Application leftLying(People.Someone person) {
        Product.running().clock().to(LocalDate.of(2026, 9, 24));
        Application application;
        try {
            application = Filed.by(person.me().account(), person.me().name(), "43PCN0012", AREA, Map.of(), "card-new");
        } finally {
            Product.running().clock().back();
        }
        Law.takesEffect(application.id());
        return application;
    }

    private static Locator card(Locator main, String... words) {
        var cards = main.locator(".matter-card");
        for (var word : words) cards = cards.filter(new Locator.FilterOptions().setHasText(word));
        return cards.first();
    }
}
