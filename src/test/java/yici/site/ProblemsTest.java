package yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import yici.house.People;
import yici.house.Product;
import yici.kit.Busy;

class ProblemsTest {

    private final Client client = new Client();

    @Test
    void an_unknown_area_offers_the_nearest() {
        var page = client.get("/areas/430199000000");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("href=\"/areas/4301");
    }

    @Test
    void an_unknown_area_chosen_by_address_offers_the_same_page_for_the_nearest_and_changes_nothing() {
        var page = client.get("/events/43PCN0009?q-x=1&area=430199000000");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("href=\"/events/43PCN0009?q-x=1&amp;area=4301");
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("area="));
    }

    @Test
    void a_page_that_is_not_there_offers_a_search() {
        var page = client.get("/services/no/such");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("action=\"/search\"", "找不到这个页面");
    }

    @ParameterizedTest
    @CsvSource({"en, Page not found", "fr, Page introuvable", "ko, 페이지를 찾을 수 없습니다", "ja, ページが見つかりません"})
    void it_speaks_the_visitors_language(String language, String title) {
        assertThat(client.get("/areas/nowhere/at/all", "Accept-Language", language)
                        .body())
                .contains("<h1 class=\"govuk-heading-l\">" + title);
    }

    @Test
    void a_program_gets_problem_details() {
        var answer = client.get("/areas/nowhere/at/all", "Accept", "application/json", "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"title\":\"Page not found\"", "\"instance\":\"/areas/nowhere/at/all\"");
        assertThat(client.get("/my", "Accept", "application/json").statusCode()).isEqualTo(401);
    }

    @Test
    void a_form_address_opened_like_a_page_is_explained() {
        client.signIn(People.citizen().login());

        var page = client.get("/account/contact");

        assertThat(page.statusCode()).isEqualTo(405);
        assertThat(page.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void a_citizen_at_the_officers_desk_is_told_who_he_is() {
        var citizen = People.citizen();
        client.signIn(citizen.login());

        var page = client.get("/desk");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains(citizen.account().name(), "这个账号不能进行这项操作");
    }

    @Test
    void an_upload_beyond_all_bounds_is_refused_with_the_bound() {
        client.signIn(People.citizen().login());
        var form = Client.hidden(client.get("/account").body());

        var page = client.postParts(
                "/account/contact",
                form,
                "photo",
                65 * 1024 * 1024,
                "Origin",
                Product.running().url());

        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("20 MB");
    }

    @Test
    void a_form_beyond_all_bounds_is_refused_too() {
        client.signIn(People.citizen().login());
        var form = Client.hidden(client.get("/account").body());
        form.put("address", "x".repeat(600_000));

        assertThat(client.post("/account/contact", form).statusCode()).isEqualTo(413);
    }

    @Test
    void what_nobody_planned_shows_a_number_and_nothing_of_the_inside() throws Exception {
        var page = answerTo(new IllegalStateException("select secret from account"));

        assertThat(page.getStatus()).isEqualTo(500);
        assertThat(page.getContentAsString())
                .containsPattern("<strong class=\"tabular\">[A-Z2-9]{8}</strong>")
                .doesNotContain("secret", "IllegalState", "at yici");
    }

    @Test
    void a_moment_of_too_much_is_no_failure() throws Exception {
        assertThat(answerTo(new Busy("passwords")).getStatus()).isEqualTo(503);
        assertThat(answerTo(new CannotGetJdbcConnectionException("pool")).getHeader("Retry-After"))
                .isEqualTo("30");
    }

    @Test
    void a_strange_address_breaks_nothing() {
        for (var path : new String[] {"/%2e%2e/etc", "/a;b=c", "/areas/%00", "/events/%E4%B8%AD", "/error"})
            assertThat(client.get(path).statusCode()).as(path).isBetween(200, 404);
    }

    private static MockHttpServletResponse answerTo(Exception problem) throws Exception {
        var request = new MockHttpServletRequest("GET", "/my");
        var response = new MockHttpServletResponse();
        Product.running().bean(Problems.class).anything(problem, request, response);
        return response;
    }
}
