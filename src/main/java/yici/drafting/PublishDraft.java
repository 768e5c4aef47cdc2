package yici.drafting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.catalogue.AreaVariants;
import yici.catalogue.BeforePublishing.Objection;
import yici.catalogue.PublishEdition.Publication;
import yici.catalogue.PublishEdition.Terms;
import yici.identity.SignedIn;

/** A second person, who has written nothing of it, confirms a draft: from its day it is in force. */
@Component
class PublishDraft {

    sealed interface Published {
        record Done(Publication.Published publication) implements Published {}

        /** Who has written in it cannot be the second person. */
        record OwnWork() implements Published {}

        /** Its day has come before it was confirmed. */
        record TooLate() implements Published {}

        /** Rules forbid what is new in it. */
        record Refused(List<Objection> objections) implements Published {}

        /** What the area inherits has changed meanwhile. */
        record Conflicting() implements Published {}

        /** Not in review, or another step than the one that was read. */
        record Closed() implements Published {}

        record Unchanged() implements Published {}
    }

    private final DraftHand hand;
    private final GuideDrafts drafts;
    private final AreaVariants variants;

    PublishDraft(DraftHand hand, GuideDrafts drafts, AreaVariants variants) {
        this.hand = hand;
        this.drafts = drafts;
        this.variants = variants;
    }

    @Transactional
    Published publish(SignedIn me, UUID id, int seen) {
        var draft = hand.hold(me, id);
        if (draft.state() != Draft.State.IN_REVIEW || draft.version() != seen) return new Published.Closed();
        if (hand.hasWritten(draft, me)) return new Published.OwnWork();
        if (draft.effectiveFrom().isBefore(hand.today())) return new Published.TooLate();

        return switch (variants.publish(draft.lifeEvent(), draft.area(), draft.changes(), terms(draft, me))) {
            case Publication.Published published -> {
                drafts.move(draft, Draft.State.PUBLISHED, draft.said());
                hand.record(draft, DraftingAct.PUBLISHED, published.edition().version(), me);
                yield new Published.Done(published);
            }
            case Publication.Unchanged _ -> new Published.Unchanged();
            case Publication.Conflicting _ -> new Published.Conflicting();
            case Publication.Refused(var objections) -> new Published.Refused(objections);
        };
    }

    private static Terms terms(Draft draft, SignedIn me) {
        return new Terms(
                draft.effectiveFrom(), draft.note(), Optional.of(draft.author()), Optional.of(me.person()), false);
    }
}
