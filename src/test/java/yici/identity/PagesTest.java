package yici.identity;

import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.kit.Language;

/** Every kind of page of this room, on a phone in Chinese and on a desk in English: accessible, correct, nothing sideways. */
class PagesTest {

    @Test
    void pages_of_a_visitor() {
        try (var phone = Browser.phone();
                var desk = Browser.desktop(Language.EN)) {
            for (var browser : new Browser[] {phone, desk})
                for (var path : new String[] {"/sign-in?to=/my", "/sign-up", "/sign-up/firm"}) {
                    browser.go(path);
                    browser.assertGoodPage();
                    browser.screenshot(
                            "identity" + path.replaceAll("[/?=]", "-") + (browser == phone ? "-phone" : "-desk"));
                }
        }
    }

    @Test
    void pages_with_something_wrong() {
        try (var phone = Browser.phone();
                var desk = Browser.desktop(Language.EN)) {
            for (var browser : new Browser[] {phone, desk})
                for (var path : new String[] {"/sign-in", "/sign-up"}) {
                    browser.go(path).locator("main form button").first().click();
                    browser.assertGoodPage();
                    browser.screenshot(
                            "identity-wrong" + path.replace("/", "-") + (browser == phone ? "-phone" : "-desk"));
                }
        }
    }

    @Test
    void the_own_account() {
        try (var phone = Browser.phone();
                var desk = Browser.desktop(Language.EN)) {
            phone.signIn(People.firm().login());
            desk.signIn("officer-police-430523");
            for (var browser : new Browser[] {phone, desk}) {
                browser.go("/account");
                browser.assertGoodPage();
                browser.screenshot("identity-account" + (browser == phone ? "-phone" : "-desk"));
            }
        }
    }

    @Test
    void the_administrators_pages() {
        try (var phone = Browser.phone();
                var desk = Browser.desktop(Language.EN)) {
            for (var browser : new Browser[] {phone, desk}) {
                browser.signIn("admin-430500");
                for (var path : new String[] {"/admin", "/admin/people"}) {
                    browser.go(path);
                    browser.assertGoodPage();
                    browser.screenshot("identity" + path.replace("/", "-") + (browser == phone ? "-phone" : "-desk"));
                }
                browser.go("/admin/people?in=430523000000");
                browser.assertGoodPage();
                browser.screenshot("identity-people-county" + (browser == phone ? "-phone" : "-desk"));
                browser.signIn("security-430000");
                for (var path : new String[] {"/admin", "/admin/people"}) {
                    browser.go(path);
                    browser.assertGoodPage();
                    browser.screenshot(
                            "identity-security" + path.replace("/", "-") + (browser == phone ? "-phone" : "-desk"));
                }
                browser.go("/areas/430199000000", 404);
                browser.assertGoodPage();
                browser.screenshot("identity-404" + (browser == phone ? "-phone" : "-desk"));
            }
        }
    }
}
