package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.house.People;

/** Two officers, one case: one works on it, the other sees who. */
class TwoOfficersJourney {

    @Test
    void the_first_to_open_a_case_holds_it_and_the_second_reads_the_name() {
        var person = People.citizen();
        var number = Applicants.submit(person.me(), "43PCN0009", "430523000000", "q-applicant=mother", "q-extras=")
                .number();

        try (var first = Officer.inCharge(number, 1);
                var second = Officer.inCharge(number, 1)) {
            first.browser().go("/desk");
            first.browser().assertGoodPage();
            first.page().locator("#q").fill(number);
            first.page().locator("#q").press("Enter");
            assertThat(first.reads()).contains(number);
            first.opens(number, 1);

            second.opens(number, 1);
            second.browser().assertGoodPage();
            assertThat(second.reads()).contains(first.name());
            assertThat(second.page().locator("form[action$='/approve']").count())
                    .isZero();

            first.approves(Map.of("birthCertNo", "P430523777"));
            second.opens(number, 1);
            assertThat(second.reads()).contains("已办结");
        }
    }

    @Test
    void an_officer_of_another_body_does_not_find_the_case() {
        var person = People.citizen();
        var number = Applicants.submit(person.me(), "43PCN0009", "430523000000", "q-applicant=mother", "q-extras=")
                .number();

        try (var elsewhere = Officer.of("police@430524000000")) {
            elsewhere.browser().go("/desk/" + number + "/1", 404);
        }
    }
}
