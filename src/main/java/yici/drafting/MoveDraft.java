package yici.drafting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.SignedIn;

/** What happens to a draft as a whole: its day and note, one step back, to the second person and back, and its end. */
@Component
class MoveDraft {

    enum Flaw {
        /** Before today. */
        PAST_DAY,
        TOO_LONG,
        /** Nothing differs from what is inherited. */
        NOTHING_CHANGED,
        NO_REASON,
        CONFLICT,
        /** Its things do not hold together. */
        TANGLED,
        /** What is given back is given back with words. */
        NOTHING_SAID,
        NOTHING_TO_UNDO,
        OVERTAKEN,
        CLOSED;

        /** Nothing typed is wrong: something has happened meanwhile. */
        boolean isOfTheHour() {
            return this == OVERTAKEN || this == CLOSED || this == CONFLICT;
        }

        String words() {
            return "drafting.flaw." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final int LONGEST = 500;
    private static final int FAR_DAYS = 3 * 365;

    private final DraftHand hand;
    private final GuideDrafts drafts;

    MoveDraft(DraftHand hand, GuideDrafts drafts) {
        this.hand = hand;
        this.drafts = drafts;
    }

    /** @return why not; empty when done */
    @Transactional
    Optional<Flaw> terms(SignedIn me, UUID id, int seen, Optional<LocalDate> from, String note) {
        var draft = hand.hold(me, id);
        var flaw = writable(draft, seen);
        if (flaw.isPresent()) return flaw;
        if (from.isEmpty()
                || isPast(from.get())
                || from.get().isAfter(hand.today().plusDays(FAR_DAYS))) return Optional.of(Flaw.PAST_DAY);
        if (note.length() > LONGEST) return Optional.of(Flaw.TOO_LONG);
        hand.step(draft.with(from.get(), note.strip()), "", DraftingAct.CHANGED, "", me);
        return Optional.empty();
    }

    @Transactional
    Optional<Flaw> undo(SignedIn me, UUID id, int seen) {
        var draft = hand.hold(me, id);
        var flaw = writable(draft, seen);
        if (flaw.isPresent()) return flaw;
        int back = hand.back(draft);
        if (back == 0) return Optional.of(Flaw.NOTHING_TO_UNDO);
        var before = drafts.asOf(draft, back);
        int further = drafts.steps(id).stream()
                .filter(step -> step.version() == back)
                .map(GuideDrafts.Step::back)
                .findFirst()
                .orElse(0);
        hand.save(before, further, "", DraftingAct.UNDONE, "", me);
        return Optional.empty();
    }

    @Transactional
    Optional<Flaw> send(SignedIn me, UUID id, int seen) {
        var draft = hand.hold(me, id);
        var flaw = writable(draft, seen);
        if (flaw.isPresent()) return flaw;
        var sheet = hand.sheet(draft);
        if (isPast(draft.effectiveFrom())) return Optional.of(Flaw.PAST_DAY);
        if (sheet.own().isEmpty()) return Optional.of(Flaw.CONFLICT);
        if (!hand.tangles(sheet).isEmpty()) return Optional.of(Flaw.TANGLED);
        if (sheet.changes().equals(sheet.ground().changes())) return Optional.of(Flaw.NOTHING_CHANGED);
        if (sheet.hasChangeWithoutReason()) return Optional.of(Flaw.NO_REASON);
        to(draft, Draft.State.IN_REVIEW, "", DraftingAct.SENT, me);
        return Optional.empty();
    }

    @Transactional
    Optional<Flaw> giveBack(SignedIn me, UUID id, int seen, String reason) {
        var draft = hand.hold(me, id);
        if (draft.state() != Draft.State.IN_REVIEW) return Optional.of(Flaw.CLOSED);
        if (draft.version() != seen) return Optional.of(Flaw.OVERTAKEN);
        if (reason.isBlank()) return Optional.of(Flaw.NOTHING_SAID);
        if (reason.length() > LONGEST) return Optional.of(Flaw.TOO_LONG);
        drafts.move(draft, Draft.State.RETURNED, reason.strip());
        hand.record(draft, DraftingAct.RETURNED, reason.strip(), me);
        return Optional.empty();
    }

    @Transactional
    Optional<Flaw> drop(SignedIn me, UUID id, int seen) {
        var draft = hand.hold(me, id);
        if (draft.state().isOver()) return Optional.of(Flaw.CLOSED);
        if (draft.version() != seen) return Optional.of(Flaw.OVERTAKEN);
        to(draft, Draft.State.DROPPED, draft.said(), DraftingAct.DROPPED, me);
        return Optional.empty();
    }

    private void to(Draft draft, Draft.State state, String said, DraftingAct act, SignedIn me) {
        drafts.move(draft, state, said);
        hand.record(draft, act, "", me);
    }

    private boolean isPast(LocalDate day) {
        return day.isBefore(hand.today());
    }

    private static Optional<Flaw> writable(Draft draft, int seen) {
        if (!draft.state().isWritable()) return Optional.of(Flaw.CLOSED);
        return draft.version() == seen ? Optional.empty() : Optional.of(Flaw.OVERTAKEN);
    }
}
