package yici.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yici.application.Plan.Edge;
import yici.application.Plan.Todo;
import yici.catalogue.Guide;
import yici.catalogue.Guide.GroupRule;
import yici.catalogue.SampleGuides;

/** What holds for every guide anybody has read and every combination of answers to its questions: not sampled, all of them. */
class EveryPlanTest {

    static Stream<Guide> guides() {
        return SampleGuides.all().stream();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void each_chosen_item_stands_once_and_after_all_it_waits_for(Guide guide) {
        forEveryPlan(guide, (_, plan) -> {
            assertThat(plan.items()).doesNotHaveDuplicates();
            for (var edge : plan.edges())
                assertThat(plan.items().indexOf(edge.from()))
                        .isNotNegative()
                        .isLessThan(plan.items().indexOf(edge.to()));
        });
    }

    /** By its own walk, not by the order that the plan itself gives. */
    @ParameterizedTest
    @MethodSource("guides")
    void the_graph_is_acyclic(Guide guide) {
        forEveryPlan(guide, (_, plan) -> {
            var left = new HashSet<>(plan.edges());
            boolean shrunk = true;
            while (shrunk) {
                var targets = left.stream().map(Edge::to).toList();
                shrunk = left.removeIf(e -> !targets.contains(e.from()));
            }
            assertThat(left).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void every_prerequisite_of_a_chosen_item_is_chosen_too_and_waited_for(Guide guide) {
        forEveryPlan(guide, (_, plan) -> {
            for (var item : plan.items())
                for (var prerequisite : guide.item(item).prerequisites()) {
                    var named = prerequisite
                            .item()
                            .map(List::of)
                            .orElseGet(() -> guide.group(prerequisite.group().orElseThrow())
                                    .items());
                    var before = named.stream()
                            .filter(plan.items()::contains)
                            .filter(i -> !prerequisite.exceptItems().contains(i))
                            .toList();
                    assertThat(prerequisite.onlyIfIncluded() || !before.isEmpty())
                            .isTrue();
                    for (var from : before)
                        assertThat(plan.edges())
                                .anyMatch(e -> e.from().equals(from)
                                        && e.to().equals(item)
                                        && e.passes().containsAll(prerequisite.passes()));
                }
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void each_asked_element_is_needed_by_a_chosen_item_and_asked_once(Guide guide) {
        var elements = neededBy(guide);
        forEveryPlan(guide, (_, plan) -> {
            assertThat(plan.asked()).doesNotHaveDuplicates();
            for (var key : plan.asked())
                assertThat(elements.getOrDefault(key, List.of())).anyMatch(plan.items()::contains);
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void each_needed_element_is_asked_or_settled_or_handed_over_and_only_one_of_them(Guide guide) {
        forEveryPlan(guide, (_, plan) -> {
            for (var element : guide.elements()) {
                int ways = (plan.asked().contains(element.key()) ? 1 : 0)
                        + (plan.preset().containsKey(element.key()) ? 1 : 0)
                        + (plan.handedOver().contains(element.key()) ? 1 : 0);
                boolean needed = element.neededBy().stream().anyMatch(plan.items()::contains);
                assertThat(ways).isEqualTo(needed ? 1 : 0);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void what_is_handed_over_comes_from_a_chosen_item_that_finishes_before(Guide guide) {
        var elements = neededBy(guide);
        forEveryPlan(guide, (_, plan) -> {
            for (var key : plan.handedOver())
                for (var item : elements.getOrDefault(key, List.of()))
                    if (plan.items().contains(item))
                        assertThat(ancestors(plan, item))
                                .anyMatch(a -> plan.edges().stream()
                                        .anyMatch(e -> e.from().equals(a)
                                                && e.passes().contains(key)
                                                && (e.to().equals(item)
                                                        || ancestors(plan, item).contains(e.to()))));
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void groups_keep_their_rules(Guide guide) {
        forEveryPlan(guide, (_, plan) -> {
            for (var group : guide.groups()) {
                long members =
                        group.items().stream().filter(plan.items()::contains).count();
                if (group.rule() == GroupRule.ALL && !plan.excluded())
                    assertThat(members).isEqualTo(group.items().size());
                if (group.max().isPresent())
                    assertThat(members).isLessThanOrEqualTo(group.max().get());
                if (!plan.excluded()) assertThat(members).isGreaterThanOrEqualTo(group.min());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void no_document_is_asked_for_that_no_chosen_item_uses(Guide guide) {
        forEveryPlan(guide, (_, plan) -> {
            for (var evidence : plan.evidence()) {
                assertThat(evidence.usedBy()).isNotEmpty().allMatch(plan.items()::contains);
                if (evidence.todo() != Todo.WAIVED)
                    assertThat(evidence.waiver()).isEqualTo(Guide.Waiver.NONE);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void whoever_is_excluded_is_told_why_and_offered_every_item_alone(Guide guide) {
        forEveryPlan(guide, (_, plan) -> {
            if (!plan.excluded()) {
                assertThat(plan.fallback()).isEmpty();
                return;
            }
            assertThat(plan.failed().size() + plan.impossible().size()).isPositive();
            assertThat(plan.fallback())
                    .containsAll(plan.items())
                    .containsAll(plan.impossible().keySet());
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void a_notice_is_made_again_from_its_address(Guide guide) {
        for (var answers : ScenarioQuestions.combinations(ScenarioAnswers.NONE, guide.questions()))
            assertThat(ScenarioAnswers.read(guide, Scenarios.asParameters(answers)))
                    .isEqualTo(answers);
    }

    /** Leaving out a question that does not matter leaves the plan as it is: otherwise it did matter. */
    @ParameterizedTest
    @MethodSource("guides")
    void a_question_that_is_not_asked_would_have_changed_nothing(Guide guide) {
        for (var answers : sample(ScenarioQuestions.combinations(ScenarioAnswers.NONE, guide.questions())))
            assertThat(Resolve.resolve(guide, ScenarioQuestions.relevant(guide, answers)))
                    .isEqualTo(Resolve.resolve(guide, answers));
    }

    @Test
    void all_nine_life_events_are_among_them() {
        assertThat(SampleGuides.standards()).hasSize(9);
    }

    /** Each proof of a question tries hundreds of plans itself; two hundred spread over all combinations are enough of them. */
    private static List<ScenarioAnswers> sample(List<ScenarioAnswers> all) {
        int step = Math.max(1, all.size() / 200);
        return Stream.iterate(0, i -> i < all.size(), i -> i + step)
                .map(all::get)
                .toList();
    }

    private static void forEveryPlan(Guide guide, BiConsumer<ScenarioAnswers, Plan> claim) {
        for (var answers : ScenarioQuestions.combinations(ScenarioAnswers.NONE, guide.questions()))
            if (guide.questions().stream().allMatch(q -> ScenarioQuestions.isAnswered(guide, q, answers)))
                claim.accept(answers, Resolve.resolve(guide, answers));
    }

    private static Map<String, List<String>> neededBy(Guide guide) {
        var items = new HashMap<String, List<String>>();
        for (var element : guide.elements()) items.put(element.key(), element.neededBy());
        return items;
    }

    private static Set<String> ancestors(Plan plan, String item) {
        var ancestors = new HashSet<String>();
        for (var edge : plan.edges())
            if (edge.to().equals(item) && ancestors.add(edge.from())) ancestors.addAll(ancestors(plan, edge.from()));
        return ancestors;
    }
}
