package yici.application;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import yici.catalogue.Guide;
import yici.identity.Accounts;
import yici.identity.SignedIn;

/** Other answers to the scenario questions of a draft: another plan, the same draft. Nothing typed and no file is lost. */
@Component
class ChangeScenario {

    sealed interface Changed {
        record Done() implements Changed {}

        /** @param questions keys of those without an answer */
        record Unanswered(List<String> questions) implements Changed {}

        /** The draft stays with its former answers. */
        record Excluded(Plan plan) implements Changed {}
    }

    private final DraftStore drafts;
    private final Prefill prefill;
    private final Accounts accounts;
    private final Clock clock;

    ChangeScenario(DraftStore drafts, Prefill prefill, Accounts accounts, Clock clock) {
        this.drafts = drafts;
        this.prefill = prefill;
        this.accounts = accounts;
        this.clock = clock;
    }

    Changed change(SignedIn me, Draft draft, Guide guide, ScenarioAnswers answers) {
        var unanswered = ScenarioQuestions.toAsk(guide, answers).stream()
                .filter(q -> !ScenarioQuestions.isAnswered(guide, q, answers))
                .map(Guide.Question::key)
                .toList();
        if (!unanswered.isEmpty()) return new Changed.Unanswered(unanswered);
        var relevant = ScenarioQuestions.relevant(guide, answers);
        var plan = Resolve.resolve(guide, relevant);
        if (plan.excluded()) return new Changed.Excluded(plan);

        var known = prefill.known(guide, plan, relevant, Prefill.Whose.of(me, accounts));
        drafts.changeScenario(draft.id(), me.account(), relevant, known, known.values(), clock.instant());
        return new Changed.Done();
    }
}
