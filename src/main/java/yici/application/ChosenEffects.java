package yici.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yici.catalogue.Guide;
import yici.catalogue.Guide.Effect;
import yici.catalogue.Guide.EffectKind;

/** What the chosen answers bring about, in the guide's order. */
record ChosenEffects(List<Effect> all) {

    static ChosenEffects of(Guide guide, ScenarioAnswers answers) {
        return new ChosenEffects(effects(guide, switchPaths(guide, answers)));
    }

    /** An answer may put another answer in the place of one already given: an objection turns the simple path into the general one. */
    private static ScenarioAnswers switchPaths(Guide guide, ScenarioAnswers answers) {
        var switched = answers;
        for (var effect : effects(guide, answers))
            if (effect.kind() == EffectKind.SWITCH_PATH)
                switched = switched.with(effect.ref(), List.of(effect.value()));
        return switched;
    }

    private static List<Effect> effects(Guide guide, ScenarioAnswers answers) {
        var effects = new ArrayList<Effect>();
        for (var question : guide.questions())
            for (var choice : question.choices())
                if (answers.of(question.key()).contains(choice.key())) effects.addAll(choice.effects());
        return List.copyOf(effects);
    }

    Set<String> refs(EffectKind kind) {
        return all.stream().filter(e -> e.kind() == kind).map(Effect::ref).collect(Collectors.toSet());
    }

    List<Effect> of(EffectKind... kinds) {
        var wanted = Set.of(kinds);
        return all.stream().filter(e -> wanted.contains(e.kind())).toList();
    }

    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        for (var effect : of(EffectKind.SET_FIELD)) fields.put(effect.ref(), effect.value());
        return fields;
    }

    Optional<String> note(String evidence) {
        return of(EffectKind.REQUIRE_NOTE).stream()
                .filter(e -> e.ref().equals(evidence))
                .map(Effect::value)
                .findFirst();
    }
}
