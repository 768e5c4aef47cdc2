package yici.supervision;

import static yici.identity.Thing.Trait.AREA;
import static yici.identity.Thing.Trait.BODY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.calendar.ClockRule;
import yici.calendar.ClockRules;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.NotFound;
import yici.kit.Translated;
import yici.kit.View;
import yici.supervision.Cards.Filter;
import yici.supervision.Cards.Place;
import yici.supervision.Cards.Whose;

/** The cards a person answers for, with the names of bodies and clocks. */
@Component
class ListCards {

    private static final int COUNTED_BODIES = 30;

    private final Cards cards;
    private final Policy policy;
    private final Bodies bodies;
    private final Areas areas;
    private final ClockRules rules;
    private final Clock clock;

    ListCards(Cards cards, Policy policy, Bodies bodies, Areas areas, ClockRules rules, Clock clock) {
        this.cards = cards;
        this.policy = policy;
        this.bodies = bodies;
        this.areas = areas;
        this.rules = rules;
        this.clock = clock;
    }

    Whose late(SignedIn me) {
        return Whose.bodies(policy.reach(me, Deed.EXPLAIN_CARD).each(BODY));
    }

    Whose governed(SignedIn me) {
        return Whose.areas(policy.reach(me, Deed.SETTLE_CARD).each(AREA));
    }

    CardList list(SignedIn me, String path, Whose whose, Filter filter, String after, String note) {
        var place = Place.read(after);
        var listing = cards.list(whose, filter, place);
        return new CardList(
                path,
                lines(me, listing.cards()),
                filter,
                counts(path, whose),
                place.equals(Place.FIRST),
                listing.next(),
                note,
                Optional.empty());
    }

    CardList one(SignedIn me, String path, Whose whose, CardList.Typed typed) {
        var card = cards.find(whose, typed.card()).orElseThrow(() -> new NotFound("card"));
        return new CardList(
                path,
                lines(me, List.of(card)),
                Filter.ALL,
                counts(path, whose),
                false,
                Optional.empty(),
                "",
                Optional.of(typed));
    }

    private List<CardList.Line> lines(SignedIn me, List<Card> found) {
        return found.stream()
                .map(card -> new CardList.Line(
                        card,
                        who(card.body(), card.area()),
                        clockName(card.rule()),
                        mayExplain(me, card),
                        maySettle(me, card)))
                .toList();
    }

    private boolean mayExplain(SignedIn me, Card card) {
        if (card.state() != Card.State.ISSUED) return false;
        return policy.allows(me, Deed.EXPLAIN_CARD, card.thing());
    }

    private boolean maySettle(SignedIn me, Card card) {
        return !card.state().isSettled()
                && policy.allows(me, Deed.SETTLE_CARD, card.thing())
                && card.explanation().filter(e -> e.by().equals(me.asActor())).isEmpty();
    }

    /** Of the last twelve months, on the administrator's page. */
    private List<CardList.CountLine> counts(String path, Whose whose) {
        if (!path.startsWith("/admin")) return List.of();
        return cards.counts(whose.ids(), aYearAgo()).stream()
                .limit(COUNTED_BODIES)
                .map(count -> new CardList.CountLine(count, who(count.body(), count.area())))
                .toList();
    }

    LocalDate aYearAgo() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE).minusYears(1);
    }

    /** The body; for the whole of an application and where nobody decides, the area. */
    Translated who(Optional<String> body, String area) {
        return body.flatMap(bodies::find)
                .map(PublicBody::name)
                .orElseGet(() -> areas.get(area).name());
    }

    Translated clockName(String rule) {
        return rules.find(rule).map(ClockRule::name).orElseGet(() -> Translated.zh(rule));
    }
}
