package yici.application;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import yici.catalogue.Guide;

/**
 * What somebody answered to the scenario questions. Travels in the address until a draft is made, so a notice can be shared and nothing is
 * kept of a visitor.
 *
 * @param chosen question key to the keys of the chosen choices, both in the guide's order; a question not answered is not there
 */
public record ScenarioAnswers(Map<String, List<String>> chosen) {

    public static final ScenarioAnswers NONE = new ScenarioAnswers(Map.of());

    public ScenarioAnswers {
        var copy = new LinkedHashMap<String, List<String>>();
        chosen.forEach((question, choices) -> copy.put(question, List.copyOf(choices)));
        chosen = java.util.Collections.unmodifiableMap(copy);
    }

    /** Takes what the guide knows from an address or a form; anything else is dropped, of a single choice the first counts. */
    static ScenarioAnswers read(Guide guide, Map<String, String[]> parameters) {
        var chosen = new LinkedHashMap<String, List<String>>();
        for (var question : guide.questions()) {
            if (!parameters.containsKey(question.key())) continue;
            var given = Set.copyOf(Arrays.asList(parameters.get(question.key())));
            var known = question.choices().stream()
                    .map(Guide.Choice::key)
                    .filter(given::contains)
                    .limit(question.type() == Guide.QuestionType.MULTI ? Integer.MAX_VALUE : 1)
                    .toList();
            if (!known.isEmpty() || question.type() == Guide.QuestionType.MULTI) chosen.put(question.key(), known);
        }
        return new ScenarioAnswers(chosen);
    }

    List<String> of(String question) {
        return chosen.getOrDefault(question, List.of());
    }

    boolean answered(String question) {
        return chosen.containsKey(question);
    }

    ScenarioAnswers with(String question, List<String> choices) {
        var changed = new LinkedHashMap<>(chosen);
        changed.put(question, choices);
        return new ScenarioAnswers(changed);
    }

    ScenarioAnswers without(String question) {
        var changed = new LinkedHashMap<>(chosen);
        changed.remove(question);
        return new ScenarioAnswers(changed);
    }

    /** {@code q-applicant=mother&q-extras=social-card}; a question answered with nothing is {@code q-extras=}. Empty when nothing is answered. */
    String asQuery() {
        var pairs = new ArrayList<String>();
        chosen.forEach((question, choices) -> {
            if (choices.isEmpty()) pairs.add(encode(question) + "=");
            for (var choice : choices) pairs.add(encode(question) + "=" + encode(choice));
        });
        return pairs.stream().collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
