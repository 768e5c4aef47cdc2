package yici.catalogue;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** How a guide came to read as it does: every edition, from when on, and what was new in it, for everybody. */
@Controller
class HistoryPages {

    /** Nobody reads further back on one page. */
    private static final int SHOWN = 200;

    private final Catalogue catalogue;
    private final Editions editions;
    private final Contents contents;
    private final LifeEvents lifeEvents;
    private final InForce inForce;
    private final Areas areas;

    HistoryPages(
            Catalogue catalogue,
            Editions editions,
            Contents contents,
            LifeEvents lifeEvents,
            InForce inForce,
            Areas areas) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.contents = contents;
        this.lifeEvents = lifeEvents;
        this.inForce = inForce;
        this.areas = areas;
    }

    enum State {
        COMING,
        IN_FORCE,
        SUPERSEDED
    }

    record Line(EditionHead edition, State state) {}

    /**
     * @param area whose page it is
     * @param variant what the area has: its own or the standard
     * @param lines the newest day first
     */
    record History(Guide guide, Area area, String variant, boolean standard, List<Line> lines) {}

    /** @param before empty for the first edition */
    record Step(Guide guide, EditionHead edition, Optional<EditionHead> before, List<Told> told) {}

    @GetMapping("/events/{code}/history")
    Page history(View view, @PathVariable String code) {
        if (!(catalogue.offer(code, view.area().code()) instanceof Offer.Offered offered))
            throw new NotFound("life event " + code);
        var edition = offered.edition();
        var history = new History(
                edition.guide(),
                areas.get(view.area().code()),
                edition.variant(),
                edition.variant().equals(Variant.STANDARD),
                lines(code, edition.variant()));
        return Page.of(out -> JtehistoryGenerated.render(out, Page.PLAIN, view, history));
    }

    private List<Line> lines(String code, String variant) {
        var today = inForce.today();
        var current = editions.inForce(code, variant, today).map(EditionHead::id);
        return editions.history(code, variant).stream()
                .limit(SHOWN)
                .map(head -> new Line(
                        head,
                        current.equals(Optional.of(head.id()))
                                ? State.IN_FORCE
                                : head.effectiveFrom().isAfter(today) ? State.COMING : State.SUPERSEDED))
                .toList();
    }

    @GetMapping("/events/{code}/history/{variant}/{number}")
    Page step(View view, @PathVariable String code, @PathVariable String variant, @PathVariable int number) {
        if (!inForce.now().offers(code)) throw new NotFound("life event " + code);
        var history = editions.history(code, variant);
        var edition = history.stream()
                .filter(head -> head.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("edition " + number));
        var before = before(history, edition).or(() -> beforeItsOwn(edition));
        var guide = catalogue.edition(edition.id()).guide();
        var step = new Step(
                guide,
                edition,
                before,
                before.map(b -> told(view, b, edition, guide)).orElse(List.of()));
        return Page.of(out -> JtehistorystepGenerated.render(out, Page.PLAIN, view, step));
    }

    /** What it took the place of: the next older in the order in which editions count. */
    private static Optional<EditionHead> before(List<EditionHead> history, EditionHead edition) {
        return history.stream().skip(history.indexOf(edition) + 1L).findFirst();
    }

    /** What the area had before it had anything of its own. */
    private Optional<EditionHead> beforeItsOwn(EditionHead edition) {
        var dayBefore = edition.effectiveFrom().minusDays(1);
        return lifeEvents
                .areaOfItsOwn(edition.subject(), edition.variant())
                .flatMap(area -> catalogue.offer(edition.subject(), area, dayBefore))
                .map(offered -> contents.find(offered.edition().id()).head());
    }

    private List<Told> told(View view, EditionHead before, EditionHead edition, Guide guide) {
        var old = catalogue.edition(before.id()).guide();
        var reasons = contents.find(edition.id()).changes();
        var base = contents.of(before.id());
        return Changes.inOrder(base, contents.of(edition.id())).stream()
                .map(change -> change.because(reason(change, reasons)))
                .map(change -> change.path().getLast().equals(Changes.ORDER)
                        ? order(view, change, base)
                        : Told.of(view, change, change.was().isEmpty() ? guide : old))
                .toList();
    }

    private static Told order(View view, Change change, JsonNode base) {
        var told = ChangeWords.tell(view, base, List.of(change)).getFirst();
        return new Told(told.what(), Optional.of(told.was()), Optional.of(told.now()), told.reason());
    }

    private static String reason(Change change, List<Change> reasons) {
        return reasons.stream()
                .filter(own -> own.path().equals(change.path()))
                .findFirst()
                .map(Change::reason)
                .orElse("");
    }
}
