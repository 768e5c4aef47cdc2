package yici.application;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.attachment.Attachments;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.catalogue.Edition;
import yici.catalogue.Guide;
import yici.identity.Accounts;
import yici.identity.SignedIn;
import yici.kit.Ids;

/** From a notice to something to fill in, with everything already known filled in. */
@Component
class BeginDraft {

    sealed interface Begun {
        record Ready(UUID draft) implements Begun {}

        /** @param question the first one that has no answer */
        record Unanswered(String question) implements Begun {}

        record Excluded(Plan plan) implements Begun {}

        /** A firm's matter and a person's account, or the other way round. */
        record NotYours(Guide.Audience audience) implements Begun {}
    }

    private final DraftStore drafts;
    private final Prefill prefill;
    private final Accounts accounts;
    private final Attachments attachments;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BeginDraft(
            DraftStore drafts,
            Prefill prefill,
            Accounts accounts,
            Attachments attachments,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.drafts = drafts;
        this.prefill = prefill;
        this.accounts = accounts;
        this.attachments = attachments;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param wish the id that the notice gave this attempt: pressing the button twice begins one draft */
    Begun begin(
            SignedIn me, Edition edition, String area, String filedFrom, ScenarioAnswers answers, Optional<UUID> wish) {
        var guide = edition.guide();
        if (!isFor(guide.audience(), me)) return new Begun.NotYours(guide.audience());
        var unanswered = ScenarioQuestions.firstUnanswered(guide, answers);
        if (unanswered.isPresent()) return new Begun.Unanswered(unanswered.get().key());
        var plan = Resolve.resolve(guide, answers);
        if (plan.excluded()) return new Begun.Excluded(plan);
        var begun = wish.flatMap(id -> drafts.find(id, me.account()));
        if (begun.isPresent()) return new Begun.Ready(begun.get().id());

        var id = wish.filter(w -> drafts.isFree(w)).orElseGet(() -> Ids.fresh(clock));
        return new Begun.Ready(begin(id, me, edition, area, filedFrom, answers, plan));
    }

    private UUID begin(
            UUID id, SignedIn me, Edition edition, String area, String filedFrom, ScenarioAnswers answers, Plan plan) {
        // registers are asked before the transaction: a slow one must not hold a connection
        var known = prefill.known(edition.guide(), plan, answers, accounts.find(me.account()));
        var draft = new Draft(
                id,
                me.account(),
                edition.lifeEvent(),
                edition.id(),
                area,
                filedFrom,
                answers,
                known.values(),
                known,
                Map.of(),
                1,
                clock.instant(),
                List.of());
        transaction.executeWithoutResult(_ -> {
            if (!drafts.add(draft)) return; // the other of two clicks was faster
            reuseFiles(me, draft, plan);
            audit.record(new AuditEvent(
                    ApplicationAct.DRAFT_BEGUN,
                    me.asActor(),
                    me.name(),
                    "",
                    "draft:" + draft.id(),
                    edition.version(),
                    clock.instant()));
        });
        return draft.id();
    }

    private void reuseFiles(SignedIn me, Draft draft, Plan plan) {
        var reusable = plan.evidence().stream()
                .filter(e -> e.waiver() == Guide.Waiver.REUSE_PERSONAL_SPACE)
                .map(Plan.PlannedEvidence::key)
                .toList();
        if (reusable.isEmpty()) return;
        for (var before : drafts.handedInBefore(me.account(), draft.lifeEvent(), reusable))
            attachments
                    .find(before.attachment())
                    .map(a -> new Draft.HandedIn(
                            before.evidence(), a.id(), before.fileName(), a.mediaType(), a.sizeBytes()))
                    .ifPresent(file ->
                            drafts.addFile(draft.id(), me.account(), file, SupplyEvidence.MOST_FILES, clock.instant()));
    }

    private static boolean isFor(Guide.Audience audience, SignedIn me) {
        return switch (me.kind()) {
            case PERSON -> audience == Guide.Audience.PERSONAL;
            case FIRM -> audience == Guide.Audience.LEGAL;
            case STAFF -> false;
        };
    }
}
