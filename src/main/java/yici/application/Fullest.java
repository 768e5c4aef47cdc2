package yici.application;

import java.util.Comparator;
import java.util.List;
import yici.catalogue.Guide;

/**
 * The most a guide can come to: of each scenario question the answer that brings in the most services and, among those, the most documents
 * and fields. Looked for question by question, twice, so that an answer which counts only with a later one is found as well.
 */
public final class Fullest {

    private static final int ROUNDS = 2;

    private static final Comparator<Plan> BY_SIZE = Comparator.comparing((Plan plan) -> !plan.excluded())
            .thenComparingInt(plan -> plan.items().size())
            .thenComparingInt(plan -> plan.evidence().size())
            .thenComparingInt(plan -> plan.asked().size());

    private Fullest() {}

    public static Plan of(Guide guide) {
        var answers = ScenarioAnswers.NONE;
        for (int round = 0; round < ROUNDS; round++)
            for (var question : guide.questions()) answers = best(guide, answers, question);
        return Resolve.resolve(guide, answers);
    }

    /** Of equals the first in the guide's order. */
    private static ScenarioAnswers best(Guide guide, ScenarioAnswers answers, Guide.Question question) {
        var best = answers;
        for (var tried : ScenarioQuestions.combinations(answers, List.of(question)))
            if (!best.answered(question.key())
                    || BY_SIZE.compare(Resolve.resolve(guide, tried), Resolve.resolve(guide, best)) > 0) best = tried;
        return best;
    }
}
