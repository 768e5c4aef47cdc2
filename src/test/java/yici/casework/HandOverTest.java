package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import yici.identity.SignedIn;

class HandOverTest {

    private final SignedIn lina = Office.applicant("李娜");
    private final SignedIn health = Office.officer("health", "周医生");

    @Test
    void an_approval_supplies_what_the_next_case_waits_for_and_nothing_that_is_known() {
        var application = Office.files(
                lina, "43PCN0009", Map.of("newbornName", "李小禾"), "birth-cert", "household-reg", "social-card");

        assertThat(Office.file(application, "birth-cert").planned().handsOver()).containsExactly("birthCertNo");
        assertThat(Office.file(application, "household-reg").planned().handsOver())
                .containsExactly("newbornIdNo");
        assertThat(Office.file(application, "social-card").planned().handsOver())
                .isEmpty();
    }

    @Test
    void without_the_value_there_is_no_approval_and_the_field_is_named() {
        var application = newborn();

        var acted = Office.approve(health, application, "birth-cert");

        assertThat(acted)
                .isInstanceOfSatisfying(
                        Acted.Incomplete.class, i -> assertThat(i.errors()).containsOnlyKeys("birthCertNo"));
        assertThat(Office.state(application, "birth-cert")).isEqualTo(CaseState.SUBMITTED);
    }

    @Test
    void a_value_that_cannot_be_is_not_handed_over() {
        var application = newborn();
        Office.approve(health, application, "birth-cert", Map.of("birthCertNo", "T430012345"));

        var acted = Office.approve(
                Office.officer("police", "陈警官"),
                application,
                "household-reg",
                Map.of("newbornIdNo", "43052320261103002X"));

        assertThat(acted).isInstanceOf(Acted.Incomplete.class);
    }

    @Test
    void the_value_reaches_the_next_case_with_where_it_comes_from() {
        var application = newborn();

        Office.approve(health, application, "birth-cert", Map.of("birthCertNo", "T430012345"));

        assertThat(Office.bean(Facts.class).of(application.id()))
                .containsExactly(new Facts.Fact("birthCertNo", "T430012345", 1));
        assertThat(Office.state(application, "household-reg")).isEqualTo(CaseState.SUBMITTED);
    }

    @Test
    void what_a_case_before_has_given_is_not_asked_of_the_next() {
        var application = Office.files(lina, "43PCP0008", Map.of(), "death-normal", "pension-stop", "survivor-benefit");

        assertThat(Office.file(application, "death-normal").planned().handsOver())
                .containsExactlyInAnyOrder("deathCertNo", "deathDate");
        assertThat(Office.file(application, "pension-stop").planned().handsOver())
                .isEmpty();
    }

    private yici.application.Application newborn() {
        return Office.files(
                lina, "43PCN0009", Map.of("newbornName", "李小禾"), "birth-cert", "household-reg", "social-card");
    }
}
