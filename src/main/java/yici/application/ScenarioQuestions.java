package yici.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yici.catalogue.Guide;
import yici.catalogue.Guide.Choice;
import yici.catalogue.Guide.Question;
import yici.catalogue.Guide.QuestionType;

/**
 * Which scenario questions have to be asked. A question that no longer changes anything is not asked: whether the other side is a collective
 * household does not matter to somebody who is not moving. That is proven by trying: every answer to it, with every answer to the questions
 * after it, must come to the same plan.
 */
final class ScenarioQuestions {

    /** More combinations than this are not tried; the question is asked then. */
    private static final int MOST_TRIED = 256;

    private ScenarioQuestions() {}

    /** The questions to ask, in order, as far as the answers given tell. */
    static List<Question> toAsk(Guide guide, ScenarioAnswers answers) {
        var trial = new Trial(guide);
        return guide.questions().stream().filter(q -> trial.matters(q, answers)).toList();
    }

    static Optional<Question> firstUnanswered(Guide guide, ScenarioAnswers answers) {
        var trial = new Trial(guide);
        return guide.questions().stream()
                .filter(q -> !isAnswered(guide, q, answers))
                .filter(q -> trial.matters(q, answers))
                .findFirst();
    }

    /** The answers that count: what was answered to a question that no longer matters is left out. */
    static ScenarioAnswers relevant(Guide guide, ScenarioAnswers answers) {
        var trial = new Trial(guide);
        var relevant = answers;
        for (var question : guide.questions())
            if (!trial.matters(question, relevant)) relevant = relevant.without(question.key());
        return relevant;
    }

    /** Several answers may be none at all, unless a group needs a member. */
    static boolean isAnswered(Guide guide, Question question, ScenarioAnswers answers) {
        return answers.answered(question.key()) && answers.of(question.key()).size() >= least(guide, question);
    }

    static int least(Guide guide, Question question) {
        if (question.type() != QuestionType.MULTI) return 1;
        return guide.groups().stream()
                .filter(g -> g.question().filter(question.key()::equals).isPresent())
                .mapToInt(Guide.Group::min)
                .max()
                .orElse(0);
    }

    /** Tries answers, each plan once. */
    private static final class Trial {

        private final Guide guide;
        private final Map<ChosenEffects, Plan> plans = new HashMap<>();

        Trial(Guide guide) {
            this.guide = guide;
        }

        boolean matters(Question question, ScenarioAnswers answers) {
            int place = guide.questions().indexOf(question);
            var after = guide.questions().subList(place + 1, guide.questions().size());
            var before = answers.without(question.key());
            for (var other : after) before = before.without(other.key());

            long combinations = 1;
            for (var other : after) {
                combinations *= answersTo(other).size();
                if (combinations > MOST_TRIED) return true;
            }
            return differs(before, question, after);
        }

        private boolean differs(ScenarioAnswers before, Question question, List<Question> after) {
            var possible = apart(question);
            if (possible.size() == 1) return false;
            for (var others : ScenarioQuestions.combinations(before, after, Trial::apart)) {
                var plan = plan(others);
                for (var answer : possible)
                    if (!plan(others.with(question.key(), answer)).equals(plan)) return true;
            }
            return false;
        }

        private Plan plan(ScenarioAnswers answers) {
            return plans.computeIfAbsent(ChosenEffects.of(guide, answers), effects -> Resolve.resolve(guide, effects));
        }

        /** Of answers that bring about the same, the first. */
        private static List<List<String>> apart(Question question) {
            var byEffects = new LinkedHashMap<List<Guide.Effect>, List<String>>();
            for (var answer : answersTo(question)) byEffects.putIfAbsent(effects(question, answer), answer);
            return List.copyOf(byEffects.values());
        }

        private static List<Guide.Effect> effects(Question question, List<String> answer) {
            return question.choices().stream()
                    .filter(choice -> answer.contains(choice.key()))
                    .flatMap(choice -> choice.effects().stream())
                    .toList();
        }
    }

    /** What somebody may have answered to all of the questions. */
    static List<ScenarioAnswers> combinations(ScenarioAnswers before, List<Question> questions) {
        return combinations(before, questions, ScenarioQuestions::answersTo);
    }

    private static List<ScenarioAnswers> combinations(
            ScenarioAnswers before, List<Question> questions, Function<Question, List<List<String>>> answersTo) {
        var all = List.of(before);
        for (var question : questions) {
            var longer = new ArrayList<ScenarioAnswers>();
            for (var answers : all)
                for (var answer : answersTo.apply(question)) longer.add(answers.with(question.key(), answer));
            all = longer;
        }
        return all;
    }

    /** Each choice, or each set of choices where several may be chosen. */
    private static List<List<String>> answersTo(Question question) {
        if (question.type() != QuestionType.MULTI)
            return question.choices().stream().map(Choice::key).map(List::of).toList();
        var sets = new ArrayList<List<String>>(List.of(List.of()));
        for (var choice : question.choices())
            for (var set : List.copyOf(sets)) {
                var larger = new ArrayList<>(set);
                larger.add(choice.key());
                sets.add(List.copyOf(larger));
            }
        return sets;
    }
}
