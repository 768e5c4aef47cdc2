package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.application.Applicants;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.identity.Account;
import yici.identity.Capacity;
import yici.identity.MakePeople;
import yici.identity.Parties;
import yici.identity.Scope;
import yici.identity.SignedIn;
import yici.identity.Trust;
import yici.kit.Language;
import yici.notification.Inbox;

/** Who files, and how well they have to be known: more proof in the middle, a guardian for a child, somebody with a foreign passport. */
class WhoFilesJourney {

    private static final String YUELU = "430104000000";

    @ParameterizedTest
    @ValueSource(strings = {"phone", "desk"})
    void a_service_that_needs_level_four_asks_for_more_at_the_last_step_and_takes_the_form_once(String screen) {
        var citizen = MakePeople.proofed(MakePeople.reached(People.citizen()), Trust.LEVEL_4);
        var me = citizen.me();
        var draft = Applicants.draft(me, "43PCN0013", YUELU, "q-situations=fund");
        try (var browser = screen.equals("phone") ? Browser.phone() : Browser.desktop(Language.EN)) {
            browser.signIn(citizen.login());
            fillsInTheForm(browser, draft);
            submits(browser);

            var page = browser.page();
            assertThat(browser.status()).isEqualTo(401);
            browser.assertGoodPage();
            browser.screenshot("who-level-4-" + screen);
            page.locator("form[action='/step-up/code'] button").click();
            browser.assertGoodPage();
            page.locator("#answer").fill("000000");
            page.locator("form[action='/step-up'] button").click();
            assertThat(browser.status()).isEqualTo(422);
            browser.assertGoodPage();
            page.locator("#answer").fill(Inbox.code(citizen.account().phone()));
            page.locator("form[action='/step-up'] button").click();
            browser.assertGoodPage();
            browser.screenshot("who-go-on-" + screen);
            page.locator("main form button").first().click();

            assertThat(page.url()).endsWith("/receipt");
            browser.assertGoodPage();
            browser.screenshot("who-receipt-" + screen);
            var receipt = page.url();
            browser.go("/drafts/" + draft + "/check");
            assertThat(page.url()).as("submitted once").isEqualTo(receipt);
        }
        assertThat(applicationsOf(me.account())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "desk"})
    void a_guardian_files_for_a_child_through_to_the_receipt(String screen) {
        try (var browser = screen.equals("phone") ? Browser.phone() : Browser.desktop(Language.EN)) {
            browser.signIn("13900000011");
            browser.go("/acting");
            browser.page()
                    .locator(".matter-card")
                    .filter(new Locator.FilterOptions().setHasText("周子墨"))
                    .locator("button")
                    .first()
                    .click();
            var child = Product.running()
                    .bean(Parties.class)
                    .byNumber("430104201509010036")
                    .orElseThrow();
            var draft = Applicants.draft(actingFor(child), "43PCN0010", YUELU);
            var before = applicationsOf(child.id());

            fillsInTheForm(browser, draft);
            assertThat(browser.page().locator(".acting").innerText()).contains("周子墨");
            browser.screenshot("who-guardian-check-" + screen);
            assertThat(browser.page().locator("main").innerText())
                    .as("what is asked of the guardian is the guardian's own")
                    .contains("周海燕");
            submits(browser);

            assertThat(browser.page().url()).endsWith("/receipt");
            browser.assertGoodPage();
            browser.screenshot("who-guardian-receipt-" + screen);
            assertThat(browser.page().locator("main").innerText()).contains("周子墨", "周海燕");
            assertThat(applicationsOf(child.id())).isEqualTo(before + 1);
        }
    }

    @Test
    void somebody_with_a_foreign_passport_signs_up_is_checked_at_a_counter_and_files() {
        try (var phone = Browser.phone(Language.EN);
                var desk = Browser.desktop()) {
            var account = signsUp(phone);
            var draft = Applicants.draft(as(account), "43PCN0013", YUELU);
            fillsInTheForm(phone, draft);
            submits(phone);
            assertThat(phone.status()).isEqualTo(401);
            phone.assertGoodPage();
            phone.screenshot("who-passport-not-proofed");
            phone.page().locator("main a[href='/account/proofing']").click();
            phone.assertGoodPage();
            phone.screenshot("who-passport-proofing");
            assertThat(phone.page().locator("[aria-current=step]").innerText()).contains("Level 2");

            desk.signIn(People.officer("police@430104000000").login());
            desk.go("/desk/proofing");
            var form = desk.page();
            form.locator("#name").fill(account.name());
            form.locator("#document").selectOption("PASSPORT");
            form.locator("#number").fill("PAA774411");
            form.locator("#nationality").selectOption("ESP");
            form.locator("#compared").check(new Locator.CheckOptions().setForce(true));
            form.locator("main form button").last().click();
            assertThat(form.locator("[role=status]").innerText()).contains(account.name());
            desk.assertGoodPage();
            desk.screenshot("who-passport-desk");

            phone.go("/drafts/" + draft + "/check");
            submits(phone);
            assertThat(phone.page().url()).endsWith("/receipt");
            phone.assertGoodPage();
            phone.screenshot("who-passport-receipt");
            phone.go("/account/proofing");
            phone.assertGoodPage();
            phone.screenshot("who-passport-proofed");
            assertThat(phone.page().locator("[aria-current=step]").innerText()).contains("Level 5");
        }
    }

    private static Account signsUp(Browser phone) {
        var page = phone.go("/sign-up");
        phone.assertGoodPage();
        page.locator("#name").fill("María José García-Márquez");
        page.locator("#document").selectOption("PASSPORT");
        page.locator("#number").fill("paa 774411");
        page.locator("form[action='/sign-up'] button").click();
        phone.assertGoodPage();
        phone.screenshot("who-sign-up-flaws");
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("nationality");
        page.locator("#nationality").selectOption("ESP");
        page.locator("#phone").fill("+34 612 340 077");
        page.locator("#password").fill(Browser.PASSWORD);
        page.locator("form[action='/sign-up'] button").click();
        phone.assertGoodPage();
        phone.screenshot("who-sign-up-code");
        page.locator("#answer").fill("123");
        page.locator("form[action='/sign-up/code'] button").click();
        assertThat(phone.status()).isEqualTo(422);
        phone.assertGoodPage();
        page.locator("#answer").fill(Inbox.code("+34612340077"));
        page.locator("form[action='/sign-up/code'] button").click();
        assertThat(page.url()).endsWith("/my");
        return Product.running()
                .bean(Parties.class)
                .byNumber("PASSPORT:PAA774411/ESP")
                .orElseThrow();
    }

    /** Page by page, with what stands there; then the documents, then the last page. */
    private static void fillsInTheForm(Browser browser, UUID draft) {
        var page = browser.go("/drafts/" + draft);
        browser.assertGoodPage();
        page.locator("main a[href*='/form/']").first().click();
        for (int pages = 0; page.url().contains("/form/"); pages++) {
            assertThat(pages).as("pages of the form").isLessThan(40);
            if (pages == 0) browser.assertGoodPage();
            var before = page.url();
            next(page);
            assertThat(page.url()).isNotEqualTo(before);
        }
        if (page.url().endsWith("/evidence")) next(page);
        assertThat(page.url()).endsWith("/check");
        browser.assertGoodPage();
    }

    private static void next(Page page) {
        page.locator("main button[name=then][value=next]").click();
    }

    private static void submits(Browser browser) {
        browser.page().locator("#declared").check(new Locator.CheckOptions().setForce(true));
        browser.page()
                .locator("main form:has(#declared) button[type=submit]")
                .first()
                .click();
    }

    /** As the parent's session is now. */
    private static SignedIn actingFor(Account child) {
        var parent = Product.running()
                .bean(JdbcClient.class)
                .sql("select id from identity.account where login = '13900000011'")
                .query(UUID.class)
                .single();
        var acting = new SignedIn.Acting(
                parent, "周海燕", UUID.randomUUID(), Capacity.GUARDIAN, Scope.EVERYTHING, Optional.empty());
        var me = as(child);
        return new SignedIn(me.account(), me.kind(), me.name(), List.of(), me.signOn(), Optional.of(acting));
    }

    private static SignedIn as(Account account) {
        return new SignedIn(account.id(), SignedIn.Kind.PERSON, account.name(), List.of());
    }

    private static long applicationsOf(UUID applicant) {
        return Product.running()
                .bean(JdbcClient.class)
                .sql("select count(*) from application.application where applicant = :applicant")
                .param("applicant", applicant)
                .query(Long.class)
                .single();
    }
}
