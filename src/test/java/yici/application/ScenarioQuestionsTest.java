package yici.application;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.application.Scenarios.answers;

import org.junit.jupiter.api.Test;
import yici.catalogue.Guide;
import yici.catalogue.SampleGuides;

class ScenarioQuestionsTest {

    private static java.util.List<String> toAsk(Guide guide, String... given) {
        return ScenarioQuestions.toAsk(guide, answers(given)).stream()
                .map(Guide.Question::key)
                .toList();
    }

    @Test
    void whether_anybody_objected_is_asked_on_the_simple_path_alone() {
        var guide = SampleGuides.standard("43TCN0008");

        assertThat(toAsk(guide, "q-entity=llc", "q-path=simple")).contains("q-objection");
        assertThat(toAsk(guide, "q-entity=llc", "q-path=general")).doesNotContain("q-objection");
    }

    @Test
    void who_does_not_move_is_not_asked_about_the_household_to_move_to() {
        var guide = SampleGuides.standard("43PCP0007");

        assertThat(toAsk(guide, "q-history=first", "q-extras=birth-plan")).containsExactly("q-history", "q-extras");
        assertThat(toAsk(guide, "q-history=first", "q-extras=spouse-move"))
                .containsExactly("q-history", "q-extras", "q-host", "q-head");
    }

    @Test
    void nobody_without_a_housing_fund_is_asked_about_its_loan() {
        var guide = SampleGuides.standard("43PCN0013");

        assertThat(toAsk(guide, "q-situations=mi")).doesNotContain("q-loan");
        assertThat(toAsk(guide, "q-situations=fund")).contains("q-loan");
    }

    @Test
    void a_question_with_several_answers_may_have_none_unless_its_group_needs_a_member() {
        var extras = SampleGuides.standard("43PCN0009");
        var utilities = SampleGuides.standard("43TCN0004");

        assertThat(ScenarioQuestions.isAnswered(extras, extras.questions().getLast(), answers("q-extras=")))
                .isTrue();
        assertThat(ScenarioQuestions.isAnswered(utilities, utilities.questions().getFirst(), answers("q-utilities=")))
                .isFalse();
    }

    @Test
    void answers_the_guide_does_not_know_are_dropped() {
        var guide = SampleGuides.standard("43PCN0009");
        var read = ScenarioAnswers.read(
                guide,
                java.util.Map.of(
                        "q-applicant", new String[] {"aunt"},
                        "q-multiple", new String[] {"one", "more"},
                        "lang", new String[] {"en"}));

        assertThat(read).isEqualTo(answers("q-multiple=one"));
    }
}
