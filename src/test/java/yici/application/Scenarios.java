package yici.application;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yici.catalogue.Guide;

/** Scenario answers for specifications: {@code answers("q-applicant=mother", "q-extras=social-card,photo")}. */
final class Scenarios {

    private Scenarios() {}

    static ScenarioAnswers answers(String... given) {
        var chosen = new LinkedHashMap<String, List<String>>();
        for (var answer : given) {
            var parts = answer.split("=", 2);
            chosen.put(parts[0], parts[1].isEmpty() ? List.of() : List.of(parts[1].split(",")));
        }
        return new ScenarioAnswers(chosen);
    }

    /** These, and to every other question the first choice, or none where none may be chosen. */
    static ScenarioAnswers fill(Guide guide, String... given) {
        var answers = answers(given);
        for (var question : guide.questions()) {
            if (answers.answered(question.key())) continue;
            boolean several = question.type() == Guide.QuestionType.MULTI;
            answers = answers.with(
                    question.key(),
                    several && ScenarioQuestions.least(guide, question) == 0
                            ? List.of()
                            : List.of(question.choices().getFirst().key()));
        }
        return answers;
    }

    static Map<String, String[]> asParameters(ScenarioAnswers answers) {
        var parameters = new LinkedHashMap<String, String[]>();
        for (var pair : answers.asQuery().split("&")) {
            var parts = pair.split("=", 2);
            var earlier = parameters.getOrDefault(parts[0], new String[0]);
            var longer = Arrays.copyOf(earlier, earlier.length + 1);
            longer[earlier.length] = parts[1];
            parameters.put(parts[0], longer);
        }
        return parameters;
    }
}
