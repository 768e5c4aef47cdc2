package yici.application;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.attachment.Attachments;
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
        me.mustCover(guide.code(), area);
        if (!isFor(guide.audience(), me)) return new Begun.NotYours(guide.audience());
        var unanswered = ScenarioQuestions.firstUnanswered(guide, answers);
        if (unanswered.isPresent()) return new Begun.Unanswered(unanswered.get().key());
        var plan = Resolve.resolve(guide, answers);
        if (plan.excluded()) return new Begun.Excluded(plan);
        var begun = wish.flatMap(id -> drafts.find(id, me));
        if (begun.isPresent()) return new Begun.Ready(begun.get().id());

        var id = wish.filter(drafts::isFree).orElseGet(() -> Ids.fresh(clock));
        return begin(me, edition, plan, Draft.begun(id, me, edition, area, filedFrom, answers, clock.instant()));
    }

    /**
     * The same once more for the next child: everything that was stated is filled in, except what is the first child's own, and that is what
     * the repeated item hands on.
     */
    Begun again(SignedIn me, Edition edition, Application before, UUID wish) {
        var guide = edition.guide();
        me.mustCover(guide.code(), before.area());
        var answers = ScenarioQuestions.relevant(guide, before.scenario());
        var unanswered = ScenarioQuestions.firstUnanswered(guide, answers);
        if (unanswered.isPresent()) return new Begun.Unanswered(unanswered.get().key());
        var plan = Resolve.resolve(guide, answers);
        if (plan.excluded()) return new Begun.Excluded(plan);
        if (drafts.find(wish, me).isPresent()) return new Begun.Ready(wish);

        var id = drafts.isFree(wish) ? wish : Ids.fresh(clock);
        var draft = Draft.begun(id, me, edition, before.area(), before.filedFrom(), answers, clock.instant());
        return begin(me, edition, plan, draft.typing(stated(before, plan)));
    }

    /**
     * The same matter on another way, when the one before has ended: everything that was stated and handed in comes along, also what this way
     * does not ask for.
     *
     * @param switched scenario questions that are answered otherwise now
     */
    Begun anotherWay(SignedIn me, Edition edition, Application before, Map<String, String> switched, UUID wish) {
        var guide = edition.guide();
        me.mustCover(guide.code(), before.area());
        var given = before.scenario();
        for (var answer : switched.entrySet()) given = given.with(answer.getKey(), List.of(answer.getValue()));
        var answers = ScenarioQuestions.relevant(guide, given);
        var unanswered = ScenarioQuestions.firstUnanswered(guide, answers);
        if (unanswered.isPresent()) return new Begun.Unanswered(unanswered.get().key());
        var plan = Resolve.resolve(guide, answers);
        if (plan.excluded()) return new Begun.Excluded(plan);
        if (drafts.find(wish, me).isPresent()) return new Begun.Ready(wish);

        var id = drafts.isFree(wish) ? wish : Ids.fresh(clock);
        var draft = Draft.begun(id, me, edition, before.area(), before.filedFrom(), answers, clock.instant());
        var begun = begin(me, edition, plan, draft.typing(before.answers()));
        bring(me, id, guide, before.evidence());
        return begun;
    }

    private void bring(SignedIn me, UUID draft, Guide guide, List<Application.Supplied> files) {
        for (var file : files)
            if (guide.evidence().stream().anyMatch(e -> e.key().equals(file.evidence())))
                attachments
                        .find(file.attachment())
                        .map(a -> new Draft.HandedIn(
                                file.evidence(), a.id(), file.fileName(), a.mediaType(), a.sizeBytes()))
                        .ifPresent(handedIn -> drafts.addFile(
                                draft, me.account(), handedIn, SupplyEvidence.MOST_FILES, clock.instant()));
    }

    private static Map<String, String> stated(Application before, Plan plan) {
        var stated = new LinkedHashMap<>(before.answers());
        stated.keySet().retainAll(plan.asked());
        for (var hint : plan.hints())
            if (hint.kind() == Guide.EffectKind.REPEAT_CASE)
                for (var edge : plan.edges())
                    if (edge.from().equals(hint.item())) stated.keySet().removeAll(edge.passes());
        return stated;
    }

    private Begun begin(SignedIn me, Edition edition, Plan plan, Draft empty) {
        // registers are asked before the transaction: a slow one must not hold a connection
        var known = prefill.known(edition.guide(), plan, empty.scenario(), Prefill.Whose.of(me, accounts));
        var draft = empty.knowing(known);
        keep(me, edition, plan, draft);
        return new Begun.Ready(draft.id());
    }

    void keep(SignedIn me, Edition edition, Plan plan, Draft draft) {
        transaction.executeWithoutResult(_ -> {
            if (!drafts.add(draft)) return; // the other of two clicks was faster
            reuseFiles(me, draft, plan);
            audit.record(me.did(ApplicationAct.DRAFT_BEGUN, "draft:" + draft.id(), edition.version(), clock.instant()));
        });
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
