package yici.upstream;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import yici.house.Browser;
import yici.house.Launched;
import yici.house.People;
import yici.house.Product;
import yici.kit.SampleLoader;

/**
 * Two products in two processes, each with its own database: the people of one sign in at the other, over the real OpenID provider. Beside
 * it a provider that is out of order and one that exchanges codes as WeChat does.
 */
class UpstreamJourney {

    private static final String SECRET = "a-secret-between-two-products-0123456789abcdef";
    private static final Elsewhere WECHAT = new Elsewhere();
    private static Path data;
    private static Launched here;
    private static String at;

    @BeforeAll
    static void start() throws Exception {
        data = Files.createTempDirectory(Path.of("target"), "here-");
        here = Launched.fromClasses(
                        data,
                        "--yici.db.fsync=false",
                        "--yici.password.memory-kib=1024",
                        "--yici.password.iterations=1",
                        "--yici.upstream.national.name.zh=国家平台",
                        "--yici.upstream.national.name.en=the national platform",
                        "--yici.upstream.national.issuer=" + Product.running().url(),
                        "--yici.upstream.national.client-id=the-other-product",
                        "--yici.upstream.national.client-secret=" + SECRET,
                        "--yici.upstream.national.scope=openid profile identity_number",
                        "--yici.upstream.national.number-claim=identity_number",
                        "--yici.upstream.national.levels=urn:yici:trust:3=3 urn:yici:trust:4=4",
                        "--yici.upstream.gone.name.zh=停机的平台",
                        "--yici.upstream.gone.issuer=http://localhost:1",
                        "--yici.upstream.gone.client-id=yici",
                        "--yici.upstream.wechat.protocol=CODE_EXCHANGE",
                        "--yici.upstream.wechat.name.zh=微信",
                        "--yici.upstream.wechat.client-id=wx0123",
                        "--yici.upstream.wechat.client-secret=" + SECRET,
                        "--yici.upstream.wechat.enter=" + WECHAT.url()
                                + "/enter?client={client}&redirect={redirect}&state={state}",
                        "--yici.upstream.wechat.exchange=" + WECHAT.url() + "/plain")
                .untilReady();
        at = here.url().replace("localhost", "127.0.0.1"); // cookies of two ports of one host would meet
        register(at + "/sign-in/upstream/callback");
    }

    /** As any party of the demonstration is. */
    private static void register(String redirect) throws IOException {
        var sample = Files.createDirectories(data.resolve("parties"));
        var lines = Files.readAllLines(Path.of("sample/relying-parties.csv"));
        var columns = List.of(lines.getFirst().split(","));
        var row = java.util.Map.of(
                "client_id", "the-other-product",
                "name_zh", "另一个平台",
                "sector", "other",
                "profile", "LEGACY",
                "authentication", "CLIENT_SECRET_BASIC",
                "secret", SECRET,
                "redirect_uris", redirect,
                "scopes", "openid profile identity_number",
                "grants", "authorization_code");
        var line = columns.stream().map(column -> row.getOrDefault(column, "")).collect(Collectors.joining(","));
        Files.writeString(
                sample.resolve("relying-parties.csv"), lines.getFirst() + "\n" + line + "\n", StandardCharsets.UTF_8);
        Product.running().beans(SampleLoader.class).stream()
                .filter(loader -> loader.room().equals("openid"))
                .forEach(loader -> loader.load(sample));
    }

    @AfterAll
    static void stop() throws Exception {
        here.close();
        WECHAT.close();
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void somebody_who_is_known_there_opens_an_account_here_and_next_time_just_comes_in() {
        var there = People.citizen();
        try (var phone = Browser.phone()) {
            var page = phone.go(at + "/sign-in");
            phone.assertGoodPage();
            phone.screenshot("upstream-sign-in-phone");
            link(page, "用国家平台登录").click();

            signInThere(page, there.login());
            assertThat(page).hasURL(Pattern.compile("/sign-in/upstream/stranger$"));
            assertThat(page.locator("main")).containsText(there.account().name());
            phone.assertGoodPage();
            phone.screenshot("upstream-stranger-phone");

            link(page, "注册账号并关联").click();
            assertThat(page.getByLabel("姓名")).hasValue(there.account().name());
            assertThat(page.getByLabel("证件号码")).hasValue(there.account().number());
            page.locator("input[name=phone]").fill("13612345678");
            page.locator("input[name=password]").fill(Browser.PASSWORD);
            page.locator("form[action='/sign-up'] button").click();
            enterCode(page, "13612345678");
            assertThat(page.locator("h1")).hasText("确认关联这两个账号");
            phone.assertGoodPage();
            phone.screenshot("upstream-link-phone");
            button(page, "是我的，关联").click();
            assertThat(page.locator("main")).containsText("已关联");
            phone.assertGoodPage();
            phone.screenshot("upstream-accounts-phone");

            page.locator("form[action='/sign-out']").first().evaluate("form => form.submit()");
            page.waitForURL(Pattern.compile("/connect/signed-out$"));
            phone.go(at + "/sign-in?to=/account/upstream");
            link(page, "用国家平台登录").click();
            assertThat(page).hasURL(Pattern.compile("/account/upstream$")); // nothing was typed

            button(page, "取消关联 国家平台").click();
            // coming from there was worth less than a step like this asks
            prove(page, "13612345678");
            prove(page, "13612345678");
            assertThat(page).hasURL(Pattern.compile("done=unlinked$"));
            phone.go(at + "/account/data");
            phone.assertGoodPage();
        }
    }

    @Test
    void who_has_an_account_here_links_it_after_signing_in_on_both_sides() {
        var there = People.citizen();
        try (var desk = Browser.desktop(yici.kit.Language.EN)) {
            var page = signUpHere(desk, there.account().name(), there.account().number(), "13612345679");
            desk.go(at + "/account/factors");
            desk.assertGoodPage();
            desk.screenshot("upstream-factors-desktop");
            page.locator("form[action='/account/upstream/national'] button").click();
            signInThere(page, there.login());

            assertThat(page).hasURL(Pattern.compile("done=linked$"));
            desk.assertGoodPage();
            desk.screenshot("upstream-accounts-desktop");
        }
    }

    @Test
    void another_persons_account_there_is_not_linked() {
        var there = People.citizen();
        var somebody = People.citizen();
        try (var desk = Browser.desktop(yici.kit.Language.EN)) {
            var page = signUpHere(
                    desk, somebody.account().name(), somebody.account().number(), "13612345680");
            desk.go(at + "/account/upstream");
            page.locator("form[action='/account/upstream/national'] button").click();
            signInThere(page, there.login());

            assertThat(page).hasURL(Pattern.compile("problem=another-person$"));
            desk.assertGoodPage();
        }
    }

    @Test
    void a_provider_that_is_down_is_said_to_be_and_signing_in_here_is_as_ever() {
        try (var phone = Browser.phone()) {
            var page = phone.go(at + "/sign-in");
            link(page, "用停机的平台登录").click();

            assertThat(phone.status()).isEqualTo(503);
            assertThat(page.locator("main")).containsText("停机的平台刚才没有回应");
            phone.assertGoodPage();
            phone.screenshot("upstream-down-phone");
            assertThat(page.locator("input[name=password]")).isEditable();
        }
    }

    @Test
    void a_code_is_exchanged_as_wechat_does_it_and_a_forged_way_back_leads_nowhere() {
        try (var phone = Browser.phone()) {
            var page = phone.go(at + "/sign-in");
            link(page, "用微信登录").click();
            assertThat(page).hasURL(Pattern.compile("/sign-in/upstream/stranger$"));
            assertThat(page.locator("main")).containsText("您已在微信登录");

            page.navigate(at + "/sign-in/upstream/callback?code=good&state=forged");
            assertThat(phone.status()).isEqualTo(422);
            phone.assertGoodPage();
            WECHAT.plain = "{\"errcode\":40029,\"errmsg\":\"invalid code\"}";
            phone.go(at + "/sign-in");
            link(page, "用微信登录").click();
            assertThat(page.locator("main")).containsText("核对不上");
        }
    }

    private static Page signUpHere(Browser browser, String name, String number, String phone) {
        var page = browser.go(at + "/sign-up");
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=number]").fill(number);
        page.locator("input[name=phone]").fill(phone);
        page.locator("input[name=password]").fill(Browser.PASSWORD);
        page.locator("form[action='/sign-up'] button").click();
        enterCode(page, phone);
        page.waitForURL(Pattern.compile("/my"));
        return page;
    }

    /** One thing more on the page that asks for it: the password, then the code. */
    private static void prove(Page page, String phone) {
        var password = page.locator("main input[type=password]");
        if (password.count() > 0) {
            password.fill(Browser.PASSWORD);
            page.locator("main form button").first().click();
        } else {
            button(page, "发送验证码").click();
            page.locator("main input[autocomplete=one-time-code]").fill(codeAt(page, phone));
            button(page, "确认").click();
        }
        button(page, "继续提交").click();
    }

    private static void enterCode(Page page, String phone) {
        page.locator("#answer").fill(codeAt(page, phone));
        page.locator("form[action='/sign-up/code'] button").click();
    }

    /** As the page of messages shows it, for the other product runs in a process of its own. */
    private static String codeAt(Page page, String phone) {
        var messages = page.request().get(at + "/dev/messages").text();
        var code =
                Pattern.compile(phone + ".*?\\b([0-9]{6})\\b", Pattern.DOTALL).matcher(messages);
        if (!code.find()) throw new AssertionError("no code came to " + phone);
        return code.group(1);
    }

    /** On the other product's own pages; what they may tell is agreed to there. */
    private static void signInThere(Page page, String login) {
        page.waitForURL(Pattern.compile(Pattern.quote(Product.running().url()) + ".*"));
        page.locator("main input[name=login]").fill(login);
        page.locator("main input[name=password]").fill(Browser.PASSWORD);
        page.locator("main form:has(input[name=password]) button").first().click();
        page.locator("button[name=answer][value=yes]").click();
        page.waitForURL(Pattern.compile(Pattern.quote(at) + ".*"));
    }

    private static Locator link(Page page, String words) {
        return page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
                .or(page.locator("main").getByText(words, new Locator.GetByTextOptions().setExact(true)))
                .first();
    }

    private static Locator button(Page page, String words) {
        return page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words));
    }
}
