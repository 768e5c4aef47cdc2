package yici.drafting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.audit.AuditLog;
import yici.catalogue.AreaVariants;
import yici.catalogue.Soundness;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.View;

/** What every step in the life of a draft does: held against others, saved as the next step, recorded. */
@Component
class DraftHand {

    private final GuideDrafts drafts;
    private final AreaVariants variants;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    DraftHand(GuideDrafts drafts, AreaVariants variants, Policy policy, AuditLog audit, Clock clock) {
        this.drafts = drafts;
        this.variants = variants;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** Until the transaction ends nobody else writes it. @throws NotFound for a draft of an area this person does not govern */
    Draft hold(SignedIn me, UUID id) {
        return drafts.hold(policy.reach(me, Deed.DRAFT_GUIDE), id).orElseThrow(() -> new NotFound("draft"));
    }

    Sheet sheet(Draft draft) {
        var day = draft.effectiveFrom().isBefore(today()) ? today() : draft.effectiveFrom();
        var ground = variants.ground(draft.lifeEvent(), draft.area(), day);
        return Sheet.of(draft, ground, variants.text(ground.base().id()));
    }

    /** What of the text as it would be does not hold together; nothing while it is in conflict, which is settled first. */
    List<Soundness.Tangle> tangles(Draft draft) {
        return tangles(sheet(draft));
    }

    List<Soundness.Tangle> tangles(Sheet sheet) {
        if (sheet.own().isEmpty()) return List.of();
        var base = variants.read(sheet.base());
        var old = Soundness.check(base, base);
        return Soundness.check(variants.read(sheet.own().get()), base).stream()
                .filter(tangle -> !old.contains(tangle))
                .toList();
    }

    void begin(Draft draft, SignedIn me) {
        drafts.add(draft, me, now());
        audit.record(me.did(DraftingAct.STARTED, draft.subject(), "", now()));
    }

    /** A step that can be undone. */
    Draft step(Draft draft, String field, DraftingAct act, String reason, SignedIn me) {
        return save(draft, draft.version(), field, act, reason, me);
    }

    /** @param back the step undoing leads to */
    Draft save(Draft draft, int back, String field, DraftingAct act, String reason, SignedIn me) {
        var saved = drafts.save(draft, back, field, me, now())
                .orElseThrow(() -> new IllegalStateException("not held: " + draft.id()));
        audit.record(me.did(act, draft.subject(), field.isEmpty() ? reason : field + ": " + reason, now()));
        return saved;
    }

    void record(Draft draft, DraftingAct act, String reason, SignedIn me) {
        audit.record(me.did(act, draft.subject(), reason, now()));
    }

    /** The step undoing leads to; 0 where there is none. */
    int back(Draft draft) {
        return drafts.steps(draft.id()).stream()
                .filter(step -> step.version() == draft.version())
                .map(GuideDrafts.Step::back)
                .findFirst()
                .orElse(0);
    }

    Optional<GuideDrafts.Step> lastStep(Draft draft) {
        return drafts.steps(draft.id()).stream().findFirst();
    }

    boolean hasWritten(Draft draft, SignedIn me) {
        return draft.author().equals(me.person())
                || drafts.steps(draft.id()).stream().anyMatch(step -> step.by().equals(me.person()));
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), View.ZONE);
    }
}
