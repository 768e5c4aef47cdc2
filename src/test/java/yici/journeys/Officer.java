package yici.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;

/** An officer at the desk. */
final class Officer implements AutoCloseable {

    private final Browser browser = Browser.desktop();
    private final Page page = browser.page();
    private final String name;

    private Officer(String body) {
        var someone = People.officer(body);
        name = someone.me().name();
        browser.signIn(someone.login());
    }

    static Officer of(String body) {
        return new Officer(body);
    }

    /** Of the body that decides this case. */
    static Officer inCharge(String number, int no) {
        return new Officer(Product.running()
                .bean(JdbcClient.class)
                .sql("""
                        select c.body_id from casework.case_file c join casework.bundle b using (application_id)
                        where b.number = :number and c.no = :no
                        """)
                .param("number", number)
                .param("no", no)
                .query(String.class)
                .single());
    }

    String name() {
        return name;
    }

    Browser browser() {
        return browser;
    }

    Page page() {
        return page;
    }

    void opens(String number, int no) {
        browser.go("/desk/" + number + "/" + no);
    }

    void accepts() {
        page.locator("form[action$='/accept'] button.govuk-button").click();
    }

    void approves() {
        approves(Map.of());
    }

    /** @param values to hand over to the cases that follow, by element */
    void approves(Map<String, String> values) {
        var form = unfolded("approve");
        values.forEach((element, value) -> {
            var field = form.locator("[name='" + element + "']").first();
            switch (String.valueOf(field.getAttribute("type"))) {
                case "radio" ->
                    form.locator("[name='" + element + "'][value='" + value + "']")
                            .check(new Locator.CheckOptions().setForce(true));
                default -> {
                    if (field.evaluate("e => e.tagName").equals("SELECT")) field.selectOption(value);
                    else field.fill(value);
                }
            }
        });
        form.locator("button.govuk-button").last().click();
    }

    void refuses(String reason) {
        var form = unfolded("refuse");
        form.locator("textarea").fill(reason);
        form.locator("button.govuk-button").last().click();
    }

    /** @param elements and documents, by key, that are to be put right */
    void asksForCorrection(String note, String... elements) {
        var form = unfolded("correction");
        for (var element : elements)
            form.locator("input[value='" + element + "']").check(new Locator.CheckOptions().setForce(true));
        form.locator("textarea").fill(note);
        form.locator("button.govuk-button").last().click();
    }

    /** @param until such as 2026-10-27 */
    void stopsTheClock(String cause, String until, String reason) {
        var form = unfolded("stop");
        form.locator("[name=cause]").selectOption(cause);
        form.locator("[name=planned]").fill(until);
        form.locator("textarea").fill(reason);
        form.locator("button.govuk-button").last().click();
    }

    /** @param finding upheld or rejected */
    void answersTheObjection(String finding, String reason) {
        var form = page.locator("form[action*='/objections/']").first();
        form.locator("[value='" + finding + "']").check(new Locator.CheckOptions().setForce(true));
        form.locator("textarea").fill(reason);
        form.locator("button.govuk-button").click();
    }

    /** @param limit key of the clock, such as licence.joint */
    void extends_(String limit, String days, String approver, String reason) {
        var form = unfolded("extend");
        form.locator("[name=which]").selectOption(limit);
        form.locator("[name=days]").fill(days);
        form.locator("[name=approver]").fill(approver);
        form.locator("textarea").fill(reason);
        form.locator("button.govuk-button").last().click();
    }

    void letsTheClockRun() {
        page.locator("form[action$='/run-again'] button.govuk-button").click();
    }

    String reads() {
        return page.locator("main").innerText();
    }

    private Locator unfolded(String deed) {
        var form = page.locator("form[action$='/" + deed + "']");
        form.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED)); // the page before may still be there
        var details = page.locator("details:has(form[action$='/" + deed + "'])");
        if (details.count() > 0 && details.getAttribute("open") == null)
            details.locator("summary").first().click();
        return form;
    }

    @Override
    public void close() {
        browser.close();
    }
}
