package yici.drafting;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.catalogue.AreaVariants;
import yici.catalogue.Changes;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** One field of a draft gets another value, with the reason; or again the one that is inherited. */
@Component
class ChangeField {

    sealed interface Changed {
        record Done(Draft draft) implements Changed {}

        /** @param input which of the field's inputs */
        record Flawed(String input, Wrong wrong) implements Changed {}

        /** Somebody has saved since this page was opened: nothing is written over. */
        record Overtaken(GuideDrafts.Step by) implements Changed {}

        /** In review, published or dropped; or something has to be settled first. */
        record Closed() implements Changed {}
    }

    private final DraftHand hand;
    private final AreaVariants variants;

    ChangeField(DraftHand hand, AreaVariants variants) {
        this.hand = hand;
        this.variants = variants;
    }

    /**
     * @param seen the step of the draft the person saw
     * @throws NotFound for what is no field
     */
    @Transactional
    Changed change(SignedIn me, UUID id, int seen, String at, Map<String, String> typed, String reason) {
        var draft = hand.hold(me, id);
        var sheet = hand.sheet(draft);
        if (!draft.state().isWritable() || sheet.own().isEmpty()) return new Changed.Closed();
        var text = sheet.own().get();
        var guide = variants.read(text);
        var field = Fields.find(guide, at).orElseThrow(() -> new NotFound("field " + at));
        if (draft.version() != seen)
            return new Changed.Overtaken(hand.lastStep(draft).orElseThrow());

        return switch (field.read(typed, Changes.at(text, field.path()), guide)) {
            case Field.Reading.Flawed(var input, var wrong) -> new Changed.Flawed(input, wrong);
            case Field.Reading.Value(var value) -> {
                if (reason.length() > Field.LONGEST) yield new Changed.Flawed("reason", Wrong.Flaw.TOO_LONG);
                var differs = !value.equals(Changes.at(sheet.base(), field.path()));
                if (differs && sheet.needsReasons() && reason.isBlank())
                    yield new Changed.Flawed("reason", Wrong.Flaw.NO_REASON);
                var changes = sheet.changesWith(text, field.path(), value, reason.strip());
                yield new Changed.Done(hand.step(draft.with(changes), at, DraftingAct.CHANGED, reason.strip(), me));
            }
        };
    }

    /** Again what is inherited. */
    @Transactional
    Changed inherit(SignedIn me, UUID id, int seen, String at) {
        var draft = hand.hold(me, id);
        if (!draft.state().isWritable()) return new Changed.Closed();
        if (draft.version() != seen)
            return new Changed.Overtaken(hand.lastStep(draft).orElseThrow());
        var others = draft.changes().stream()
                .filter(change -> !change.field().equals(at))
                .toList();
        if (others.size() == draft.changes().size()) throw new NotFound("change " + at);
        var tangles = hand.tangles(draft.with(others));
        if (!hand.tangles(draft).containsAll(tangles))
            return new Changed.Flawed("tangle", Wrong.Tangle.of(tangles.getFirst()));
        return new Changed.Done(hand.step(draft.with(others), at, DraftingAct.CHANGED, "", me));
    }
}
