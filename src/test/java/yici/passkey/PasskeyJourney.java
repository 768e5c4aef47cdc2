package yici.passkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.identity.MakePeople;
import yici.kit.Language;

/** A passkey from the day it is made to the day it is removed, with an authenticator in Chromium. */
class PasskeyJourney {

    private final Product product = Product.running();

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void a_phone_signs_in_by_its_own_lock_and_proves_its_person_in_the_middle_of_a_form() {
        var citizen = People.citizen();
        try (var phone = Browser.phone()) {
            var key = new VirtualKey(phone.page());
            phone.signIn(citizen.login());
            var page = make(phone, key, "我的手机");
            assertThat(page).hasURL(Pattern.compile("/account/passkeys\\?done=added$"));
            assertThat(key.kept()).isEqualTo(1);
            phone.assertGoodPage();
            phone.screenshot("passkeys-phone");

            // without a user name, by the button
            signOut(page);
            phone.go("/sign-in?to=/account/passkeys");
            phone.assertGoodPage();
            phone.screenshot("passkey-sign-in-phone");
            key.knowsItsPerson(false);
            key.atHand(true);
            button(page, "用通行密钥登录").click();
            assertThat(page.locator("[data-trouble=cancelled]")).isVisible();
            phone.screenshot("passkey-cancelled-phone");
            key.knowsItsPerson(true);
            button(page, "用通行密钥登录").click();
            assertThat(page).hasURL(Pattern.compile("/account/passkeys$"));
            assertThat(page.locator(".govuk-summary-card__title")).hasText("我的手机");

            // more proof for a step that needs it
            product.clock().forward(Duration.ofMinutes(6));
            key.atHand(false);
            page.locator("main").getByRole(AriaRole.BUTTON, named("删除 我的手机")).click();
            assertThat(phone.status()).isEqualTo(401);
            phone.assertGoodPage();
            phone.screenshot("passkey-step-up-phone");
            key.atHand(true);
            button(page, "用通行密钥确认").click();
            button(page, "继续提交").click();
            assertThat(page).hasURL(Pattern.compile("/account/passkeys\\?done=removed$"));

            // what was removed opens nothing
            signOut(page);
            page.navigate("/sign-in");
            assertThat(page.locator(".govuk-error-summary")).containsText("可能已经被删除");
            phone.assertGoodPage();
        }
    }

    @Test
    void where_the_browser_can_it_offers_the_passkey_before_anything_is_typed() {
        var citizen = People.citizen();
        try (var phone = Browser.phone()) {
            var key = new VirtualKey(phone.page());
            phone.signIn(citizen.login());
            var page = make(phone, key, "");
            signOut(page);
            key.atHand(true);

            page.navigate("/sign-in?to=/account/passkeys");

            assertThat(page).hasURL(Pattern.compile("/account/passkeys$"));
        }
    }

    @Test
    void staff_whose_passkey_is_the_second_factor_is_asked_for_it_after_the_password() {
        var officer = MakePeople.realOfficer("police@430523000000");
        try (var desk = Browser.desktop(Language.EN)) {
            var key = new VirtualKey(desk.page());
            desk.signIn(officer.login());
            assertThat(desk.page()).hasURL(Pattern.compile("/account/factors"));
            desk.assertGoodPage();
            desk.screenshot("passkey-owed-desktop");
            var page = make(desk, key, "");
            desk.screenshot("passkeys-desktop");
            assertThat(desk.go("/desk").locator("h1")).isVisible(); // the post counts at once

            signOut(page);
            key.atHand(false);
            desk.signIn(officer.login());
            assertThat(page.locator("h1")).hasText("One more step: your second factor");
            desk.assertGoodPage();
            desk.screenshot("passkey-second-desktop");
            key.atHand(true);
            page.locator("form[data-passkey] button").click();

            assertThat(page).hasURL(Pattern.compile("/desk"));
            desk.go("/account/passkeys");
            page.locator("main")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Remove")))
                    .click();
            assertThat(desk.status()).isEqualTo(409);
            desk.assertGoodPage();
        }
    }

    @Test
    void without_a_script_every_other_way_is_open_and_this_one_is_not_shown() {
        var citizen = People.citizen();
        try (var plain = Browser.withoutScript()) {
            var page = plain.go("/sign-in");
            assertThat(page.locator("form[data-passkey]")).isHidden();

            plain.signIn(citizen.login());
            plain.go("/account/passkeys/add");
            assertThat(page.locator("form[data-passkey]")).isHidden();
            assertThat(page.locator("[data-passkey-without]")).isVisible();
        }
    }

    private static Page make(Browser browser, VirtualKey key, String name) {
        var page = browser.go("/account/passkeys/add");
        browser.assertGoodPage();
        browser.screenshot("passkey-add-" + page.viewportSize().width);
        key.atHand(true);
        page.locator("main input[name=name]").fill(name);
        page.locator("form[data-passkey] button").click();
        assertThat(page).hasURL(Pattern.compile("done=added"));
        key.atHand(false);
        return page;
    }

    private static void signOut(Page page) {
        page.locator("form[action='/sign-out']").first().evaluate("form => form.submit()");
        assertThat(page.locator("a[href^='/sign-in']").first()).isAttached();
    }

    private static Locator button(Page page, String words) {
        return page.locator("main").getByRole(AriaRole.BUTTON, named(words));
    }

    private static Locator.GetByRoleOptions named(String words) {
        return new Locator.GetByRoleOptions().setName(words);
    }
}
