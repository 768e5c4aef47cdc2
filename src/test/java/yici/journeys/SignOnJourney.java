package yici.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.house.SampleDepartment;
import yici.identity.MakePeople;
import yici.identity.Trust;
import yici.notification.Inbox;

/** One sign-on for the portal and the systems of departments, which are programs of their own. */
class SignOnJourney {

    private static final Duration AT_THE_LATEST = Duration.ofSeconds(5);

    private static SampleDepartment county;
    private static SampleDepartment city;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        county = SampleDepartment.of("civil-affairs@430523000000");
        city = SampleDepartment.of("police@430100000000");
    }

    @AfterAll
    static void close() {
        county.close();
        city.close();
    }

    @Test
    void signed_in_at_the_portal_a_department_opens_without_a_question_and_ends_when_the_portal_does() {
        var citizen = People.citizen();
        try (var person = Browser.phone()) {
            person.signIn(citizen.login());

            var page = person.go(county.url() + "/records");
            assertThat(page).hasURL(county.url() + "/records");
            assertThat(page.locator("#name")).hasText(citizen.me().name());
            assertThat(page.locator("#level")).hasText("urn:yici:trust:3");

            signOutAtThePortal(person);
            assertOutWithinSeconds(person, county);
        }
    }

    @Test
    void in_two_areas_one_session_opens_two_departments_which_know_the_person_by_two_names() {
        try (var person = Browser.phone()) {
            person.signIn(People.citizen().login());

            person.go("/?area=430523000000");
            var here = person.go(county.url() + "/records").locator("#sub").innerText();
            person.go("/?area=430100000000");
            var there = person.go(city.url() + "/records").locator("#sub").innerText();

            assertThat(person.page()).hasURL(city.url() + "/records");
            assertThat(here).isNotEqualTo(there);
            assertThat(person.go(county.url() + "/records").locator("#sub")).hasText(here);
        }
    }

    @Test
    void who_signs_out_at_one_department_is_out_at_the_portal_and_at_the_other() {
        try (var person = Browser.phone()) {
            person.signIn(People.citizen().login());
            person.go(city.url() + "/records");
            var page = person.go(county.url() + "/records");

            page.locator("form button").click();

            assertThat(page).hasURL(county.url() + "/goodbye");
            assertOutWithinSeconds(person, city);
            assertThat(person.go("/account")).hasURL(Pattern.compile(".*/sign-in.*"));
        }
    }

    @Test
    void a_visitor_of_a_department_signs_in_once_and_finds_it_in_the_account_as_known_by_duty() {
        var citizen = People.citizen();
        try (var person = Browser.phone()) {
            var page = person.go(county.url() + "/records");
            page.locator("main input[name=login]").fill(citizen.login());
            page.locator("main input[name=password]").fill(Browser.PASSWORD);
            page.locator("main form:has(input[name=password]) button").first().click();

            assertThat(page).hasURL(county.url() + "/records");
            assertThat(person.go("/account/connected").locator("main")).containsText(county.clientId());
            person.assertGoodPage();
        }
    }

    @Test
    void a_sensitive_page_asks_for_more_proof_on_the_way_and_opens_then() {
        var citizen = MakePeople.proofed(MakePeople.reached(People.citizen()), Trust.LEVEL_4);
        try (var person = Browser.phone()) {
            person.signIn(citizen.login());
            person.go(county.url() + "/records");

            var page = person.page();
            page.navigate(county.url() + "/sensitive");
            assertThat(page).hasURL(Pattern.compile(".*/step-up.*"));
            button(page, "发送验证码").click();
            page.getByLabel("6 位验证码").fill(Inbox.code(citizen.account().phone()));
            button(page, "确认").click();

            assertThat(page).hasURL(county.url() + "/sensitive");
            assertThat(page.locator("#level")).hasText("urn:yici:trust:4");
        }
    }

    @Test
    void whom_nobody_has_checked_any_further_stays_outside_of_a_sensitive_page() {
        try (var person = Browser.phone()) {
            person.signIn(People.citizen().login());

            person.page().navigate(county.url() + "/sensitive");

            assertThat(person.page().url()).doesNotEndWith("/sensitive");
        }
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void signOutAtThePortal(Browser person) {
        var page = person.go("/account");
        page.locator("form[action='/sign-out'] button").first().click();
    }

    /** Looks again and again, as somebody would who does not trust it. */
    private static void assertOutWithinSeconds(Browser person, SampleDepartment department) {
        long end = System.nanoTime() + AT_THE_LATEST.toNanos();
        boolean in = true;
        while (in && System.nanoTime() < end)
            in = !person.go(department.url() + "/").locator("body").innerText().contains("您尚未登录");

        assertThat(in)
                .as("still signed in at %s after %s", department.url(), AT_THE_LATEST)
                .isFalse();
    }
}
