package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import yici.house.Browser;
import yici.house.Http;
import yici.house.Product;
import yici.kit.Language;

class CataloguePagesTest {

    private final Http zh = new Http();
    private final Http en = new Http(Language.EN);

    @Test
    void every_guide_opens_in_every_area_that_has_a_variant_and_in_five_languages() {
        var catalogue = Product.running().bean(Catalogue.class);
        for (var event : catalogue.lifeEvents())
            for (var language : Language.values())
                for (String area : List.of("430000000000", "430105000000", "430181000000", "430525000000")) {
                    var page = new Http(language).get("/events/" + event.code() + "?area=" + area);

                    assertThat(page.statusCode())
                            .as(event.code() + area + language)
                            .isEqualTo(200);
                    assertThat(page.body())
                            .as("a word is missing in " + event.code() + " " + language)
                            .doesNotContainPattern(">[^<]*catalogue\\.[a-zA-Z.]+");
                }
    }

    @Test
    void a_guide_says_who_decides_here_how_long_it_takes_and_what_to_bring() {
        var page = zh.get("/events/43PCN0009?area=430523000000").body();

        assertThat(page)
                .contains("新生儿出生一件事", "邵阳县公安局", "承诺时限", "不收费", "跑动 0 次")
                .contains("/events/43PCN0009/ask/q-applicant")
                .contains("沿用省级标准")
                .containsPattern("43PCN0009/std/[0-9]+")
                .contains("指南原文如此")
                .doesNotContain("暂无");
    }

    @Test
    void the_same_guide_in_english_marks_what_is_chinese() {
        var page = en.get("/events/43PCN0009?area=430523000000").body();

        assertThat(page)
                .contains(
                        "Newborn: one thing",
                        "Start now",
                        "follows the standard of the province",
                        "<span lang=\"zh-CN\">");
    }

    @Test
    void another_area_shows_another_office_and_its_own_version_on_the_same_page() {
        assertThat(zh.get("/events/43PCN0009?area=430582000000").body())
                .contains("邵东市公安局", "有自己的版本", "只有排列顺序不同")
                .containsPattern("43PCN0009/v-89940523/[0-9]+");
        assertThat(zh.get("/events/43PCN0009").body()).contains("邵东市公安局");
    }

    @Test
    void an_invented_difference_says_that_it_is_invented() {
        assertThat(zh.get("/events/43PCN0009?area=430181000000").body()).contains("示例差异，非真实规定");
        assertThat(zh.get("/events/43PCN0009?area=430523000000").body()).doesNotContain("示例差异，非真实规定");
    }

    @Test
    void an_unread_variant_is_not_taken_for_the_standard() {
        assertThat(zh.get("/events/43PCN0009?area=430105000000").body()).contains("还没有人逐项核对过");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events/43PCN0019", "/events/%3Cscript%3E", "/services/rural-house-repairs"})
    void what_does_not_exist_is_a_404_that_offers_the_nearest(String path) {
        var page = zh.get(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有这件事", "您要找的可能是", "/events/43P").doesNotContain("<script>");
    }

    @Test
    void life_events_and_services_are_browsed_by_audience_and_topic() {
        assertThat(zh.get("/events").body())
                .contains("个人的事", "企业的事", "/events/43TCN0003", "/services/tcm-clinic-filing");
        assertThat(zh.get("/events?audience=LEGAL").body()).contains("企业的事").doesNotContain("个人的事");
        assertThat(zh.get("/events?audience=PERSONAL&topic=retirement").body())
                .contains("离职退休", "/events/43PCN0013")
                .doesNotContain("/events/43PCN0009\"");
        assertThat(zh.get("/events?audience=NOBODY&topic=nothing").statusCode()).isEqualTo(200);
        assertThat(en.get("/events").body()).contains("Life events", "Newborn: one thing");
    }

    @Test
    void every_single_service_has_a_page_without_words_that_say_nothing() {
        for (var single : Product.running().bean(Catalogue.class).services()) {
            for (var http : List.of(zh, en)) {
                var page = http.get("/services/" + single.key());

                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body())
                        .contains(single.key().isEmpty() ? "" : single.code())
                        .doesNotContain("暂无");
            }
        }
    }

    @Test
    void a_service_that_is_part_of_a_life_event_leads_to_it() {
        assertThat(zh.get("/services/spouse-household-move").body()).contains("/events/43PCP0007");
    }

    @Test
    void a_search_marks_what_it_found_and_why() {
        assertThat(search("结婚证")).contains("<mark>结婚证</mark>", "/events/43PCN0009", "材料：");
        assertThat(search("newborn")).contains("<mark>Newborn</mark>");
        assertThat(search("邵阳县")).contains("/areas/430523000000");
    }

    @Test
    void a_search_without_result_offers_the_nearest_or_the_list() {
        assertThat(search("给新生儿报户口登记")).contains("下面是最接近的", "/events/43PCN0009");
        assertThat(search("qqqzzz")).contains("没有找到", "常办的事");
        assertThat(search("")).contains("常办的事");
    }

    @Test
    void a_search_is_bounded_and_its_words_are_text() {
        assertThat(search("户".repeat(300))).contains("只用了前 100 个字");
        assertThat(search("<script>alert(1)</script>")).doesNotContain("<script>alert");
    }

    @Test
    void the_difference_of_an_area_is_spelled_out() {
        assertThat(zh.get("/events/43PCN0009?area=430181000000").body())
                .contains("与省级标准不同的地方", "“出生登记”承诺时限由 10 个工作日 改为 5 个工作日");
        assertThat(en.get("/events/43PCN0009?area=430181000000").body())
                .contains("“Birth household registration” is promised in 5 working days instead of 10 working days");
    }

    @ParameterizedTest
    @EnumSource(names = {"ZH", "EN"})
    void the_pages_are_accessible_valid_and_fit_a_phone(Language language) {
        try (var phone = Browser.phone(language)) {
            for (String path : List.of(
                    "/events",
                    "/events/43PCN0009?area=430181000000",
                    "/services/rural-house-repair",
                    "/search?q=%E6%88%B7%E5%8F%A3",
                    "/areas",
                    "/areas/430500000000")) {
                phone.go(path);
                phone.assertGoodPage();
            }
            phone.go("/events/43PCN0019", 404);
            phone.assertGoodPage();
        }
        try (var desktop = Browser.desktop(language)) {
            desktop.go("/events/43TCN0008?area=430523000000");
            desktop.assertGoodPage();
        }
    }

    private String search(String words) {
        var http = words.startsWith("newborn") ? en : zh;
        return http.get("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body();
    }
}
