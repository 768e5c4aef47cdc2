package yici;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import yici.house.Browser;
import yici.house.Launched;
import yici.kit.Language;

/** A province in earnest has no demonstration accounts: the console makes the one way in, once. */
class FirstAdministratorTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("http\\S+/sign-in/first\\?key=\\S+");

    private static Path data;
    private static Launched product;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @BeforeAll
    static void a_province_without_accounts() throws Exception {
        data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "first-");
        var province = data.resolve("province");
        FileSystemUtils.copyRecursively(Path.of("sample"), province);
        Files.delete(province.resolve("accounts.csv"));
        product = Launched.withProvince(data, province).untilReady();
    }

    @AfterAll
    static void clean_up() throws Exception {
        product.close();
        FileSystemUtils.deleteRecursively(data.toFile());
    }

    @Test
    void the_console_prints_one_way_in_that_makes_the_one_security_administrator_and_no_second() throws Exception {
        assertThat(get(product.url() + "/sign-in/first?key=guessed").statusCode())
                .isEqualTo(404);
        var first = print(0);
        var second = print(0);
        assertThat(get(address(first)).statusCode())
                .as("the one before is void")
                .isEqualTo(404);

        var page = get(address(second));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("第一位安全管理员");
        looksGood(address(second));
        var key = address(second).replaceFirst(".*key=", "");
        var flawed = post(page, Map.of("key", key, "login", "X", "name", "", "number", "1", "password", "short"));
        assertThat(flawed.statusCode()).isEqualTo(422);
        var typed = Map.of(
                "key", key,
                "login", "chen.jing",
                "name", "陈静",
                "number", "430523199503169821",
                "password", "岳麓山下的一棵老樟树呀");
        var done = post(flawed, typed);

        assertThat(done.uri().getPath()).isEqualTo("/account/factors");
        assertThat(get(product.url() + "/admin").uri().getPath())
                .as("before a second factor is set up no post counts")
                .isEqualTo("/account/factors");
        assertThat(post(flawed, typed).statusCode()).as("once").isEqualTo(404);
        assertThat(print(3)).contains("There is a security administrator already");
        assertThat(get(address(second)).statusCode()).isEqualTo(404);
    }

    private static void looksGood(String address) {
        try (var phone = Browser.phone();
                var desktop = Browser.desktop(Language.EN)) {
            phone.go(address);
            phone.assertGoodPage();
            phone.screenshot("first-administrator-phone");
            desktop.go(address);
            desktop.assertGoodPage();
            desktop.screenshot("first-administrator-en");
        }
    }

    private static String print(int status) throws IOException {
        var out = new ByteArrayOutputStream();
        var database = OwnPostgres.runningOn(data);
        assertThat(FirstAdministrator.print(
                        database, product.url(), new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isEqualTo(status);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String address(String printed) {
        var found = ADDRESS.matcher(printed);
        assertThat(found.find()).as(printed).isTrue();
        return found.group();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept-Language", "zh-CN")
                        .build(),
                BodyHandlers.ofString());
    }

    /** With the token of the page it stands on. */
    private HttpResponse<String> post(HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        var form = fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return browser.send(
                HttpRequest.newBuilder(URI.create(product.url() + "/sign-in/first"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", product.url())
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
