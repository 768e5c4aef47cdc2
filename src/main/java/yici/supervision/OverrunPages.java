package yici.supervision;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** /overruns: for everybody, of the chosen area and those below it. */
@Controller
class OverrunPages {

    record Line(Overruns.Overrun overrun, Translated body, Translated clock) {}

    /** @param confirmed cards of the last twelve months; {@code withdrawn} those that should not have been issued */
    record Shown(
            Area area, List<Line> lines, boolean first, Optional<Cards.Place> after, int confirmed, int withdrawn) {
        String next() {
            return after.map(place -> begin() + "&after=" + place.text()).orElse("");
        }

        String begin() {
            return "/overruns?area=" + area.code();
        }
    }

    private final Overruns overruns;
    private final Cards cards;
    private final ListCards names;
    private final Areas areas;

    OverrunPages(Overruns overruns, Cards cards, ListCards names, Areas areas) {
        this.overruns = overruns;
        this.cards = cards;
        this.names = names;
        this.areas = areas;
    }

    @GetMapping("/overruns")
    Page overruns(View view, @RequestParam(defaultValue = "") String after) {
        var chosen = areas.get(view.area().code());
        var area = chosen.level() == Area.Level.OWN_LEVEL
                ? areas.get(chosen.parent().orElseThrow())
                : chosen;
        var within = areas.within(area.code()).stream().map(Area::code).toList();
        var place = Cards.Place.read(after);
        var listing = overruns.list(within, place);
        var counts = cards.counts(within, names.aYearAgo());
        var shown = new Shown(
                area,
                listing.overruns().stream().map(this::line).toList(),
                place.equals(Cards.Place.FIRST),
                listing.next(),
                counts.stream().mapToInt(c -> c.yellow() + c.red()).sum(),
                counts.stream().mapToInt(Cards.Count::withdrawn).sum());
        return Page.of(out -> JteoverrunsGenerated.render(out, Page.PLAIN, view, shown));
    }

    private Line line(Overruns.Overrun overrun) {
        return new Line(overrun, names.who(overrun.body(), overrun.area()), names.clockName(overrun.rule()));
    }
}
