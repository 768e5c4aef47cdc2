package yici.drafting;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** Where a new standard and the area have changed the same: the area keeps its own, or takes what the standard has now. */
@Component
class SettleConflict {

    sealed interface Settled {
        record Done(Draft draft) implements Settled {}

        /** In review, published or dropped, or saved by somebody else since. */
        record Closed() implements Settled {}
    }

    private final DraftHand hand;

    SettleConflict(DraftHand hand) {
        this.hand = hand;
    }

    /** @throws NotFound when there is no such conflict */
    @Transactional
    Settled settle(SignedIn me, UUID id, int seen, String at, boolean ours) {
        var draft = hand.hold(me, id);
        if (!draft.state().isWritable() || draft.version() != seen) return new Settled.Closed();
        var sheet = hand.sheet(draft);
        var conflict = sheet.conflicts().stream()
                .filter(c -> c.change().field().equals(at))
                .findFirst()
                .orElseThrow(() -> new NotFound("conflict " + at));
        if (ours && !sheet.canKeepOurs(conflict)) return new Settled.Closed();
        var changes = ours ? sheet.keepingOurs(conflict) : sheet.takingTheirs(conflict);
        return new Settled.Done(hand.step(draft.with(changes), at, DraftingAct.CHANGED, "", me));
    }
}
