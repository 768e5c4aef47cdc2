package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.house.People;

/** Begun on a phone, ended at a desk; and sent twice, it is still one application. */
class TwoBrowsersJourney {

    @Test
    void a_draft_begun_on_a_phone_goes_on_in_a_second_browser() {
        var person = People.citizen();
        var draft = Applicants.begin(person.me(), "43PCN0009", "430523000000", "q-applicant=mother");

        try (var phone = Citizen.signedIn(person);
                var desktop = Citizen.onDesktop()) {
            phone.opens("/drafts/" + draft + "/form/newbornName");
            phone.page().locator("main [name=newbornName]").fill("李安宁");
            phone.page().locator("main button[name=then][value=later]").click();

            desktop.signsIn(person.login());
            desktop.opens("/my");
            desktop.browser().assertGoodPage();
            desktop.page().locator("main a[href='/drafts/" + draft + "']").click();
            desktop.opens("/drafts/" + draft + "/form/newbornName");

            assertThat(desktop.page().locator("main [name=newbornName]").inputValue())
                    .isEqualTo("李安宁");
        }
    }

    @Test
    void sent_from_two_windows_it_is_one_application_with_one_receipt() {
        var person = People.citizen();
        var draft = Applicants.draft(person.me(), "43PCN0009", "430523000000", "q-applicant=mother");

        try (var one = Citizen.signedIn(person);
                var two = Citizen.signedIn(person)) {
            one.opens("/drafts/" + draft + "/check");
            two.opens("/drafts/" + draft + "/check");
            one.declaresAndSubmits();
            two.declaresAndSubmits();

            assertThat(one.page().url()).endsWith("/receipt");
            assertThat(two.page().url()).isEqualTo(one.page().url());
        }
    }

    @Test
    void nobody_else_finds_it() {
        var person = People.citizen();
        var application = Applicants.submit(person.me(), "43PCN0009", "430523000000", "q-applicant=mother");

        try (var stranger = Citizen.signedIn(People.citizen())) {
            stranger.browser().go("/my/" + application.number(), 404);
            stranger.browser().go("/applications/" + application.number() + "/receipt", 404);
            stranger.browser().go("/desk/" + application.number() + "/1", 403);
        }
    }
}
