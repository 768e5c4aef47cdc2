package yici.openid;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Language;
import yici.mandate.Mandated;

/** Every kind of page of the single sign-on, as people meet it: accessible, correct, on a phone and on a desktop. */
class SignOnPagesJourney {

    enum Look {
        PHONE_ZH(Language.ZH, true),
        DESKTOP_EN(Language.EN, false),
        PHONE_EN(Language.EN, true),
        DESKTOP_ZH(Language.ZH, false);

        private final Language language;
        private final boolean phone;

        Look(Language language, boolean phone) {
            this.language = language;
            this.phone = phone;
        }

        Browser open() {
            return phone ? Browser.phone(language) : Browser.desktop(language);
        }
    }

    private final Product product = Product.running();
    private final People.Someone citizen = People.citizen();
    private final People.Someone granter = People.citizen("王授权", "430523", "1960-02-11", true);
    private final TestParty department = TestParty.department();
    private final TestParty web = TestParty.legacy().registered(Parties::inSandbox);

    @AfterEach
    void back() {
        product.clock().back();
    }

    @ParameterizedTest
    @EnumSource
    void the_way_to_a_system(Look look) {
        var mandate = Mandated.agent(granter, citizen, Set.of(), 30);
        try (var browser = look.open()) {
            var page = browser.page();
            browser.go(department.authorize(department.request(
                    "scope",
                    "openid profile identity_number phone address acting_for representee_list",
                    "login_hint",
                    citizen.login())));
            assertThat(page.locator("#login")).hasValue(citizen.login());
            good(browser, "sign-in", look);
            page.locator("#password").fill(Browser.PASSWORD);
            page.locator("main form:has(#password) button").first().click();
            assertThat(page.locator("button[name=answer][value=yes]")).isVisible();
            good(browser, "agree", look);

            browser.go(web.authorize(web.request("scope", "openid")));
            good(browser, "agree-nothing", look);
            browser.go(web.authorize(web.request("prompt", "select_account")));
            assertThat(page.locator("form[action='/oauth2/choose']")).isVisible();
            good(browser, "choose", look);

            var person = new Surfer().signIn(citizen.login());
            var tokens = web.redeem(
                    person.agree(person.get(web.authorize(web.request("scope", "openid acting_for representee_list"))))
                            .answer("code"));
            browser.go(web.authorize(web.request(
                    "scope", "openid acting_for representee." + firstRepresentee(tokens.text("id_token")))));
            good(browser, "act-for", look);
            // the way to the other site is given up, so the page that leads there stays to be looked at
            page.route(Pattern.compile("https://party\\.example/.*"), route -> route.abort("aborted"));
            page.locator("button[name=answer][value=yes]").click();
            assertThat(page.locator("main a.govuk-button[href^='https://party.example/']"))
                    .isVisible();
            good(browser, "going-on", look);
            browser.go("/account/connected");
            good(browser, "connected", look);
            browser.go("/my");
            assertThat(page.locator("body")).containsText(granter.account().name());
        }
        Mandated.revoke(granter, mandate);
    }

    private static Object firstRepresentee(String idToken) {
        var list = (Map<?, ?>) TestParty.claims(idToken).get("representee_list");
        return ((Map<?, ?>) ((java.util.List<?>) java.util.Objects.requireNonNull(list.get("list"))).getFirst())
                .get("id");
    }

    @ParameterizedTest
    @EnumSource
    void a_device(Look look) {
        var kiosk = TestParty.nativeApp();
        try (var browser = look.open()) {
            browser.signIn(citizen.login());
            var page = browser.go("/device");
            good(browser, "device", look);
            page.locator("#code").fill("BBBB-BBBB");
            page.locator("main form button").first().click();
            good(browser, "device-wrong", look);

            var begun = kiosk.call("/oauth2/device_authorization", Map.of("scope", "openid profile phone"), "");
            page.locator("#code").fill(begun.text("user_code"));
            page.locator("main form button").first().click();
            good(browser, "device-question", look);
            page.locator("button[value=yes]").click();
            good(browser, "device-allowed", look);

            for (int i = 0; i < 10; i++) {
                browser.go("/device");
                page.locator("#code").fill("BBBB-BBB" + "BCDFGHJKLM".charAt(i));
                page.locator("main form button").first().click();
            }
            Assertions.assertThat(browser.status()).isEqualTo(429);
            good(browser, "device-too-many", look);
        }
    }

    @ParameterizedTest
    @EnumSource
    void signing_out_and_what_goes_wrong(Look look) {
        try (var browser = look.open()) {
            browser.go("/connect/signed-out");
            good(browser, "signed-out", look);
            browser.signIn(citizen.login());
            browser.go("/connect/logout?client_id=" + web.id());
            good(browser, "logout", look);
            browser.go("/account/connected");
            good(browser, "connected-none", look);

            browser.go("/oauth2/authorize?client_id=nobody", 400);
            good(browser, "trouble-unknown", look);
            browser.go(web.authorize(web.request("redirect_uri", "https://evil.example/")), 400);
            good(browser, "trouble-return", look);
            browser.go("/oauth2/resume?asked=00000000", 400);
            good(browser, "trouble-forgotten", look);
            var stopped = TestParty.legacy().registered(Parties::stopped);
            browser.go(stopped.authorize(stopped.request()), 403);
            good(browser, "trouble-stopped", look);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_keys(Look look) {
        try (var browser = look.open()) {
            browser.signIn(People.staff(Post.Role.SYSTEM_ADMIN, "430000000000").login());
            browser.go("/admin/sign-on-keys");
            good(browser, "keys", look);
            browser.page().locator("main form button").click();
            good(browser, "keys-changed", look);
        }
    }

    private static void good(Browser browser, String name, Look look) {
        browser.screenshot("sign-on-" + name + "-" + look.name().toLowerCase(java.util.Locale.ROOT));
        browser.assertGoodPage();
    }
}
