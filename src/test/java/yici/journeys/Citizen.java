package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import yici.house.Browser;
import yici.house.People;

/** Somebody who wants something done, with a phone. */
final class Citizen implements AutoCloseable {

    static final FilePayload PHOTO =
            new FilePayload("photo.pdf", "application/pdf", """
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj
            xref
            0 1
            0000000000 65535 f
            trailer << /Size 3 /Root 1 0 R >>
            startxref
            110
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII));

    private final Browser browser;
    private final Page page;

    private Citizen(Browser browser) {
        this.browser = browser;
        this.page = browser.page();
    }

    static Citizen onPhone() {
        return new Citizen(Browser.phone());
    }

    static Citizen onDesktop() {
        return new Citizen(Browser.desktop());
    }

    static Citizen signedIn(People.Someone who) {
        var citizen = onPhone();
        citizen.signsIn(who.login());
        return citizen;
    }

    void signsIn(String login) {
        browser.signIn(login);
    }

    Browser browser() {
        return browser;
    }

    Page page() {
        return page;
    }

    void opens(String path) {
        browser.go(path);
    }

    /** Presses a link or button by the words on it. */
    void presses(String words) {
        page.locator("main a, main button")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }

    /** Answers the scenario question now shown and goes on. */
    void answers(String question, String... choices) {
        for (var choice : choices)
            page.locator("input[name='" + question + "'][value='" + choice + "']")
                    .check(new Locator.CheckOptions().setForce(true));
        page.locator("main form button.govuk-button").first().click();
    }

    /** Fills in the page of the form now shown, as far as these values are asked for on it, and goes on. */
    void fillsIn(Map<String, String> values) {
        values.forEach((name, value) -> {
            var field = page.locator("main [name='" + name + "']");
            if (field.count() == 0) return;
            switch (String.valueOf(field.first().getAttribute("type"))) {
                case "radio", "checkbox" ->
                    page.locator("main [name='" + name + "'][value='" + value + "']")
                            .check(new Locator.CheckOptions().setForce(true));
                default -> {
                    if (field.first().evaluate("e => e.tagName").equals("SELECT"))
                        field.first().selectOption(value);
                    else field.first().fill(value);
                }
            }
        });
        page.locator("main button[name=then][value=next]").click();
    }

    /** Every page of the form, one after the other. */
    void fillsInTheForm(Map<String, String> values) {
        for (int pages = 0; page.url().contains("/form/"); pages++) {
            assertThat(pages).as("pages of the form").isLessThan(40);
            var before = page.url();
            fillsIn(values);

            assertThat(page.url()).as("page is filled in: %s", problems()).isNotEqualTo(before);
        }
    }

    /** Every document that has to be handed in. */
    void handsInTheDocuments() {
        var inputs = page.locator("main input[type=file]");
        for (int i = 0; i < inputs.count(); i++) inputs.nth(i).setInputFiles(PHOTO);
        page.locator("main button[name=then][value=next]").click();
    }

    void declaresAndSubmits() {
        page.locator("#declared").check(new Locator.CheckOptions().setForce(true));
        page.locator("main form:has(#declared) button[type=submit]").first().click();
    }

    String problems() {
        var summary = page.locator(".govuk-error-summary");
        return summary.count() == 0 ? "" : summary.innerText();
    }

    void opensMatter(String number) {
        opens("/my/" + number);
    }

    /** The sentence at the top: who holds it, until when, what comes next. */
    String stands() {
        return page.locator(".stands").first().innerText();
    }

    /** The card of one case on the page of a matter. */
    String card(int no) {
        return page.locator("#case-" + no).innerText();
    }

    /** Opens the decision, which tells it. */
    void readsTheDecision(int no) {
        var decision = page.locator("#case-" + no + " .matter-card__paper a").last();
        assertThat(page.request().get(decision.getAttribute("href")).status()).isEqualTo(200);
    }

    /** A register answers by itself within seconds. */
    void waitsFor(String number, int no, String words) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    opensMatter(number);
                    assertThat(card(no)).contains(words);
                });
    }

    @Override
    public void close() {
        browser.close();
    }
}
