package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yici.house.Browser;
import yici.kit.Language;

/** Anybody sees what handling things together has spared, and how that is counted. */
class ReformJourney {

    @Test
    void from_the_page_of_an_area_to_the_figures_of_a_life_event_and_the_two_editions_they_come_from() {
        try (var visitor = Browser.desktop()) {
            var page = visitor.go("/areas/430523000000");
            page.locator("main a[href^='/reform']").click();
            visitor.assertGoodPage();
            visitor.screenshot("reform-desktop-zh");
            assertThat(page.locator("main").innerText()).contains("合计", "这些数字怎么算", "要带的材料");

            page.locator("main a[href='/reform/43PCN0009']").click();
            visitor.assertGoodPage();
            visitor.screenshot("reform-newborn-desktop-zh");
            assertThat(page.locator("main").innerText()).contains("以前：逐项分别办", "现在：一次办", "43PCN0009/std/");
            page.locator("main a[href^='/events/43PCN0009/history/std/']")
                    .first()
                    .click();
            visitor.assertGoodPage();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void on_a_phone_in_every_language(Language language) {
        try (var phone = Browser.phone(language)) {
            phone.go("/reform");
            phone.assertGoodPage();
            phone.screenshot("reform-phone-" + language.code());
            phone.go("/reform/43TCN0003");
            phone.assertGoodPage();
            phone.screenshot("reform-restaurant-phone-" + language.code());
        }
    }
}
