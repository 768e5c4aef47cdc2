package yici.drafting;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.AreaVariants;
import yici.catalogue.Guide;
import yici.catalogue.Soundness;
import yici.drafting.ChangeField.Changed;
import yici.identity.SignedIn;

/** Things of a guide are added, moved, joined and taken away. What no longer holds together is refused, and nothing is changed. */
@Component
class ReshapeGuide {

    /** One thing done to the whole text. */
    interface Edit {

        /** @param text a copy, to be changed in place */
        Edited on(Guide guide, ObjectNode text);

        /** What it is about, as steps and records name it. */
        String at();

        /** A new thing needs a reason even in the standard. */
        default boolean alwaysNeedsReason() {
            return false;
        }
    }

    sealed interface Edited {
        /** @param touched what was changed, from the whole down */
        record Done(List<List<String>> touched) implements Edited {}

        record Flawed(String input, Wrong wrong) implements Edited {}
    }

    private final DraftHand hand;
    private final AreaVariants variants;

    ReshapeGuide(DraftHand hand, AreaVariants variants) {
        this.hand = hand;
        this.variants = variants;
    }

    /** @param seen the step of the draft the person saw */
    @Transactional
    Changed reshape(SignedIn me, UUID id, int seen, Edit edit, String reason) {
        var draft = hand.hold(me, id);
        var sheet = hand.sheet(draft);
        if (!draft.state().isWritable() || sheet.own().isEmpty()) return new Changed.Closed();
        if (draft.version() != seen)
            return new Changed.Overtaken(hand.lastStep(draft).orElseThrow());
        if (reason.length() > Field.LONGEST) return new Changed.Flawed("reason", Wrong.Flaw.TOO_LONG);
        if (reason.isBlank() && (sheet.needsReasons() || edit.alwaysNeedsReason()))
            return new Changed.Flawed("reason", Wrong.Flaw.NO_REASON);

        var before = variants.read(sheet.own().get());
        var text = (ObjectNode) sheet.own().get().deepCopy();
        return switch (edit.on(before, text)) {
            case Edited.Flawed(var input, var wrong) -> new Changed.Flawed(input, wrong);
            case Edited.Done(var touched) -> {
                var after = variants.read(text);
                var old = Soundness.check(before, before);
                var tangles = Soundness.check(after, before).stream()
                        .filter(t -> !old.contains(t))
                        .toList();
                if (!tangles.isEmpty()) yield new Changed.Flawed("tangle", Wrong.Tangle.of(tangles.getFirst()));
                var changes = sheet.changesTo(text, touched, reason.strip());
                yield new Changed.Done(
                        hand.step(draft.with(changes), edit.at(), DraftingAct.CHANGED, reason.strip(), me));
            }
        };
    }
}
