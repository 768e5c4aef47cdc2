package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Document;
import yici.kit.Language;
import yici.notification.Inbox;

/** The pages of second persons, of locks at the door and of an account asked back at a counter, looked at on a phone and on a desk. */
class SafetyJourney {

    private static final String PROVINCE = "430000000000";

    private final Product product = Product.running();

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void one_asks_for_a_reset_another_confirms_and_the_first_carries_it_out() {
        var officer = MakePeople.realOfficer("police@430523000000");
        var administrator = People.administrator("430523000000");
        try (var asks = Browser.phone();
                var confirms = Browser.desktop(Language.EN)) {
            asks.signIn(administrator.login());
            asks.go("/admin/people?in=430523000000");
            asks.page()
                    .locator("form[action='/admin/people/reset']")
                    .filter(new Locator.FilterOptions()
                            .setHas(asks.page()
                                    .locator("input[value='" + officer.account().id() + "']")))
                    .locator("button")
                    .click();
            assertThat(asks.page().locator("[role=status]").innerText()).contains("要由另一位安全管理员确认");
            asks.assertGoodPage();
            asks.go("/admin/countersign");
            asks.assertGoodPage();
            asks.screenshot("countersign-asked-phone");

            confirms.signIn(People.staff(Post.Role.SECURITY_ADMIN, PROVINCE).login());
            confirms.go("/admin");
            confirms.assertGoodPage();
            confirms.go("/admin/countersign");
            confirms.assertGoodPage();
            confirms.screenshot("countersign-waits-desk");
            var id = TwoPersons.newest(administrator);
            confirms.page()
                    .locator("form[action='/admin/countersign/" + id + "/refuse'] button")
                    .click();
            assertThat(confirms.status()).isEqualTo(422);
            confirms.assertGoodPage();
            confirms.page()
                    .locator("form[action='/admin/countersign/" + id + "/confirm'] button")
                    .click();
            assertThat(confirms.page().locator("[role=status]").innerText()).contains("Confirmed");
            confirms.assertGoodPage();

            asks.go("/admin/countersign");
            asks.assertGoodPage();
            asks.screenshot("countersign-confirmed-phone");
            asks.page()
                    .locator("form[action='/admin/countersign/" + id + "/do'] button")
                    .click();
            assertThat(asks.page().locator("h1").innerText()).contains("已重设登录");
            asks.assertGoodPage();
        }
    }

    @Test
    void a_lock_is_seen_and_ended_with_a_reason() {
        var citizen = People.citizen();
        for (int i = 0; i < Attempts.PER_LOGIN + 3; i++)
            product.bean(Attempts.class).count(citizen.login(), "10.14.0." + i);
        var subject = Attempts.subjectOfLogin(citizen.login());
        var security = People.staff(Post.Role.SECURITY_ADMIN, PROVINCE);
        try (var phone = Browser.phone(Language.EN);
                var desk = Browser.desktop()) {
            desk.signIn(security.login());
            desk.go("/admin/locks");
            desk.assertGoodPage();
            desk.screenshot("locks-desk");
            phone.signIn(security.login());
            var page = phone.go("/admin/locks");
            phone.screenshot("locks-phone");
            var form = page.locator("form:has(input[value='" + subject + "'])");
            form.locator("button").click();
            assertThat(phone.status()).isEqualTo(422);
            phone.assertGoodPage();
            form.locator("input[name=reason]").fill("called, identity checked");
            form.locator("button").click();
            assertThat(page.locator("[role=status]").innerText()).contains("The lock has ended");
            phone.assertGoodPage();
        }
    }

    @Test
    void an_account_is_asked_back_at_a_counter_its_owner_is_warned_and_after_a_day_it_is_taken_back() {
        var citizen = MakePeople.reached(People.citizen());
        var number = Document.of(citizen.account().number()).number();
        String receipt;
        try (var desk = Browser.desktop()) {
            desk.signIn(People.officer("police@430523000000").login());
            var page = desk.go("/desk/recovery");
            page.locator("main form button").last().click();
            assertThat(desk.status()).isEqualTo(422);
            desk.assertGoodPage();
            page.locator("#name").fill(citizen.account().name());
            page.locator("#number").fill(number);
            page.locator("#phone").fill("13533330001");
            page.locator("#compared").check(new Locator.CheckOptions().setForce(true));
            desk.screenshot("ask-back-desk");
            page.locator("main form button").last().click();
            desk.assertGoodPage();
            desk.screenshot("ask-back-receipt-desk");
            receipt = page.locator(".receipt__number").innerText();
        }
        try (var owner = Browser.phone()) {
            owner.signIn(citizen.login());
            owner.go("/account");
            owner.assertGoodPage();
            owner.screenshot("ask-back-warning-phone");
            assertThat(owner.page().locator(".govuk-warning-text").first().innerText())
                    .contains("135****0001");
        }
        try (var phone = Browser.phone(Language.EN)) {
            var page = phone.go("/recover");
            page.locator("a[href='/recover/receipt']").click();
            phone.assertGoodPage();
            shows(page, receipt, number);
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("too early");
            phone.assertGoodPage();
            phone.screenshot("take-back-early-phone");
            product.clock().forward(AskBack.WAIT);
            phone.go("/recover/receipt");
            shows(page, receipt, number);
            phone.assertGoodPage();
            phone.screenshot("take-back-code-phone");
            page.locator("#answer").fill("1");
            page.locator("main form button").first().click();
            phone.assertGoodPage();
            page.locator("#answer").fill(Inbox.code("13533330001"));
            page.locator("main form button").first().click();
            page.locator("#next-password").fill("short");
            page.locator("main form button").first().click();
            phone.assertGoodPage();
            page.locator("#next-password").fill("岳麓山下的一棵老樟树呀");
            page.locator("main form button").first().click();
            phone.assertGoodPage();
            phone.screenshot("taken-back-phone");
            phone.signIn("13533330001", "岳麓山下的一棵老樟树呀");
            assertThat(page.url()).endsWith("/my");
        }
    }

    @Test
    void who_has_an_account_already_is_shown_the_way_to_it() {
        var known = MakePeople.reached(People.citizen());
        try (var phone = Browser.phone()) {
            var page = phone.go("/sign-up");
            page.locator("#name").fill(known.account().name());
            page.locator("#number").fill(Document.of(known.account().number()).number());
            page.locator("#phone").fill("13533330002");
            page.locator("#password").fill("岳麓山下的一棵老樟树呀");
            page.locator("form[action='/sign-up'] button").click();
            phone.assertGoodPage();
            phone.screenshot("sign-up-code-phone");
            page.locator("form[action='/sign-up/again'] button").click();
            phone.assertGoodPage();
            page.locator("#answer").fill(Inbox.code("13533330002"));
            page.locator("form[action='/sign-up/code'] button").click();
            assertThat(page.locator("h1").innerText()).contains("这个证件已有账号");
            phone.assertGoodPage();
            phone.screenshot("sign-up-known-phone");
        }
    }

    private static void shows(Page page, String receipt, String number) {
        page.locator("#receipt").fill(receipt);
        page.locator("#number").fill(number);
        page.locator("main form button").first().click();
    }
}
