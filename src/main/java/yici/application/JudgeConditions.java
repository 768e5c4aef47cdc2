package yici.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yici.catalogue.Guide;
import yici.catalogue.Guide.Condition;
import yici.form.Rule;
import yici.form.Rule.Mode;
import yici.form.Rule.Outcome;

/**
 * Holds the conditions of a plan against the form's answers.
 *
 * <p>Guides put several conditions on one item that can never hold together: a disability card is renewed because it is damaged <em>or</em>
 * because details have changed <em>or</em> because it expires. Read as one list, nobody could ever renew a card. So conditions on exactly the
 * same items, of which two contradict each other on one field, are alternatives: one of them must hold.
 */
final class JudgeConditions {

    /** @param test the first test that does not hold */
    record Failure(Condition condition, Rule.Test test) {}

    private final Guide guide;
    private final Plan plan;
    private final Map<String, String> answers;
    private final LocalDate today;

    private JudgeConditions(Guide guide, Plan plan, Map<String, String> answers, LocalDate today) {
        this.guide = guide;
        this.plan = plan;
        this.answers = answers;
        this.today = today;
    }

    /** The conditions that do not hold, in the guide's order. What cannot be told from the answers is left to the office. */
    static List<Failure> judge(Guide guide, Plan plan, Map<String, String> answers, LocalDate today) {
        return new JudgeConditions(guide, plan, answers, today).failures();
    }

    private List<Failure> failures() {
        var byItems = new LinkedHashMap<Set<String>, List<Condition>>();
        for (var condition : guide.conditions())
            if (plan.toCheck().contains(condition.key()) && condition.rule().isPresent())
                byItems.computeIfAbsent(Set.copyOf(condition.appliesTo()), _ -> new ArrayList<>())
                        .add(condition);
        var failures = new ArrayList<Failure>();
        byItems.values().forEach(conditions -> {
            var failed = conditions.stream().flatMap(c -> failure(c).stream()).toList();
            if (!areAlternatives(conditions)) failures.addAll(failed);
            else if (failed.size() == conditions.size()) failures.add(closest(failed));
        });
        failures.sort((a, b) ->
                guide.conditions().indexOf(a.condition()) - guide.conditions().indexOf(b.condition()));
        return failures;
    }

    private Optional<Failure> failure(Condition condition) {
        return condition.rule().flatMap(rule -> switch (rule.judge(known(condition), today)) {
            case Outcome.Met() -> Optional.empty();
            case Outcome.Unknown(var _) -> Optional.empty();
            case Outcome.NotMet(var test) -> Optional.of(new Failure(condition, test));
        });
    }

    /**
     * What is handed over to the items a condition is about does not count as known yet: the grade on the old card says nothing about a
     * subsidy that waits for the new one.
     */
    private Map<String, String> known(Condition condition) {
        var known = new HashMap<>(answers);
        if (condition.appliesTo().isEmpty()) return known;
        var about =
                plan.items().stream().filter(condition.appliesTo()::contains).toList();
        known.keySet()
                .removeIf(element -> !about.isEmpty() && about.stream().allMatch(item -> isHanded(element, item)));
        return known;
    }

    private boolean isHanded(String element, String item) {
        return plan.edges().stream()
                .filter(e -> e.to().equals(item))
                .anyMatch(e -> e.passes().contains(element) || isHanded(element, e.from()));
    }

    private static boolean areAlternatives(List<Condition> conditions) {
        if (conditions.getFirst().appliesTo().isEmpty()) return false;
        return conditions.stream().anyMatch(a -> conditions.stream().anyMatch(b -> contradict(a, b)));
    }

    private static boolean contradict(Condition a, Condition b) {
        return demands(a).entrySet().stream().anyMatch(demand -> {
            var other = demands(b).get(demand.getKey());
            return other != null && !other.equals(demand.getValue());
        });
    }

    private static Map<String, String> demands(Condition condition) {
        var demands = new HashMap<String, String>();
        condition
                .rule()
                .filter(r -> r.mode() == Mode.ALL)
                .ifPresent(rule -> rule.tests().stream()
                        .filter(t -> t.operator().equals("EQ"))
                        .forEach(t -> demands.put(t.field(), t.value())));
        return demands;
    }

    /** Of the alternatives that all fail, the one that fails last in its own list of tests: the person was nearest to it. */
    private static Failure closest(List<Failure> failed) {
        return failed.stream()
                .reduce((a, b) -> progress(b) > progress(a) ? b : a)
                .orElseThrow();
    }

    private static int progress(Failure failure) {
        return failure.condition()
                .rule()
                .map(r -> r.tests().indexOf(failure.test())
                        * 100
                        / Math.max(1, r.tests().size()))
                .orElse(0);
    }
}
