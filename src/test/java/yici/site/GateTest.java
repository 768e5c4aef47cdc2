package yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yici.house.Product;

class GateTest {

    @ParameterizedTest
    @ValueSource(strings = {"/my", "/desk", "/desk/1/1", "/admin", "/admin/gaps", "/drafts/x", "/account", "/anything"})
    void a_visitor_is_sent_to_sign_in_and_back_from_whatever_is_not_listed_as_public(String path) throws Exception {
        var answer = get(path + "?a=1&lang=en");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/sign-in?to=" + path.replace("/", "%2F") + "%3Fa%3D1");
    }

    @Test
    void every_answer_carries_the_headers_that_keep_strangers_out_and_no_session_is_kept() throws Exception {
        var headers = get("/").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "object-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
    }

    @Test
    void a_chosen_language_is_remembered_and_wins_over_what_the_browser_asks_for() throws Exception {
        var answer = get("/no-such-public-page?lang=fr", "Accept-Language", "ko");

        assertThat(answer.headers().firstValue("Content-Language")).hasValue("fr");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("lang=fr; Path=/; Max-Age=31536000"));
    }

    @Test
    void without_a_choice_the_browser_decides_and_chinese_is_the_last_resort() throws Exception {
        assertThat(get("/", "Accept-Language", "de, ja;q=0.5").headers().firstValue("Content-Language"))
                .hasValue("ja");
        assertThat(get("/").headers().firstValue("Content-Language")).hasValue("zh-CN");
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(Product.running().url() + path));
        if (headers.length > 0) request.headers(headers);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
