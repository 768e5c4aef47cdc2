package yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.Product;
import yici.kit.Language;

class HomeTest {

    @Test
    void the_home_page_is_for_everybody_on_a_phone_and_on_a_desk_in_chinese_and_english() {
        for (var language : new Language[] {Language.ZH, Language.EN}) {
            try (var phone = Browser.phone(language);
                    var desktop = Browser.desktop(language)) {
                phone.go("/");
                phone.assertGoodPage();
                desktop.go("/");
                desktop.assertGoodPage();
                desktop.screenshot("home-" + language.code());
            }
        }
    }

    @Test
    void what_the_site_says_of_itself_is_a_good_page_in_all_five_languages() {
        for (var language : Language.values()) {
            try (var phone = Browser.phone(language)) {
                for (var address : new String[] {"/about", "/accessibility", "/privacy"}) {
                    phone.go(address);
                    assertThat(phone.page().locator("h1").textContent()).doesNotContain("site.");
                    phone.assertGoodPage();
                }
            }
        }
    }

    @Test
    void the_language_switch_stays_on_the_page() {
        try (var reader = Browser.phone()) {
            reader.go("/privacy?from=home");
            reader.page().locator("footer").getByText("Français").click();

            assertThat(reader.page().url()).endsWith("/privacy?from=home&lang=fr");
            assertThat(reader.page().locator("html").getAttribute("lang")).isEqualTo("fr");
        }
    }

    @Test
    void after_a_form_the_language_switch_leads_back_to_the_page_it_was_on() {
        var client = new Client();
        var fields = Client.hidden(client.get("/sign-in?to=/my").body());
        fields.putAll(java.util.Map.of("login", "13900000001", "password", "not this one"));
        var own = Product.running().url() + "/sign-in?to=/my";

        assertThat(client.post("/sign-in", fields, "Referer", own).body()).contains("/sign-in?to=/my&amp;lang=fr");
        assertThat(client.post("/sign-in", fields, "Referer", "https://example.org/there")
                        .body())
                .doesNotContain("/there");
    }

    @Test
    void the_large_type_stays_until_it_is_put_back() {
        try (var reader = Browser.withoutScript()) {
            reader.go("/");
            reader.page().getByText("大字版").click();
            reader.go("/about");

            assertThat(reader.page().locator("html").getAttribute("class")).contains("large");

            reader.page().getByText("标准字号").click();
            reader.go("/");

            assertThat(reader.page().locator("html").getAttribute("class")).doesNotContain("large");
        }
    }

    @Test
    void every_life_event_leads_to_its_guide_and_has_its_own_drawing() {
        try (var visitor = Browser.desktop()) {
            var cards = visitor.go("/").locator("a.card");

            assertThat(cards.count()).isEqualTo(9);
            for (var card : cards.all()) {
                assertThat(card.getAttribute("href")).startsWith("/events/43");
                assertThat(card.locator("use").getAttribute("href")).contains("#event-");
            }
        }
    }

    @Test
    void the_search_box_works_without_script() {
        try (var visitor = Browser.withoutScript()) {
            var page = visitor.go("/");
            page.getByRole(AriaRole.SEARCHBOX).fill("退休");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("搜索"))
                    .click();

            assertThat(page.url()).contains("/search?q=");
        }
    }
}
