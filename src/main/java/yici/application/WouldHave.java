package yici.application;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import yici.application.Plan.Todo;
import yici.catalogue.Guide;
import yici.kit.View;

/**
 * What a guide would have made of applications that were filed: which questions stay open, what is asked for, which conditions are not met. Pure,
 * so that a change can be tried on applications of before. Keeps what it has worked out for equal answers; one for each guide, not shared
 * among threads.
 */
public final class WouldHave {

    /**
     * @param plan as it would be
     * @param open scenario questions that would have to be answered and that nobody has asked this person
     * @param bring documents to be handed in
     * @param unmet conditions that these answers do not meet, and services they rule out
     */
    public record Course(Plan plan, Set<String> open, Set<String> bring, Set<String> unmet) {}

    private record Answered(Plan plan, Set<String> open) {}

    private static final int KEPT = 2_000;

    private final Guide guide;
    private final Map<ScenarioAnswers, Answered> answered = new HashMap<>();

    public WouldHave(Guide guide) {
        this.guide = guide;
    }

    public Guide guide() {
        return guide;
    }

    public Course become(Application filed) {
        if (answered.size() >= KEPT) answered.clear();
        var under = answered.computeIfAbsent(filed.scenario(), this::answered);
        var plan = under.plan();
        var bring = new LinkedHashSet<String>();
        for (var evidence : plan.evidence()) if (evidence.todo() == Todo.SUPPLY) bring.add(evidence.key());
        var unmet = new LinkedHashSet<String>(plan.failed());
        unmet.addAll(plan.impossible().keySet());
        var day = LocalDate.ofInstant(filed.submittedAt(), View.ZONE);
        for (var failure : JudgeConditions.judge(guide, plan, filed.answers(), day))
            unmet.add(failure.condition().key());
        return new Course(plan, under.open(), bring, unmet);
    }

    private Answered answered(ScenarioAnswers given) {
        var known = ScenarioQuestions.relevant(guide, known(given));
        var open = new LinkedHashSet<String>();
        for (var question : ScenarioQuestions.toAsk(guide, known))
            if (!ScenarioQuestions.isAnswered(guide, question, known)) open.add(question.key());
        return new Answered(Resolve.resolve(guide, known), open);
    }

    /** Answers to questions and choices that this guide has. */
    private ScenarioAnswers known(ScenarioAnswers given) {
        var known = ScenarioAnswers.NONE;
        for (var question : guide.questions()) {
            if (!given.answered(question.key())) continue;
            var choices = question.choices().stream()
                    .map(Guide.Choice::key)
                    .filter(given.of(question.key())::contains)
                    .toList();
            // whoever chose what is no longer there has answered nothing
            if (!choices.isEmpty() || given.of(question.key()).isEmpty()) known = known.with(question.key(), choices);
        }
        return known;
    }
}
