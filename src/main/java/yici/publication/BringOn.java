package yici.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.PublicChanges;

/**
 * Brings an edition from its draft through the reviews and the check for secrets to the public, and back. Whoever wrote it does nothing to it but
 * send it; each review is another person's.
 */
@Component
class BringOn {

    private static final int LONGEST_REASON = 500;

    /** One edition. */
    record Which(UUID work, Language language, int number) {}

    sealed interface Brought {
        record Done(Standing.State state) implements Brought {}

        /** Who wrote it does not judge it. */
        record Own() implements Brought {}

        /** This person has passed it already: the next review is another one's. */
        record Again() implements Brought {}

        record ReasonMissing() implements Brought {}

        /** It is not so far, or not any more. */
        record NotNow(Which which) implements Brought {}
    }

    private final KeptWorks kept;
    private final Steps steps;
    private final Policy policy;
    private final AuditLog audit;
    private final PublicChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BringOn(
            KeptWorks kept,
            Steps steps,
            Policy policy,
            AuditLog audit,
            PublicChanges changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.kept = kept;
        this.steps = steps;
        this.policy = policy;
        this.audit = audit;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Brought bring(SignedIn me, Which which, PublicationAct act, String typed) {
        var reason = typed.strip();
        var refused = refusal(me, which, act, reason);
        return refused.orElseGet(() -> act(me, which, act, reason, clock.instant()));
    }

    /** Release set: all of them at one instant, or none. */
    @Transactional
    public Brought publish(SignedIn me, List<Which> set) {
        for (var which : set.stream().sorted(Comparator.comparing(Which::work)).toList()) {
            var refused = refusal(me, which, PublicationAct.PUBLISHED, "");
            if (refused.isPresent()) return refused.get();
        }
        var now = clock.instant();
        for (var which : set) act(me, which, PublicationAct.PUBLISHED, "", now);
        return new Brought.Done(Standing.State.PUBLISHED);
    }

    private Optional<Brought> refusal(SignedIn me, Which which, PublicationAct act, String reason) {
        kept.lock(which.work());
        var work = kept.get(which.work());
        policy.check(me, act == PublicationAct.SENT ? Deed.WRITE_WORK : Deed.REVIEW_WORK, Thing.in(work.area()));
        var stood = get(which);
        if (!act.fits(stood.standing().state())) return Optional.of(new Brought.NotNow(which));
        if (act != PublicationAct.SENT && stood.edition().author().is(me.person()))
            return Optional.of(new Brought.Own());
        if (act == PublicationAct.REVIEWED && steps.hasReviewed(stood.edition(), me.person()))
            return Optional.of(new Brought.Again());
        if (act.needsReason() && (reason.isEmpty() || reason.length() > LONGEST_REASON))
            return Optional.of(new Brought.ReasonMissing());
        return Optional.empty();
    }

    private Brought act(SignedIn me, Which which, PublicationAct act, String reason, Instant now) {
        var stood = get(which);
        var edition = stood.edition();
        var work = kept.get(which.work());
        var next = next(work, stood.standing(), act, reason, now);
        if (next.state() == Standing.State.PUBLISHED) kept.archive(edition.work(), edition.language());
        kept.stand(edition, next);
        steps.add(edition, act, me, reason, now);
        audit.record(me.did(act, edition.subject(), reason, now));
        tell(work, edition, next, now);
        return new Brought.Done(next.state());
    }

    private Standing next(Work work, Standing now, PublicationAct act, String reason, Instant at) {
        return switch (act) {
            case WRITTEN -> now;
            case SENT -> now.at(Standing.State.REVIEW, "");
            case REVIEWED -> now.reviewed(now.reviews() + 1 >= steps.reviewsNeeded(work.area()));
            case RETURNED -> now.returned(reason);
            case CLEARED -> now.at(Standing.State.READY, "");
            case PUBLISHED, FORCED -> now.published(at, reason);
            case WITHDRAWN -> now.at(Standing.State.WITHDRAWN, reason);
        };
    }

    private void tell(Work work, Edition edition, Standing next, Instant now) {
        if (next.state() == Standing.State.PUBLISHED)
            events.publishEvent(new Published(work.slug(), edition.language(), edition.number(), now));
        else if (next.state() == Standing.State.WITHDRAWN)
            events.publishEvent(new Withdrawn(work.slug(), edition.language(), edition.number(), next.reason(), now));
        else return;
        changes.tell(WorkPages.TOPIC);
    }

    private Stood get(Which which) {
        return kept.edition(which.work(), which.language(), which.number())
                .orElseThrow(() -> new NotFound("edition " + which));
    }
}
