package yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.house.Http;
import yici.kit.Language;

class AreaPagesTest {

    private final Http zh = new Http();
    private final Http en = new Http(Language.EN);

    @Test
    void all_prefectures_with_their_counties_stand_on_one_page() {
        assertThat(zh.get("/areas").body()).contains("长沙市", "湘西土家族苗族自治州", "邵阳县", "/areas/430523000000", "开发区、管理区等");
        assertThat(en.get("/areas").body()).contains("Changsha City", "Shaoyang County");
    }

    @Test
    void an_area_lists_its_departments_life_events_and_the_areas_below() {
        assertThat(zh.get("/areas/430500000000").body())
                .contains("邵阳市", "邵阳市公安局", "/events/43PCN0009?area=430500000000", "邵阳县", "改为按这里办理");
        assertThat(en.get("/areas/430523000000").body())
                .contains("Shaoyang County", "Departments here", "Use this area");
    }

    @Test
    void a_life_event_with_a_version_of_the_area_is_marked() {
        assertThat(zh.get("/areas/430582000000").body()).contains("本地有自己的版本");
        assertThat(zh.get("/areas/430523000000").body()).doesNotContain("本地有自己的版本");
    }

    @Test
    void choosing_an_area_keeps_the_page() {
        assertThat(zh.get("/areas?to=/events/43PCN0009").body())
                .contains("/events/43PCN0009?area=430523000000", "选择办理地区");
    }

    @Test
    void no_address_of_another_site_is_kept() {
        for (String to : new String[] {"//evil.example", "https://evil.example", "/%5C%5Cevil", "javascript:alert(1)"})
            assertThat(zh.get("/areas?to=" + to).body())
                    .doesNotContain("href=\"//", "href=\"https:", "href=\"/\\", "href=\"javascript:");
    }

    @Test
    void switching_to_an_area_is_remembered() {
        var http = new Http();
        http.get("/areas/430523000000?area=430523000000");

        assertThat(http.get("/areas/430523000000").body()).contains("正在按这个地区显示");
    }

    @Test
    void a_code_that_is_no_area_is_a_404_that_offers_the_nearest() {
        var page = zh.get("/areas/430599000000");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("您要找的可能是", "/areas/430500000000");
        assertThat(zh.get("/areas/abc").statusCode()).isEqualTo(404);
    }

    @Test
    void a_wrong_area_on_any_page_offers_that_page_in_the_nearest_area() {
        var page = zh.get("/events/43PCN0009?area=430599000000");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("/events/43PCN0009?area=430500000000");
    }
}
