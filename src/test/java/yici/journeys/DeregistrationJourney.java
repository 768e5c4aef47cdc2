package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.house.Browser;

/** Fifteen kinds of company, one answer, one deregistration. */
class DeregistrationJourney {

    @Test
    void a_limited_company_gets_one_notice_with_its_own_deregistration_alone() {
        try (var owner = Citizen.onDesktop()) {
            owner.opens("/events/43TCN0008/ask/q-entity?area=430104000000");
            owner.browser().assertGoodPage();
            owner.answers("q-entity", "llc");
            owner.answers("q-path", "simple");
            if (owner.page().url().contains("q-objection")) owner.answers("q-objection", "no");
            owner.answers("q-rest", "bank", "seal");

            assertThat(owner.page().url()).contains("/notice");
            owner.browser().assertGoodPage();
            var notice = owner.page().locator("main").innerText();
            assertThat(notice)
                    .contains("岳麓区")
                    .contains("税务")
                    .doesNotContain("个人独资企业注销")
                    .doesNotContain("合伙企业注销");
            assertThat(owner.page().locator("main form[action*='/apply']").count())
                    .isPositive();
        }
    }

    @Test
    void the_same_notice_is_read_in_english_and_without_script() {
        try (var reader = Browser.withoutScript()) {
            reader.go("/events/43TCN0008/notice?lang=en&area=430104000000&q-entity=llc&q-path=general&q-rest=social");

            assertThat(reader.page().locator("h1").innerText()).contains("Enterprise deregistration");
            assertThat(reader.page().locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }
}
