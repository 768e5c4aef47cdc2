package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;
import yici.house.Browser;
import yici.house.Http;
import yici.house.Product;
import yici.kit.Language;

/** A guide that gets a longer limit for one day, and another order of its papers for another. Published once: what is published stays. */
class HistoryTest {

    private static final String CODE = "43TCN0004";
    private static final LocalDate DAY = LocalDate.of(2031, 5, 5);
    private static final LocalDate TURNED = DAY.plusDays(7);

    private final Http zh = new Http();

    @BeforeAll
    static void a_new_standard_is_published_for_one_far_day() {
        var standard = Product.running().bean(Catalogue.class).standard(CODE);
        var next = (ObjectNode) GuideJson.tree(standard);
        next.withObject("jointLimit").put("value", 77);
        publish(GuideJson.read(next), DAY, "延长总时限");
        publish(standard, DAY.plusDays(1), "恢复");
        var turned = (ObjectNode) GuideJson.tree(standard);
        var evidence = turned.withArray("evidence");
        evidence.insert(0, evidence.remove(evidence.size() - 1));
        publish(GuideJson.read(turned), TURNED, "调整顺序");
        publish(standard, TURNED.plusDays(1), "恢复");
    }

    /** As it is: the standard breaks rules its source has broken before us. */
    private static void publish(Guide guide, LocalDate from, String note) {
        var somebody = Optional.of(UUID.randomUUID());
        var terms = new PublishEdition.Terms(from, note, somebody, somebody, true);
        Product.running().bean(PublishEdition.class).standard(guide, terms);
    }

    @Test
    void today_reads_as_before_and_the_day_it_comes_into_force_reads_otherwise() {
        assertThat(zh.get("/events/" + CODE).body()).doesNotContain("77");
        assertThat(zh.get("/events/" + CODE + "?on=" + DAY.minusDays(1)).body()).doesNotContain("77");
        assertThat(zh.get("/events/" + CODE + "?on=" + DAY).body())
                .contains("77", "id=\"as-of\"")
                .doesNotContain("/events/" + CODE + "/ask/");
    }

    @Test
    void on_a_day_before_the_first_edition_the_page_says_since_when_there_is_one() {
        var page = zh.get("/events/" + CODE + "?on=2001-01-01");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("还没有这份指南", "第一版自");
    }

    @Test
    void what_is_no_day_shows_today() {
        assertThat(zh.get("/events/" + CODE + "?on=tomorrow").statusCode()).isEqualTo(200);
    }

    @Test
    void the_history_tells_what_is_in_force_what_is_coming_and_what_was_new_in_it() {
        var history = zh.get("/events/" + CODE + "/history").body();

        assertThat(history).contains("现行", "将生效", "延长总时限");
        assertThat(zh.get("/events/" + CODE + "/history/std/" + number(DAY)).body())
                .contains("77 个工作日", "<del>", "<ins>");
    }

    @Test
    void an_edition_in_which_things_only_stand_in_another_order_says_so() {
        var page = zh.get("/events/" + CODE + "/history/std/" + number(TURNED)).body();

        assertThat(page).contains("顺序", "<del>", "<ins>").doesNotContain("#order");
    }

    private static int number(LocalDate day) {
        return Product.running()
                .bean(Editions.class)
                .inForce(CODE, Variant.STANDARD, day)
                .orElseThrow()
                .number();
    }

    @Test
    void who_asks_for_an_edition_or_a_life_event_that_is_not_there_is_told_so() {
        for (var path : List.of("/history/std/999", "/history/nobody/1"))
            assertThat(zh.get("/events/" + CODE + path).statusCode()).isEqualTo(404);
        assertThat(zh.get("/events/43XXX/history").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_word_is_missing(Language language) {
        var http = new Http(language);
        for (var path : List.of("/history", "/history/std/1", "/history/std/2", "?on=2001-01-01"))
            assertThat(http.get("/events/" + CODE + path).body())
                    .as(path)
                    .doesNotContainPattern(">[^<]*catalogue\\.[a-zA-Z.]+");
    }

    @Test
    void the_pages_hold_to_the_rules_of_good_pages() {
        try (var phone = Browser.phone();
                var desktop = Browser.desktop(Language.EN)) {
            for (var browser : List.of(phone, desktop)) {
                for (var path : List.of("/history", "/history/std/2", "?on=" + DAY)) {
                    browser.go("/events/" + CODE + path);
                    browser.assertGoodPage();
                    browser.screenshot("history" + path.replaceAll("\\W", "-") + (browser == phone ? "-phone" : ""));
                }
                browser.go("/events/" + CODE + "?on=2001-01-01", 404);
                browser.assertGoodPage();
            }
        }
    }
}
