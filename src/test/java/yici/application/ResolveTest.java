package yici.application;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.application.Scenarios.fill;

import java.util.Map;
import org.junit.jupiter.api.Test;
import yici.application.Plan.Edge;
import yici.application.Plan.Hint;
import yici.application.Plan.PlannedEvidence;
import yici.application.Plan.Todo;
import yici.catalogue.Guide;
import yici.catalogue.Guide.EffectKind;
import yici.catalogue.Guide.Waiver;
import yici.catalogue.SampleGuides;

class ResolveTest {

    private final Guide newborn = SampleGuides.standard("43PCN0009");
    private final Guide school = SampleGuides.standard("43PCN0010");
    private final Guide disability = SampleGuides.standard("43PCN0012");
    private final Guide retirement = SampleGuides.standard("43PCN0013");
    private final Guide marriage = SampleGuides.standard("43PCP0007");
    private final Guide death = SampleGuides.standard("43PCP0008");
    private final Guide restaurant = SampleGuides.standard("43TCN0003");
    private final Guide utilities = SampleGuides.standard("43TCN0004");
    private final Guide deregistration = SampleGuides.standard("43TCN0008");

    private static Plan plan(Guide guide, String... answers) {
        return Resolve.resolve(guide, fill(guide, answers));
    }

    private static PlannedEvidence evidence(Plan plan, String key) {
        return plan.evidence().stream()
                .filter(e -> e.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void
            the_certificate_number_goes_from_the_birth_certificate_to_the_household_and_the_new_id_number_on_to_the_card() {
        var plan = plan(newborn, "q-extras=social-card,maternity-benefit");

        assertThat(plan.items()).containsExactly("birth-cert", "household-reg", "social-card", "maternity-benefit");
        assertThat(plan.edges())
                .contains(new Edge("birth-cert", "household-reg", java.util.List.of("newbornName", "birthCertNo")));
        assertThat(plan.handedOver()).containsExactlyInAnyOrder("birthCertNo", "newbornIdNo");
        assertThat(plan.asked()).contains("newbornName").doesNotContain("birthCertNo", "newbornIdNo");
    }

    @Test
    void a_father_brings_the_mothers_authorisation_with_the_birth_record() {
        var plan = plan(newborn, "q-applicant=father");

        assertThat(evidence(plan, "birth-record").note()).isEqualTo("母亲委托父亲授权委托书");
        assertThat(plan.hints()).contains(new Hint(EffectKind.REQUIRE_NOTE, "birth-record", "母亲委托父亲授权委托书"));
    }

    @Test
    void a_child_born_out_of_wedlock_falls_back_to_single_items_and_the_rule_is_named() {
        var plan = plan(newborn, "q-wedlock=no", "q-extras=social-card");

        assertThat(plan.excluded()).isTrue();
        assertThat(plan.failed()).containsExactly("c3");
        assertThat(plan.fallback()).containsExactly("birth-cert", "household-reg", "social-card");
    }

    @Test
    void twins_are_told_that_each_child_has_its_own_case() {
        assertThat(plan(newborn, "q-multiple=more").hints())
                .contains(new Hint(EffectKind.REPEAT_CASE, "birth-cert", ""));
    }

    @Test
    void a_document_an_answer_makes_needless_is_listed_as_waived_by_the_answer() {
        var declaration = evidence(plan(newborn, "q-ethnicity=same"), "ethnicity-declaration");

        assertThat(declaration.todo()).isEqualTo(Todo.WAIVED);
        assertThat(declaration.waiver()).isEqualTo(Waiver.NONE);
    }

    @Test
    void asking_for_a_document_beats_waiving_it() {
        var plan = plan(marriage, "q-history=first,widowed");

        assertThat(evidence(plan, "widowed-proof").todo()).isEqualTo(Todo.SUPPLY);
    }

    @Test
    void a_document_a_licence_stands_for_is_waived_with_that_reason_even_when_an_answer_asks_for_it() {
        var certificate = evidence(plan(marriage, "q-history=divorced"), "divorce-cert");

        assertThat(certificate.todo()).isEqualTo(Todo.WAIVED);
        assertThat(certificate.waiver()).isEqualTo(Waiver.ELICENCE);
    }

    @Test
    void moving_to_the_spouse_brings_the_change_of_marital_status_along() {
        var plan = plan(marriage, "q-extras=spouse-move");

        assertThat(plan.items()).containsExactly("marriage-reg", "marital-status", "spouse-move");
        assertThat(plan.added()).isEqualTo(Map.of("marital-status", "spouse-move"));
    }

    @Test
    void what_is_excluded_by_an_answer_is_not_done_though_it_was_ticked_and_the_rest_goes_on() {
        var plan = plan(marriage, "q-extras=spouse-move,birth-plan", "q-host=collective");

        assertThat(plan.items()).containsExactly("marriage-reg", "birth-plan");
        assertThat(plan.excluded()).isFalse();
        assertThat(plan.hints()).contains(new Hint(EffectKind.EXCLUDE_ITEM, "spouse-move", ""));
    }

    @Test
    void what_has_to_be_settled_first_is_said_only_to_those_it_concerns() {
        var hint = new Hint(EffectKind.BLOCK_UNTIL, "spouse-move", "先变更户主");

        assertThat(plan(marriage, "q-extras=spouse-move", "q-head=yes").hints()).contains(hint);
        assertThat(plan(marriage, "q-head=yes").hints()).doesNotContain(hint);
    }

    @Test
    void an_item_that_starts_at_a_counter_says_so() {
        assertThat(plan(marriage).hints()).contains(new Hint(EffectKind.FORCE_OFFLINE, "marriage-reg", ""));
        assertThat(plan(death, "q-death=unnatural").hints())
                .contains(new Hint(EffectKind.FORCE_OFFLINE, "death-unnatural", ""));
        assertThat(plan(death, "q-death=natural").hints()).isEmpty();
    }

    @Test
    void subsidies_wait_for_the_card_that_was_chosen_and_get_its_number() {
        var plan = plan(disability, "q-card=new", "q-benefits=nursing-subsidy,training");

        assertThat(plan.items()).startsWith("card-new");
        assertThat(plan.edges()).extracting(Edge::from).containsOnly("card-new");
        assertThat(plan.handedOver()).contains("disabilityCertNo", "disabilityGrade");
    }

    @Test
    void a_subsidy_cannot_be_had_together_with_cancelling_the_card_and_both_are_offered_alone() {
        var plan = plan(disability, "q-card=cancel", "q-benefits=living-subsidy");

        assertThat(plan.excluded()).isTrue();
        assertThat(plan.impossible()).isEqualTo(Map.of("living-subsidy", "card"));
        assertThat(plan.fallback()).containsExactly("card-cancel", "living-subsidy");
    }

    @Test
    void the_grade_is_asked_for_a_change_of_grade_because_nobody_hands_it_to_that_item() {
        var plan = plan(disability, "q-card=grade", "q-benefits=nursing-subsidy");

        assertThat(plan.asked()).contains("disabilityGrade", "disabilityCertNo");
        assertThat(plan.edges().getFirst().passes()).contains("disabilityGrade", "disabilityCertNo");
    }

    @Test
    void a_value_that_an_answer_settles_is_not_asked_again() {
        var plan = plan(school, "q-stage=junior", "q-channel=offline");

        assertThat(plan.preset()).isEqualTo(Map.of("stage", "JUNIOR", "channel", "OFFLINE"));
        assertThat(plan.asked()).doesNotContain("stage", "channel");
    }

    @Test
    void enrolment_waits_for_those_checks_that_were_chosen_and_needs_no_other() {
        var plan = plan(school, "q-ground=migrant");

        assertThat(plan.items()).containsExactly("residence-check", "household-check", "social-check", "enrol-info");
        assertThat(plan.added()).isEmpty();
    }

    @Test
    void excluding_wins_over_including() {
        var plan = plan(retirement, "q-situations=special", "q-age=normal");

        assertThat(plan.items()).doesNotContain("special-trade");
    }

    @Test
    void a_failed_condition_of_an_item_nobody_chose_excludes_nobody() {
        assertThat(plan(retirement, "q-loan=yes").excluded()).isFalse();
        assertThat(plan(retirement, "q-loan=yes", "q-situations=fund").failed()).containsExactly("c4");
    }

    @Test
    void a_required_document_counts_only_with_an_item_that_uses_it() {
        var without = plan(restaurant, "q-fire=none");
        var with = plan(restaurant, "q-fire=general");

        assertThat(without.evidence()).extracting(PlannedEvidence::key).doesNotContain("fire-plan", "fire-declaration");
        assertThat(evidence(with, "fire-plan").todo()).isEqualTo(Todo.SUPPLY);
        assertThat(evidence(with, "fire-declaration").todo()).isEqualTo(Todo.SUPPLY);
    }

    @Test
    void items_without_an_edge_run_side_by_side() {
        var plan = plan(utilities, "q-utilities=water,gas", "q-works=yes");

        assertThat(plan.edges()).isEmpty();
        assertThat(plan.hints()).contains(new Hint(EffectKind.SCHEDULE_JOINT_VISIT, "external-works", ""));
    }

    @Test
    void the_simple_path_checks_its_own_condition_and_the_general_path_the_other() {
        assertThat(plan(deregistration, "q-path=simple", "q-objection=no").toCheck())
                .contains("c3")
                .doesNotContain("c4");
        assertThat(plan(deregistration, "q-path=general", "q-objection=no").toCheck())
                .contains("c4")
                .doesNotContain("c3");
    }

    @Test
    void an_objection_turns_the_simple_path_into_the_general_one() {
        assertThat(plan(deregistration, "q-path=simple", "q-objection=yes"))
                .isEqualTo(plan(deregistration, "q-path=general", "q-objection=no"));
    }

    @Test
    void one_of_fifteen_kinds_of_firm_is_deregistered_after_tax() {
        var plan = plan(deregistration, "q-entity=gp", "q-rest=seal,customs");

        assertThat(plan.items()).containsExactly("tax-cancel", "customs-cancel", "dereg-gp", "seal-cancel");
        assertThat(plan.edges())
                .extracting(e -> e.from() + ">" + e.to())
                .containsExactlyInAnyOrder("tax-cancel>dereg-gp", "customs-cancel>dereg-gp", "dereg-gp>seal-cancel");
    }

    @Test
    void a_variant_that_has_done_away_with_an_item_forgets_it_everywhere() {
        var guide = SampleGuides.all().stream()
                .filter(g -> g.code().equals("43PCN0013"))
                .filter(g -> g.items().stream().noneMatch(i -> i.key().equals("onechild-bonus")))
                .findFirst()
                .orElseThrow();

        assertThat(plan(guide, "q-situations=onechild").items())
                .contains("onechild-apply")
                .doesNotContain("onechild-bonus");
    }
}
