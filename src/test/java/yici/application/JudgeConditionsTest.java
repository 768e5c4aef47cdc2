package yici.application;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.application.Scenarios.fill;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import yici.catalogue.Guide;
import yici.catalogue.SampleGuides;

class JudgeConditionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Guide disability = SampleGuides.standard("43PCN0012");
    private final Guide newborn = SampleGuides.standard("43PCN0009");

    private static List<String> failed(Guide guide, Map<String, String> answers, String... scenario) {
        var plan = Resolve.resolve(guide, fill(guide, scenario));
        return JudgeConditions.judge(guide, plan, answers, TODAY).stream()
                .map(f -> f.condition().key() + " " + f.test().field())
                .toList();
    }

    @Test
    void a_card_may_be_renewed_because_it_is_damaged_long_before_it_expires() {
        var answers = Map.of(
                "disabilityType",
                "VISUAL",
                "hukouProvince",
                "430000",
                "certExpiryDate",
                "2031-01-01",
                "renewReason",
                "DAMAGED");

        assertThat(failed(disability, answers, "q-card=renew")).isEmpty();
    }

    @Test
    void renewing_because_it_expires_is_possible_in_the_last_twelve_months_only() {
        var answers = Map.of(
                "disabilityType",
                "VISUAL",
                "hukouProvince",
                "430000",
                "certExpiryDate",
                "2031-01-01",
                "renewReason",
                "EXPIRY");

        assertThat(failed(disability, answers, "q-card=renew")).containsExactly("c3 certExpiryDate");
    }

    @Test
    void the_grade_on_the_old_card_does_not_decide_about_a_subsidy_that_waits_for_the_new_one() {
        var answers = Map.of(
                "disabilityType", "VISUAL",
                "hukouProvince", "430000",
                "disabilityGrade", "4",
                "destituteSupport", "false",
                "workInjuryCareAllowance", "false");

        assertThat(failed(disability, answers, "q-card=grade", "q-benefits=nursing-subsidy"))
                .isEmpty();
    }

    @Test
    void a_test_that_fails_is_named_even_when_others_cannot_be_told() {
        assertThat(failed(newborn, Map.of("settleParentHukouType", "COLLECTIVE")))
                .containsExactly("c2 settleParentHukouType");
    }

    @Test
    void what_nobody_has_stated_yet_fails_nobody() {
        assertThat(failed(newborn, Map.of())).isEmpty();
    }
}
