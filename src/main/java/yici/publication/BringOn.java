package yici.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.StepUp;
import yici.identity.Thing;
import yici.identity.Trust;
import yici.kit.Ids;
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
    private static final Duration FURTHEST = Duration.ofDays(366);

    /** One edition. */
    record Which(UUID work, Language language, int number) {}

    sealed interface Brought {
        record Done(Standing.State state) implements Brought {}

        /** Who wrote it does not judge it. */
        record Own() implements Brought {}

        /** This person has passed it already: the next review is another one's. */
        record Again() implements Brought {}

        record ReasonMissing() implements Brought {}

        /** To be published at an instant that is past, or years ahead. */
        record NotThen() implements Brought {}

        /** It is not so far, or not any more. */
        record NotNow(Which which) implements Brought {}
    }

    private final KeptWorks kept;
    private final Releases releases;
    private final Timetable timetable;
    private final Steps steps;
    private final Policy policy;
    private final AuditLog audit;
    private final PublicChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BringOn(
            KeptWorks kept,
            Releases releases,
            Timetable timetable,
            Steps steps,
            Policy policy,
            AuditLog audit,
            PublicChanges changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.kept = kept;
        this.releases = releases;
        this.timetable = timetable;
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
        if (act == PublicationAct.CALLED_OFF) return callOff(me, which, reason);
        var refused = act == PublicationAct.SCHEDULED
                ? Optional.<Brought>of(new Brought.NotThen())
                : refusal(me, which, act, reason);
        return refused.orElseGet(() -> act(me, which, act, reason, clock.instant()));
    }

    /** Release set: all of them at one instant, or none. */
    @Transactional
    public Brought publish(SignedIn me, List<Which> set) {
        var refused = refusal(me, set, PublicationAct.PUBLISHED, "");
        if (refused.isPresent()) return refused.get();
        var now = clock.instant();
        for (var which : set) act(me, which, PublicationAct.PUBLISHED, "", now);
        return new Brought.Done(Standing.State.PUBLISHED);
    }

    /** Release set for later: one edition alone, or many works and languages together. */
    @Transactional
    public Brought schedule(SignedIn me, List<Which> set, Instant at) {
        var now = clock.instant();
        if (!at.isAfter(now) || at.isAfter(now.plus(FURTHEST))) return new Brought.NotThen();
        var refused = refusal(me, set, PublicationAct.SCHEDULED, "");
        if (refused.isPresent()) return refused.get();

        var release = Ids.fresh(clock);
        releases.add(release, me, set, at, now);
        for (var which : set) {
            var stood = get(which);
            kept.stand(stood.edition(), stood.standing().scheduled(at));
            steps.add(stood.edition(), PublicationAct.SCHEDULED, me, at.toString(), now);
            audit.record(me.did(PublicationAct.SCHEDULED, stood.edition().subject(), at.toString(), now));
        }
        timetable.publish(release, at);
        return new Brought.Done(Standing.State.SCHEDULED);
    }

    /** By the timetable; a second time nothing happens. */
    @Transactional
    public void publishRelease(UUID id) {
        var waiting = releases.waiting(id);
        if (waiting.isEmpty()) return;
        var release = waiting.get();
        release.members().forEach(which -> kept.lock(which.work()));
        var now = clock.instant();
        for (var which : release.members()) {
            var stood = get(which);
            var edition = stood.edition();
            if (stood.standing().state() != Standing.State.SCHEDULED)
                throw new IllegalStateException(which + " of release " + id + " is no longer scheduled");
            stand(edition, stood.standing().published(now, ""), now);
            steps.add(edition, PublicationAct.PUBLISHED, release.by(), release.byName(), "", now);
            audit.record(new AuditEvent(
                    PublicationAct.PUBLISHED, "system:publication", release.byName(), "", edition.subject(), "", now));
        }
        releases.end(id, true);
    }

    private Brought callOff(SignedIn me, Which which, String reason) {
        var release = releases.waiting(which);
        if (release.isEmpty()) return new Brought.NotNow(which);
        var refused = refusal(me, release.get().members(), PublicationAct.CALLED_OFF, reason);
        if (refused.isPresent()) return refused.get();
        for (var member : release.get().members()) act(me, member, PublicationAct.CALLED_OFF, reason, clock.instant());
        releases.end(release.get().id(), false);
        return new Brought.Done(Standing.State.READY);
    }

    private Optional<Brought> refusal(SignedIn me, List<Which> set, PublicationAct act, String reason) {
        for (var which : set.stream().sorted(Comparator.comparing(Which::work)).toList()) {
            var refused = refusal(me, which, act, reason);
            if (refused.isPresent()) return refused;
        }
        return Optional.empty();
    }

    private Optional<Brought> refusal(SignedIn me, Which which, PublicationAct act, String reason) {
        kept.lock(which.work());
        var work = kept.get(which.work());
        policy.check(me, act == PublicationAct.SENT ? Deed.WRITE_WORK : Deed.REVIEW_WORK, Thing.in(work.area()));
        var stood = get(which);
        if (act == PublicationAct.CLEARED) me.requireFresh(Trust.LEVEL_3, StepUp.FRESH, clock.instant());
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
        stand(edition, next, now);
        steps.add(edition, act, me, reason, now);
        audit.record(me.did(act, edition.subject(), reason, now));
        return new Brought.Done(next.state());
    }

    private void stand(Edition edition, Standing next, Instant now) {
        if (next.state() == Standing.State.PUBLISHED) kept.archive(edition.work(), edition.language());
        kept.stand(edition, next);
        tell(kept.get(edition.work()), edition, next, now);
    }

    private Standing next(Work work, Standing now, PublicationAct act, String reason, Instant at) {
        return switch (act) {
            case BEGUN,
                    DESCRIBED,
                    ADDRESS_ENDED,
                    LEFT_OUT,
                    COLUMN_KEPT,
                    FILE_ADDED,
                    LENT,
                    LENT_NO_MORE,
                    TERM_KEPT,
                    PLANNED,
                    WRITTEN,
                    CLASSED,
                    SCHEDULED -> now;
            case SENT -> now.at(Standing.State.REVIEW, "");
            case REVIEWED -> now.reviewed(now.reviews() + 1 >= steps.reviewsNeeded(work.area()));
            case RETURNED -> now.returned(reason);
            case CLEARED -> now.at(Standing.State.READY, "");
            case CALLED_OFF -> now.at(Standing.State.READY, reason);
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
