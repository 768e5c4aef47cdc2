package yici.supervision;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/**
 * The body that is late says why; once confirmed, the public reads it (business-environment regulation, article 36). For the whole of an
 * application, and where nobody decides, the area's own administrator says it.
 */
@Component
class ExplainCard {

    sealed interface Explained {
        record Done() implements Explained {}

        record Flawed(Reason.Flaw flaw) implements Explained {}

        /** Explained or settled already. */
        record TooLate(Card.State state) implements Explained {}
    }

    private final Cards cards;
    private final CardLife life;
    private final Policy policy;
    private final Reason reason;

    ExplainCard(Cards cards, CardLife life, Policy policy, Reason reason) {
        this.cards = cards;
        this.life = life;
        this.policy = policy;
        this.reason = reason;
    }

    /** @throws NotFound for a card that is not this person's to explain */
    @Transactional
    Explained explain(SignedIn me, UUID id, String text) {
        var card = ofMine(me, id);
        var flaw = reason.flawInPublic(text, card.application());
        if (flaw.isPresent()) return new Explained.Flawed(flaw.get());
        if (card.state() != Card.State.ISSUED) return new Explained.TooLate(card.state());

        boolean first = life.goesOn(card, Card.State.EXPLAINED, text.strip(), me);
        return first
                ? new Explained.Done()
                : new Explained.TooLate(ofMine(me, id).state());
    }

    private Card ofMine(SignedIn me, UUID id) {
        return cards.find(policy.reach(me, Deed.EXPLAIN_CARD), id).orElseThrow(() -> new NotFound("card"));
    }
}
