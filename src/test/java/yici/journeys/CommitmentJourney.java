package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.house.People;

/** 告知承诺制: told first, then promised instead of proved; found untrue afterwards; no further promise is taken, and the reason is told. */
class CommitmentJourney {

    private static final String[] RESTAURANT = {"q-scale=restaurant", "q-fire=none", "q-sign=no"};

    @Test
    void a_promise_that_was_not_kept_blocks_the_next_one_with_the_reason() {
        var firm = People.firm();
        var draft = Applicants.draft(firm.me(), "43TCN0003", "430104000000", RESTAURANT);

        try (var owner = Citizen.signedIn(firm)) {
            var number = promises(owner, "/drafts/" + draft);
            owner.waitsFor(number, 1, "已办结");
            try (var market = Officer.inCharge(number, 2)) {
                market.opens(number, 2);
                market.browser().assertGoodPage();
                market.approves();
                market.opens(number, 2);
                market.browser().assertGoodPage();
                market.page().locator("form[action$='/commitment'] button").click();
                assertThat(market.reads()).contains("请选择承诺是否属实");
                market.page().locator("#check-broken").check(new Locator.CheckOptions().setForce(true));
                market.page().locator("#check-reason").fill("产权证明系伪造");
                market.page().locator("form[action$='/commitment'] button").click();
                assertThat(market.reads()).contains("核查不实，拟撤销准予决定");
                market.browser().assertGoodPage();
            }
            owner.opensMatter(number);
            assertThat(owner.page().locator("main").innerText())
                    .contains("拟撤销准予决定")
                    .contains("承诺不实告知书");
            owner.browser().assertGoodPage();

            var next = Applicants.draft(firm.me(), "43TCN0003", "430104000000", RESTAURANT);
            owner.opens("/drafts/" + next + "/evidence");
            owner.page().locator("#premises-proof button[name=remove]").first().click();
            assertThat(owner.page().locator("#premises-proof").innerText())
                    .contains("您现在不能选择告知承诺")
                    .contains("产权证明系伪造");
            assertThat(owner.page().locator("#commit-premises-proof").count()).isZero();
            owner.browser().assertGoodPage();
        }
    }

    /** @return the application's number */
    private static String promises(Citizen owner, String draft) {
        owner.opens(draft + "/evidence");
        owner.page().locator("#premises-proof button[name=remove]").first().click();
        assertThat(owner.page().locator("#premises-proof").innerText())
                .contains("完全自愿")
                .contains("承诺不实的后果")
                .contains("2026-1 版");
        owner.page().locator("#commit-premises-proof").check(new Locator.CheckOptions().setForce(true));
        owner.browser().assertGoodPage();
        owner.page().locator("main button[name=then][value=next]").click();

        assertThat(owner.page().locator("main").innerText()).contains("以书面承诺代替");
        owner.browser().assertGoodPage();
        owner.declaresAndSubmits();

        assertThat(owner.page().locator("main").innerText()).contains("您作出的承诺");
        owner.browser().assertGoodPage();
        return owner.page().url().replaceAll(".*/applications/(.*)/receipt", "$1");
    }
}
