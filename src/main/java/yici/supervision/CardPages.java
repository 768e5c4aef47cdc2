package yici.supervision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.calendar.Supervision;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;
import yici.supervision.Cards.Filter;
import yici.supervision.Cards.Whose;

/** /desk/cards: the cards of my bodies, to explain. /admin/cards: those of my areas, to confirm or withdraw. */
@Controller
class CardPages {

    private static final String DESK = "/desk/cards";
    private static final String ADMIN = "/admin/cards";
    private static final Set<String> DONE = Set.of("explained", "confirmed", "withdrawn");

    private final Policy policy;
    private final ListCards listCards;
    private final ExplainCard explainCard;
    private final SettleCard settleCard;

    CardPages(Policy policy, ListCards listCards, ExplainCard explainCard, SettleCard settleCard) {
        this.policy = policy;
        this.listCards = listCards;
        this.explainCard = explainCard;
        this.settleCard = settleCard;
    }

    @GetMapping(DESK)
    Page desk(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done) {
        policy.check(me, Deed.HANDLE_CASE);
        var filter = new Filter(state(state), level(level), Optional.empty());
        return page(200, view, listCards.list(me, DESK, listCards.late(me), filter, after, note(done)));
    }

    @GetMapping(ADMIN)
    Page administration(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done) {
        policy.check(me, Deed.SETTLE_CARD);
        var filter = new Filter(state(state), level(level), Optional.of(body).filter(b -> !b.isEmpty()));
        return page(200, view, listCards.list(me, ADMIN, listCards.governed(me), filter, after, note(done)));
    }

    @PostMapping("/desk/cards/{id}/explain")
    Page explain(View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        return explain(view, me, DESK, listCards.late(me), card(id), reason);
    }

    /** Of the whole of an application, and where nobody decides. */
    @PostMapping("/admin/cards/{id}/explain")
    Page explainForArea(
            View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        return explain(view, me, ADMIN, listCards.governed(me), card(id), reason);
    }

    private Page explain(View view, SignedIn me, String path, Whose whose, UUID card, String reason) {
        return switch (explainCard.explain(me, card, reason)) {
            case ExplainCard.Explained.Done() -> Page.goTo(path + "?done=explained");
            case ExplainCard.Explained.Flawed(var flaw) ->
                notTaken(422, view, me, path, whose, card, "explain", reason, "supervision.flaw." + flaw.key());
            case ExplainCard.Explained.TooLate(var state) ->
                notTaken(409, view, me, path, whose, card, "explain", reason, "supervision.late." + state.key());
        };
    }

    @PostMapping("/admin/cards/{id}/settle")
    Page settle(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason) {
        var card = card(id);
        var end = state(verdict).filter(Card.State::isSettled).orElseThrow(() -> new NotFound("verdict"));
        var mine = listCards.governed(me);
        return switch (settleCard.settle(me, card, end, reason)) {
            case SettleCard.Settled.Done(var state) -> Page.goTo(ADMIN + "?done=" + state.key());
            case SettleCard.Settled.Flawed(var flaw) ->
                notTaken(422, view, me, ADMIN, mine, card, "settle", reason, "supervision.flaw." + flaw.key());
            case SettleCard.Settled.NotExplained() ->
                notTaken(409, view, me, ADMIN, mine, card, "settle", reason, "supervision.notExplained");
            case SettleCard.Settled.OwnExplanation() ->
                notTaken(409, view, me, ADMIN, mine, card, "settle", reason, "supervision.own");
            case SettleCard.Settled.TooLate(var state) ->
                notTaken(409, view, me, ADMIN, mine, card, "settle", reason, "supervision.late." + state.key());
        };
    }

    /** The one card, with what was typed and what is wrong with it. */
    private Page notTaken(
            int status,
            View view,
            SignedIn me,
            String path,
            Whose whose,
            UUID card,
            String deed,
            String text,
            String problem) {
        return page(status, view, listCards.one(me, path, whose, new CardList.Typed(card, deed, text, problem)));
    }

    private static Page page(int status, View view, CardList list) {
        return Page.of(status, out -> JtecardsGenerated.render(out, Page.PLAIN, view, list));
    }

    private static UUID card(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("card " + id);
        }
    }

    private static String note(String done) {
        return DONE.contains(done) ? "supervision.done." + done : "";
    }

    private static Optional<Card.State> state(String key) {
        return Arrays.stream(Card.State.values())
                .filter(s -> s.name().equalsIgnoreCase(key))
                .findFirst();
    }

    private static Optional<Supervision> level(String key) {
        return List.of(Supervision.YELLOW, Supervision.RED).stream()
                .filter(l -> l.key().equals(key))
                .findFirst();
    }
}
