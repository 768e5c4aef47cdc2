package yici.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.Forbidden;
import yici.kit.NotFound;

/** The administrators of the province read and answer; a refusal says why (article 50). */
@Component
class AnswerRequest {

    sealed interface Outcome {
        record Answered() implements Outcome {}

        record Flawed(String field, String problem) implements Outcome {}

        /** Somebody was quicker. */
        record TooLate() implements Outcome {}
    }

    private static final int SHORTEST = 5;

    private final Requests requests;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    AnswerRequest(Requests requests, Policy policy, AuditLog audit, Clock clock) {
        this.requests = requests;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** What people wrote is personal too: each line shown is a look, and noted. */
    @Transactional
    List<Request> list(SignedIn me, boolean answered) {
        checkMay(me);
        var found = requests.list(answered);
        audit.record(found.stream()
                .map(request -> new AuditEvent(
                        PrivacyAct.REQUEST_LOOKED,
                        me.asActor(),
                        me.name(),
                        "account:" + request.account(),
                        "privacy:" + request.id(),
                        request.kind().name(),
                        clock.instant()))
                .toList());
        return found;
    }

    @Transactional
    Outcome answer(SignedIn me, UUID id, Optional<Request.Outcome> outcome, String typed) {
        checkMay(me);
        var request = requests.find(id).orElseThrow(() -> new NotFound("request"));
        if (request.account().equals(me.person())) throw new Forbidden("answer oneself");
        var words = typed.strip();
        if (outcome.isEmpty()) return new Outcome.Flawed("outcome", "privacy.flaw.outcome");
        if (words.length() < SHORTEST) return new Outcome.Flawed("words", "privacy.flaw.answer-short");
        if (words.length() > AskAboutData.LONGEST) return new Outcome.Flawed("words", "privacy.flaw.words-long");

        var answer = new Request.Answer(outcome.get(), words, me.name(), clock.instant());
        if (!requests.answer(id, answer, me)) return new Outcome.TooLate();
        audit.record(new AuditEvent(
                PrivacyAct.ANSWERED,
                me.asActor(),
                me.name(),
                "account:" + request.account(),
                "privacy:" + id,
                outcome.get().name(),
                clock.instant()));
        return new Outcome.Answered();
    }

    private void checkMay(SignedIn me) {
        policy.check(me, Deed.ANSWER_DATA_REQUEST);
    }
}
