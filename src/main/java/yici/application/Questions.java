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
final class Questions {

    /** More combinations than this are not tried; the question is asked then. */
    private static final int MOST_TRIED = 600;

    private Questions() {}

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
        var before = answers;
        var after = new ArrayList<Question>();
        boolean passed = false;
        for (var other : guide.questions()) {
            if (other.key().equals(question.key())) passed = true;
            if (!passed) continue;
            before = before.without(other.key());
            if (other != question) after.add(other);
        }
        long combinations = ways(question).size();
        for (var other : after) {
            combinations *= ways(other).size();
            if (combinations > MOST_TRIED) return true;
        }
        return differs(guide, before, question, after);
    }

    private static boolean differs(Guide guide, ScenarioAnswers before, Question question, List<Question> after) {
        for (var rest : combinations(before, after, 0)) {
            var plan = Resolve.resolve(guide, rest);
            for (var way : ways(question))
                if (!Resolve.resolve(guide, rest.with(question.key(), way)).equals(plan)) return true;
        }
        return false;
    }

    private static List<ScenarioAnswers> combinations(ScenarioAnswers answers, List<Question> questions, int from) {
        if (from == questions.size()) return List.of(answers);
        var all = new ArrayList<ScenarioAnswers>();
        for (var way : ways(questions.get(from)))
            all.addAll(combinations(answers.with(questions.get(from).key(), way), questions, from + 1));
        return all;
    }

    /** All answers somebody can give, and none. */
    static List<List<String>> ways(Question question) {
        var choices = question.choices().stream().map(Choice::key).toList();
        var ways = new ArrayList<List<String>>();
        ways.add(List.of());
        for (var choice : choices) {
            if (question.type() == QuestionType.MULTI)
                for (var way : List.copyOf(ways)) {
                    var longer = new ArrayList<>(way);
                    longer.add(choice);
                    ways.add(List.copyOf(longer));
                }
            else ways.add(List.of(choice));
        }
        return ways;
    }
}
