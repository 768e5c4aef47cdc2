package yici.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return guide.questions().stream()
                .filter(q -> matters(guide, q, answers))
                .toList();
    }

    static Optional<Question> firstUnanswered(Guide guide, ScenarioAnswers answers) {
        return guide.questions().stream()
                .filter(q -> !isAnswered(guide, q, answers))
                .filter(q -> matters(guide, q, answers))
                .findFirst();
    }

    /** The answers that count: what was answered to a question that no longer matters is left out. */
    static ScenarioAnswers relevant(Guide guide, ScenarioAnswers answers) {
        var relevant = answers;
        for (var question : guide.questions())
            if (!matters(guide, question, relevant)) relevant = relevant.without(question.key());
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

    private static boolean matters(Guide guide, Question question, ScenarioAnswers answers) {
        int place = guide.questions().indexOf(question);
        var after = guide.questions().subList(place + 1, guide.questions().size());
        var before = answers.without(question.key());
        for (var other : after) before = before.without(other.key());

        long combinations = 1;
        for (var other : after) {
            combinations *= answersTo(other).size();
            if (combinations > MOST_TRIED) return true;
        }
        return differs(guide, before, question, after);
    }

    private static boolean differs(Guide guide, ScenarioAnswers before, Question question, List<Question> after) {
        for (var others : combinations(before, after)) {
            var plan = Resolve.resolve(guide, others);
            for (var answer : answersTo(question))
                if (!Resolve.resolve(guide, others.with(question.key(), answer)).equals(plan)) return true;
        }
        return false;
    }

    /** What somebody may have answered to all of the questions. */
    static List<ScenarioAnswers> combinations(ScenarioAnswers before, List<Question> questions) {
        var all = List.of(before);
        for (var question : questions) {
            var longer = new ArrayList<ScenarioAnswers>();
            for (var answers : all)
                for (var answer : answersTo(question)) longer.add(answers.with(question.key(), answer));
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
