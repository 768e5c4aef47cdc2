package yici.application;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import yici.application.Application.Supplied;
import yici.application.SubmitApplication.Submission;
import yici.audit.AuditLog;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.identity.Accounts;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** A member added later, to an application that is open or finished: a draft of what is new, and the same one submission. */
@Component
class AddItems {

    sealed interface Added {
        record Ready(UUID draft) implements Added {}

        /** Nothing new was chosen. */
        record Nothing() implements Added {}

        /** With these answers the items cannot be handled together, or something applied for would fall away. */
        record Excluded(Supplement supplement) implements Added {}
    }

    private final DraftStore drafts;
    private final Applications applications;
    private final Catalogue catalogue;
    private final BeginDraft beginDraft;
    private final Promises promises;
    private final Prefill prefill;
    private final Accounts accounts;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AddItems(
            DraftStore drafts,
            Applications applications,
            Catalogue catalogue,
            BeginDraft beginDraft,
            Promises promises,
            Prefill prefill,
            Accounts accounts,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.applications = applications;
        this.catalogue = catalogue;
        this.beginDraft = beginDraft;
        this.promises = promises;
        this.prefill = prefill;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param wish the id that the page gave this attempt: pressing the button twice begins one draft */
    Added begin(SignedIn me, Application application, ScenarioAnswers further, UUID wish) {
        me.mustCover(application.lifeEvent(), application.area());
        var edition = catalogue.edition(application.edition());
        var supplement = Supplement.of(edition.guide(), application, further);
        if (supplement.whole().excluded() || !supplement.lost().isEmpty()) return new Added.Excluded(supplement);
        if (supplement.items().isEmpty()) return new Added.Nothing();
        if (drafts.find(wish, me).isPresent()) return new Added.Ready(wish);

        var known = prefill.known(
                edition.guide(), supplement.plan(), supplement.scenario(), Prefill.Whose.of(me, accounts));
        var draft = Draft.begun(
                        wish,
                        me,
                        edition,
                        application.area(),
                        application.filedFrom(),
                        supplement.scenario(),
                        clock.instant())
                .knowing(known)
                .supplementing(application.id());
        beginDraft.keep(me, edition, supplement.plan(), draft);
        return new Added.Ready(wish);
    }

    /** In the transaction of the submission, which holds the draft. */
    @Transactional(propagation = Propagation.MANDATORY)
    Submission submit(SignedIn me, Draft draft, UUID applicationId, String declaration) {
        var application =
                applications.lock(applicationId, me).orElseThrow(() -> new NotFound("application " + applicationId));
        var guide = catalogue.edition(application.edition()).guide();
        var supplement = Supplement.of(guide, application, draft.scenario());
        var plan = draft.owing(guide, supplement.plan());
        var checkup = Checkup.of(guide, plan, draft, application.answers(), clock);
        if (!checkup.ready()) return new Submission.NotReady(checkup);

        SubmitApplication.identified(me, guide.assurance(supplement.items()), clock.instant());
        drafts.close(draft.id(), clock.instant());
        var files = files(draft, plan);
        var extended =
                supplement.extended(plan, checkup.answers(), draft.known().sources(checkup.answers()), files);
        applications.extend(extended, files);
        promises.keep(me, application.id(), guide, plan, declaration);
        audit.record(me.did(
                ApplicationAct.ITEMS_ADDED,
                "application:" + application.id(),
                String.join(", ", supplement.items()),
                clock.instant()));
        if (!supplement.items().isEmpty())
            events.publishEvent(new ItemsAdded(extended, supplement.items(), Agent.of(me)));
        return new Submission.Received(extended);
    }

    private static List<Supplied> files(Draft draft, Plan plan) {
        var asked = plan.evidence().stream().map(Plan.PlannedEvidence::key).toList();
        return draft.evidence().stream()
                .filter(f -> asked.contains(f.evidence()))
                .map(f -> new Supplied(f.evidence(), f.attachment(), f.fileName()))
                .toList();
    }

    /** Choices that add something, by the question they answer. */
    Map<Guide.Question, List<Guide.Choice>> offered(Application application) {
        var guide = catalogue.edition(application.edition()).guide();
        var offered = new LinkedHashMap<Guide.Question, List<Guide.Choice>>();
        for (var question : guide.questions()) {
            var choices = Supplement.adds(guide, application, question);
            if (!choices.isEmpty()) offered.put(question, choices);
        }
        return offered;
    }
}
