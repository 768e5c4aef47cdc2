package yici.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yici.house.Browser;
import yici.house.People;
import yici.kit.Language;

/** Each kind of page of this room: accessible, correct, fitting a phone, in Chinese and in English. */
class PagesTest {

    private static final String NEWBORN = "/events/43PCN0009/";
    private static final String ANSWERS =
            "?area=430523000000&q-applicant=father&q-ethnicity=same&q-multiple=more&q-wedlock=yes&q-extras=social-card&q-extras=maternity-benefit";

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ZH", "EN"})
    void guidance_and_notice(Language language) {
        try (var visitor = Browser.phone(language)) {
            good(visitor, NEWBORN + "ask/q-extras" + ANSWERS, 200, "ask-" + language.code());
            good(visitor, NEWBORN + "ask?area=430523000000&at=q-applicant", 422, "ask-missing-" + language.code());
            good(visitor, NEWBORN + "notice" + ANSWERS, 200, "notice-" + language.code());
            good(
                    visitor,
                    NEWBORN + "notice" + ANSWERS.replace("q-wedlock=yes", "q-wedlock=no"),
                    200,
                    "notice-excluded-" + language.code());
            good(
                    visitor,
                    "/events/43PCN0012/notice?q-card=cancel&q-benefits=living-subsidy&q-guardian=no&q-residence=no&area=430523000000",
                    200,
                    "notice-impossible-" + language.code());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ZH", "EN"})
    void a_draft_from_its_list_to_the_receipt(Language language) {
        var person = People.citizen("李页面", "430523", "1995-03-16", true);
        var draft =
                Applicants.begin(person.me(), "43PCN0009", "430523000000", "q-multiple=more", "q-extras=social-card");
        try (var browser = Browser.phone(language)) {
            browser.signIn(person.login());
            var base = "/drafts/" + draft;
            good(browser, base, 200, "draft-" + language.code());
            good(browser, base + "/known", 200, "known-" + language.code());
            for (var page : Stream.of("newbornName", "birthDate", "fatherIdNo", "deliveryAddress")
                    .toList()) good(browser, base + "/form/" + page, 200, "form-" + page + "-" + language.code());
            good(browser, base + "/scenario", 200, "scenario-" + language.code());
            good(browser, base + "/evidence", 200, "evidence-" + language.code());
            good(browser, base + "/check", 200, "check-open-" + language.code());
            Applicants.complete(person.me(), draft);
            good(browser, base + "/evidence", 200, "evidence-given-" + language.code());
            good(browser, base + "/check", 200, "check-" + language.code());
            browser.page().locator("main form button[type=submit]").last().click();
            assertThat(browser.status()).isEqualTo(422);
            browser.assertGoodPage();
            var application = Applicants.submit(person.me(), draft);
            good(browser, "/applications/" + application.number() + "/receipt", 200, "receipt-" + language.code());
        }
    }

    @Test
    void on_a_desk_and_without_script() {
        try (var visitor = Browser.desktop()) {
            good(visitor, NEWBORN + "notice" + ANSWERS, 200, "notice-desktop");
            good(visitor, NEWBORN + "ask/q-extras" + ANSWERS, 200, "ask-desktop");
        }
        try (var visitor = Browser.withoutScript()) {
            visitor.go(NEWBORN + "ask?area=430523000000");
            for (int i = 0; i < 5; i++) {
                var first = visitor.page().locator("main input.govuk-radios__input");
                if (first.count() > 0)
                    first.first().check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
                visitor.page().locator("main form button[type=submit]").click();
            }

            assertThat(visitor.page().url()).contains("/events/43PCN0009/");
            assertThat(visitor.status()).isEqualTo(200);
        }
    }

    @Test
    void the_notice_of_a_firms_matter_leads_a_person_to_the_right_account() {
        var person = People.citizen();
        try (var browser = Browser.phone()) {
            browser.signIn(person.login());
            browser.go("/events/43TCN0003/notice?q-scale=small&q-fire=none&q-sign=no&area=430523000000");
            browser.page().locator("main form[method=post] button").click();

            assertThat(browser.status()).isEqualTo(403);
            browser.assertGoodPage();
        }
    }

    @Test
    void nobody_sees_a_draft_or_a_receipt_that_is_not_theirs() {
        var owner = People.citizen();
        var draft = Applicants.begin(owner.me(), "43PCN0009", "430523000000");
        var application = Applicants.submit(owner.me(), "43PCN0009", "430523000000");
        var other = People.citizen();
        try (var browser = Browser.phone()) {
            browser.signIn(other.login());
            browser.go("/drafts/" + draft, 404);
            browser.go("/drafts/" + draft + "/check", 404);
            browser.go("/drafts/" + draft + "/evidence/" + UUID.randomUUID(), 404);
            browser.go("/applications/" + application.number() + "/receipt", 404);
        }
    }

    private static void good(Browser browser, String path, int status, String name) {
        browser.go(path, status);
        browser.screenshot("application-" + name);
        browser.assertGoodPage();
    }
}
