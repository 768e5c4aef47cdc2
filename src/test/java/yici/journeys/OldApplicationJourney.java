package yici.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yici.house.Apache;
import yici.house.Browser;
import yici.house.People;

/** The recipe of {@code docs/connect/mod-auth-openidc.md}, run as it stands there. */
class OldApplicationJourney {

    private static final Duration AT_THE_LATEST = Duration.ofSeconds(5);

    private static @Nullable Apache apache;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(
                Apache.isInstalled(),
                "skipped: no Apache with mod_auth_openidc here (apt-get install apache2 libapache2-mod-auth-openidc)");
        apache = Apache.start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (apache != null) apache.close();
    }

    @Test
    void an_old_application_learns_who_is_there_and_cannot_be_told_otherwise() {
        var citizen = People.citizen();
        try (var person = Browser.desktop()) {
            person.signIn(citizen.login());

            var page = open(person);
            var seen = page.locator("body").innerText();

            assertThat(seen)
                    .startsWith("/records")
                    .contains("oidc_claim_name: " + citizen.me().name());
            assertThat(seen).contains("x-person-id: ").contains("oidc_claim_sub: ");
            assertThat(seen).doesNotContain("mod_auth_openidc_session");
            var forged = page.request()
                    .get(
                            url() + "/records",
                            RequestOptions.create()
                                    .setHeader("OIDC_CLAIM_name", "somebody-else")
                                    .setHeader("X-Person-Id", "somebody-else"));
            assertThat(forged.text()).doesNotContain("somebody-else");
        }
    }

    @Test
    void who_signs_out_at_the_portal_is_out_at_the_old_application_within_five_seconds() {
        try (var person = Browser.desktop()) {
            person.signIn(People.citizen().login());
            open(person);

            person.go("/account")
                    .locator("form[action='/sign-out'] button")
                    .first()
                    .click();

            long end = System.nanoTime() + AT_THE_LATEST.toNanos();
            boolean in = true;
            while (in && System.nanoTime() < end) in = program(person.page()) == 200;
            assertThat(in).isFalse();
        }
    }

    @Test
    void who_signs_out_at_the_old_application_is_out_at_the_portal() {
        try (var person = Browser.desktop()) {
            person.signIn(People.citizen().login());
            var page = open(person);

            page.navigate(url() + "/oidc/callback?logout="
                    + java.net.URLEncoder.encode(url() + "/goodbye", java.nio.charset.StandardCharsets.UTF_8));

            assertThat(page).hasURL(url() + "/goodbye");
            assertThat(person.go("/account")).hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
        }
    }

    /** The person agrees the first time: an old application is not one that a public body knows by duty. */
    private static Page open(Browser person) {
        var page = person.page();
        page.navigate(url() + "/records");
        page.locator("button[name=answer][value=yes]").click();
        assertThat(page).hasURL(url() + "/records");
        return page;
    }

    /** Without being sent to sign in: 200 or 401. */
    private static int program(Page page) {
        return page.request()
                .get(url() + "/records", RequestOptions.create().setHeader("Accept", "application/json"))
                .status();
    }

    private static String url() {
        if (apache == null) throw new IllegalStateException("not started");
        return apache.url();
    }
}
