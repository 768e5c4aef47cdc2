package yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.calendar.Calendars;
import yici.house.Browser;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Language;

class CalendarPagesTest {

    private static final String NOTICE = """
            国务院办公厅关于%d年部分节假日安排的通知
            国办发明电〔2040〕9号
            一、劳动节：5月1日至3日放假调休，共3天。4月%d日上班。
            """;

    private final People.Someone province = People.staff(Post.Role.SYSTEM_ADMIN, "430000000000");

    @ParameterizedTest
    @EnumSource
    void the_year_hangs_on_the_wall_in_every_language_on_phone_and_desk(Language language) {
        try (var browser = language == Language.ZH ? Browser.phone(language) : Browser.desktop(language)) {
            browser.signIn(province.login());
            var page = browser.go("/admin/calendar?year=2026");

            browser.assertGoodPage();
            assertThat(page.locator("table.month").count()).isEqualTo(12);
            assertThat(page.locator("td.month__off").count()).isEqualTo(33);
            assertThat(page.locator("td.month__worked").count()).isEqualTo(6);
            browser.screenshot("calendar-" + language.code());
        }
    }

    @Test
    void a_notice_is_pasted_looked_at_and_published_with_its_number() {
        try (var browser = Browser.phone()) {
            browser.signIn(province.login());
            var page = browser.go("/admin/calendar?year=2041");
            assertThat(page.locator("main").innerText()).contains("2041年的安排尚未公布");

            page.locator("#text").fill(NOTICE.formatted(2041, 28)); // a Sunday
            page.locator("form[action$='/preview'] button").click();
            browser.assertGoodPage();
            assertThat(page.locator("#documentNo").inputValue()).isEqualTo("国办发明电〔2040〕9号");
            assertThat(page.locator(".year-preview").innerText()).contains("共 4 天，其中 4 天的性质与目前不同");

            page.locator(".year-preview button").click();
            browser.assertGoodPage();
            assertThat(page.locator("main").innerText())
                    .contains("已发布", province.me().name(), "国办发明电〔2040〕9号")
                    .doesNotContain("尚未公布");
        }
        assertThat(Product.running().bean(Calendars.class).of("").isPublished(2041))
                .isTrue();
        assertThat(Product.running()
                        .bean(JdbcClient.class)
                        .sql("select count(*) from audit.event where act = 'site.calendar-published' and actor = :me")
                        .param("me", province.me().asActor())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_said_by_line_and_nothing_typed_is_lost() {
        try (var browser = Browser.desktop(Language.EN)) {
            browser.signIn(province.login());
            var page = browser.go("/admin/calendar?year=2042");
            page.locator("#text").fill(NOTICE.formatted(2042, 28).replace("共3天", "共4天")); // and the 28th is a Monday
            page.locator("form[action$='/preview'] button").click();

            assertThat(browser.status()).isEqualTo(422);
            browser.assertGoodPage();
            assertThat(page.locator(".govuk-error-summary").innerText())
                    .contains("Line 3: 劳动节 says 4 days in all, but the dates make 3");
            assertThat(page.locator("#text").inputValue()).contains("共4天");
        }
    }

    @Test
    void without_a_number_nothing_is_published() {
        var http = signedIn(province);
        var answer = http.post("/admin/calendar", Map.of("of", "", "text", NOTICE.formatted(2043, 26)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请填写文号");
        assertThat(Product.running().bean(Calendars.class).of("").isPublished(2043))
                .isFalse();
    }

    @Test
    void the_same_again_publishes_nothing() {
        var http = signedIn(province);
        var fields = Map.of("of", "", "text", NOTICE.formatted(2044, 24), "documentNo", "x");

        assertThat(http.post("/admin/calendar", fields).body()).contains("已发布");
        assertThat(http.post("/admin/calendar", fields).body()).contains("没有发布新版本");
    }

    @Test
    void the_countrys_days_are_the_provinces_to_publish_and_an_areas_those_of_its_own_administrator() {
        var xiangxi = signedIn(People.administrator("433100000000"));
        var table = "date,type,name\n2045-09-20,holiday,州庆\n";

        assertThat(publish(xiangxi, "", table)).isEqualTo(403);
        assertThat(publish(signedIn(People.administrator("430000000000")), "", table))
                .isEqualTo(403);
        assertThat(publish(signedIn(province), "433100000000", table)).isEqualTo(403);
        assertThat(publish(xiangxi, "430100000000", table)).isEqualTo(403);
        assertThat(publish(signedIn(People.administrator("433101000000")), "433100000000", table))
                .isEqualTo(403);
        assertThat(publish(signedIn(People.officer("police@430523000000")), "430523000000", table))
                .isEqualTo(403);
        assertThat(publish(signedIn(People.citizen()), "", table)).isEqualTo(403);
        assertThat(publish(xiangxi, "433100000000", table)).isEqualTo(200);
        var page = xiangxi.get("/admin/calendar?year=2045&of=433100000000").body();
        assertThat(page).contains("州庆", "湘西土家族苗族自治州");
    }

    @Test
    void a_year_or_an_area_that_is_none_is_not_found_and_another_ones_area_is_not_shown() {
        var http = signedIn(People.administrator("430523000000"));

        assertThat(http.get("/admin/calendar?year=1900").statusCode()).isEqualTo(404);
        assertThat(http.get("/admin/calendar?of=439988000000").statusCode()).isEqualTo(404);
        assertThat(http.get("/admin/calendar?of=430100000000").statusCode()).isEqualTo(403);
        assertThat(http.get("/admin/calendar?of=430523000000").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_clock_is_counted_and_explained_in_every_language(Language language) {
        try (var browser = language == Language.EN ? Browser.phone(language) : Browser.desktop(language)) {
            browser.signIn(province.login());
            var page = browser.go("/admin/clocks?clock=licence.decision&from=2026-02-10");

            browser.assertGoodPage();
            assertThat(page.locator("tr.nature--make-up").count()).isEqualTo(2);
            assertThat(page.locator(".explanation__days time").last().getAttribute("datetime"))
                    .isEqualTo("2026-03-16");
            browser.screenshot("clocks-" + language.code());
        }
    }

    @Test
    void a_day_that_is_none_is_said() {
        var answer = signedIn(province).get("/admin/clocks?clock=licence.decision&from=2026-02-30");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请填写日期");
        assertThat(signedIn(People.officer("police@430523000000"))
                        .get("/admin/clocks")
                        .statusCode())
                .isEqualTo(403);
    }

    private static int publish(Http http, String of, String text) {
        return http.post("/admin/calendar", Map.of("of", of, "text", text, "documentNo", "州政发〔2045〕1号"))
                .statusCode();
    }

    private static Http signedIn(People.Someone someone) {
        var http = new Http();
        http.signIn(someone.login());
        http.get(someone.me().home());
        return http;
    }
}
