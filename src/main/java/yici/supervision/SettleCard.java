package yici.supervision;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** An administrator of the area or above looks into it and confirms the card, or withdraws one that should not have been issued. */
@Component
class SettleCard {

    sealed interface Settled {
        record Done(Card.State state) implements Settled {}

        record Flawed(Reason.Flaw flaw) implements Settled {}

        /** A card is confirmed only after the body was heard. */
        record NotExplained() implements Settled {}

        /** Nobody judges the own explanation. */
        record OwnExplanation() implements Settled {}

        /** Somebody was quicker. */
        record TooLate(Card.State state) implements Settled {}
    }

    private final Cards cards;
    private final CardLife life;
    private final Policy policy;

    SettleCard(Cards cards, CardLife life, Policy policy) {
        this.cards = cards;
        this.life = life;
        this.policy = policy;
    }

    /** @throws NotFound for a card of an area this person does not govern */
    @Transactional
    Settled settle(SignedIn me, UUID id, Card.State end, String reason) {
        var card = ofMine(me, id);
        if (card.state().isSettled()) return new Settled.TooLate(card.state());
        if (end == Card.State.CONFIRMED && card.state() != Card.State.EXPLAINED) return new Settled.NotExplained();
        if (card.explanation().filter(e -> e.by().equals(me.asActor())).isPresent())
            return new Settled.OwnExplanation();
        var flaw = Reason.flaw(reason);
        if (flaw.isPresent()) return new Settled.Flawed(flaw.get());

        boolean first = life.goesOn(card, end, reason.strip(), me);
        return first
                ? new Settled.Done(end)
                : new Settled.TooLate(ofMine(me, id).state());
    }

    private Card ofMine(SignedIn me, UUID id) {
        return cards.find(policy.reach(me, Deed.SETTLE_CARD), id).orElseThrow(() -> new NotFound("card"));
    }
}
