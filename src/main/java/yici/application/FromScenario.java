package yici.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yici.application.Known.Fact;
import yici.catalogue.Guide;
import yici.catalogue.Guide.Condition;
import yici.catalogue.Guide.EffectKind;
import yici.form.DataElement;
import yici.form.Rule;

/**
 * What the answers to the scenario questions say about the form without the guide saying so: where one of two choices fails a condition that
 * asks for one value of one element, the other choice states that value. So nobody is asked twice whether they are married.
 */
final class FromScenario {

    private FromScenario() {}

    static Map<String, Fact> facts(Guide guide, ScenarioAnswers answers, List<DataElement> asked) {
        var keys = asked.stream().map(DataElement::key).collect(Collectors.toSet());
        var facts = new LinkedHashMap<String, Fact>();
        for (var condition : stated(guide, answers).toList())
            onlyTest(condition)
                    .filter(test -> keys.contains(test.field()))
                    .ifPresent(test -> facts.put(test.field(), new Fact(Known.From.GUIDANCE, test.value())));
        return facts;
    }

    /** Conditions that the answers say are met. */
    static Stream<Condition> stated(Guide guide, ScenarioAnswers answers) {
        return guide.questions().stream()
                .filter(q -> q.choices().size() == 2 && q.type() != Guide.QuestionType.MULTI)
                .flatMap(q -> q.choices().stream()
                        .filter(c -> answers.answered(q.key())
                                && !answers.of(q.key()).contains(c.key())))
                .flatMap(c -> c.effects().stream())
                .filter(e -> e.kind() == EffectKind.FAIL_CONDITION)
                .flatMap(e -> guide.conditions().stream().filter(c -> c.key().equals(e.ref())))
                .filter(c -> onlyTest(c).isPresent());
    }

    private static Optional<Rule.Test> onlyTest(Condition condition) {
        return condition
                .rule()
                .filter(r -> r.tests().size() == 1)
                .map(r -> r.tests().getFirst())
                .filter(t -> t.operator().equals("EQ"));
    }
}
