package yici.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.house.People;

/** One of six certificate services, then the benefits that wait for the certificate. */
class DisabilityJourney {

    @Test
    void benefits_wait_for_the_certificate_and_start_with_its_number() {
        var person = People.citizen();
        var application = Applicants.submit(
                person.me(), "43PCN0012", "430523000000", "q-card=new", "q-benefits=training,medical-enrol");
        var number = application.number();
        assertThat(application.plan().items()).containsExactly("card-new", "training", "medical-enrol");

        try (var citizen = Citizen.signedIn(person)) {
            citizen.opensMatter(number);
            assertThat(citizen.card(2)).contains("等待前一项").contains("办好后自动开始");

            try (var federation = Officer.inCharge(number, 1)) {
                federation.opens(number, 1);
                federation.approves(Map.of("disabilityCertNo", "43052319950316982144", "disabilityGrade", "2"));
                assertThat(federation.browser().status()).isEqualTo(200);
            }

            citizen.opensMatter(number);
            citizen.browser().assertGoodPage();
            assertThat(citizen.card(1)).contains("已办结");
            assertThat(citizen.card(2)).doesNotContain("办好后自动开始");
            assertThat(citizen.card(3)).doesNotContain("办好后自动开始");
        }
    }
}
