package yici.feedback;

import static yici.identity.Thing.Trait.AREA;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.kit.NotFound;

/** The editors of the area whose page it is read and answer. */
@Component
class AnswerReport {

    sealed interface Outcome {
        record Answered() implements Outcome {}

        record Flawed(String field, String problem) implements Outcome {}

        /** Somebody was quicker. */
        record TooLate() implements Outcome {}
    }

    private static final int SHORTEST = 4;
    private static final Duration COUNTED = Duration.ofDays(30);

    private final Reports reports;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    AnswerReport(Reports reports, Policy policy, AuditLog audit, Clock clock) {
        this.reports = reports;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    List<Report> list(SignedIn me, boolean answered) {
        policy.check(me, Deed.ANSWER_FEEDBACK);
        return reports.list(areas(me), answered);
    }

    /** Of the last thirty days. */
    Map<Report.Kind, Integer> counts(SignedIn me) {
        policy.check(me, Deed.ANSWER_FEEDBACK);
        return reports.count(areas(me), clock.instant().minus(COUNTED));
    }

    @Transactional
    Outcome answer(SignedIn me, UUID id, Optional<Report.Outcome> outcome, String typed) {
        policy.check(me, Deed.ANSWER_FEEDBACK);
        var report = reports.find(id).orElseThrow(() -> new NotFound("report"));
        policy.check(me, Deed.ANSWER_FEEDBACK, Thing.in(report.area()));
        var words = typed.strip();
        if (outcome.isEmpty()) return new Outcome.Flawed("outcome", "feedback.flaw.outcome");
        if (words.length() < SHORTEST) return new Outcome.Flawed("words", "feedback.flaw.words-short");
        if (words.length() > SayOfPage.LONGEST) return new Outcome.Flawed("words", "feedback.flaw.words-long");

        var now = clock.instant();
        if (!reports.answer(id, new Report.Answer(outcome.get(), words, me.name(), now), me))
            return new Outcome.TooLate();
        audit.record(
                me.did(FeedbackAct.ANSWERED, "feedback:" + id, outcome.get().name(), now));
        return new Outcome.Answered();
    }

    private Collection<String> areas(SignedIn me) {
        return policy.reach(me, Deed.ANSWER_FEEDBACK).each(AREA);
    }
}
