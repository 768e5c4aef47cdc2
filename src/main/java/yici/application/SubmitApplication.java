package yici.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.application.Application.Supplied;
import yici.audit.AuditLog;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.identity.SignedIn;
import yici.identity.StepUp;
import yici.identity.Trust;
import yici.kit.Ids;
import yici.kit.NotFound;

/**
 * The one submission. Sent twice, by a double click or after a broken connection, it answers with the same application: the draft's row is
 * held while it is turned into one, and an application remembers its draft.
 */
@Component
class SubmitApplication {

    sealed interface Submission {
        record Received(Application application) implements Submission {}

        record NotReady(Checkup checkup) implements Submission {}
    }

    private final DraftStore drafts;
    private final Applications applications;
    private final AddItems addItems;
    private final Promises promises;
    private final Catalogue catalogue;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubmitApplication(
            DraftStore drafts,
            Applications applications,
            AddItems addItems,
            Promises promises,
            Catalogue catalogue,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.applications = applications;
        this.addItems = addItems;
        this.promises = promises;
        this.catalogue = catalogue;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param declaration the language in which the declaration was read and agreed to */
    @Transactional
    Submission submit(SignedIn me, UUID draftId, String declaration) {
        var draft = drafts.lock(draftId, me).orElse(null);
        if (draft == null) return new Submission.Received(received(me, draftId));

        if (draft.supplements().isPresent())
            return addItems.submit(me, draft, draft.supplements().get(), declaration);

        var guide = catalogue.edition(draft.edition()).guide();
        var plan = draft.owing(guide, Resolve.resolve(guide, draft.scenario()));
        var checkup = Checkup.of(guide, plan, draft, clock);
        if (!checkup.ready()) return new Submission.NotReady(checkup);

        identified(me, guide.assurance(plan.items()), clock.instant());
        return new Submission.Received(receive(me, draft, guide, plan, checkup, declaration));
    }

    /**
     * As well as the services ask; where filing is signing, just now.
     *
     * @throws StepUp when more has to be shown first
     */
    static void identified(SignedIn me, Guide.Assurance asked, Instant now) {
        var trust = Trust.of(asked.trust());
        if (asked.signature()) me.requireFresh(trust, StepUp.FRESH, now);
        else me.require(trust);
    }

    private Application received(SignedIn me, UUID draft) {
        return applications.ofDraft(draft, me).orElseThrow(() -> new NotFound("draft " + draft));
    }

    private Application receive(SignedIn me, Draft draft, Guide guide, Plan plan, Checkup checkup, String declaration) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        long serial = drafts.close(draft.id(), now);
        var application = new Application(
                Ids.fresh(clock),
                ApplicationNumber.of(draft.area(), now, serial),
                guide.code(),
                draft.edition(),
                draft.area(),
                draft.filedFrom(),
                me.account(),
                me.name(),
                draft.scenario(),
                plan,
                checkup.answers(),
                draft.known().sources(checkup.answers()),
                evidence(draft, plan),
                now,
                Agent.of(me));
        applications.add(application, draft.id(), declaration);
        promises.keep(me, application.id(), guide, plan, declaration);
        audit.record(me.did(ApplicationAct.SUBMITTED, "application:" + application.id(), application.number(), now));
        events.publishEvent(new ApplicationSubmitted(application)); // same transaction: no receipt without its cases
        return application;
    }

    /** A file for a document that this plan does not ask for stays with the draft: no office would have a reason to see it. */
    private static List<Supplied> evidence(Draft draft, Plan plan) {
        var asked = plan.evidence().stream().map(Plan.PlannedEvidence::key).toList();
        return draft.evidence().stream()
                .filter(f -> asked.contains(f.evidence()))
                .map(f -> new Supplied(f.evidence(), f.attachment(), f.fileName()))
                .toList();
    }
}
