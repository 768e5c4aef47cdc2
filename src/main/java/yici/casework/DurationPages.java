package yici.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.casework.Durations.OfEvent;
import yici.casework.Durations.OfItem;
import yici.catalogue.Catalogue;
import yici.catalogue.Listed;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** /durations: for everybody, how long a life event really took in the chosen area, and what exactly was counted. */
@Controller
class DurationPages {

    record ItemLine(OfItem figures, Translated body) {}

    record AreaLine(OfEvent figures, Area area) {}

    /** @param below the same life event in the areas below this one */
    record OfOneEvent(Listed event, Area area, Optional<OfEvent> whole, List<ItemLine> items, List<AreaLine> below) {

        Optional<Instant> at() {
            return items.stream()
                    .map(line -> line.figures().at())
                    .findFirst()
                    .or(() -> whole.map(OfEvent::at))
                    .or(() -> below.stream().map(line -> line.figures().at()).findFirst());
        }
    }

    /** The life events of an area with figures. */
    record OfOneArea(Area area, List<OfEvent> events) {}

    private final Durations durations;
    private final Catalogue catalogue;
    private final Areas areas;
    private final Bodies bodies;

    DurationPages(Durations durations, Catalogue catalogue, Areas areas, Bodies bodies) {
        this.durations = durations;
        this.catalogue = catalogue;
        this.areas = areas;
        this.bodies = bodies;
    }

    @GetMapping("/durations")
    Page durations(View view, @RequestParam(defaultValue = "") String event) {
        var area = areas.get(view.area().code());
        if (event.isEmpty()) {
            var shown = new OfOneArea(area, durations.in(area.code()));
            return Page.of(out -> JtedurationeventsGenerated.render(out, Page.PLAIN, view, shown));
        }
        var shown = of(event(event), area);
        return Page.of(out -> JtedurationsGenerated.render(out, Page.PLAIN, view, shown));
    }

    private Listed event(String code) {
        return catalogue.lifeEvents().stream()
                .filter(listed ->
                        listed.kind() == Listed.Kind.LIFE_EVENT && listed.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("life event " + code));
    }

    private OfOneEvent of(Listed event, Area area) {
        var within = areas.within(area.code()).stream().map(Area::code).toList();
        var events = durations.events(event.code(), within);
        return new OfOneEvent(
                event,
                area,
                events.stream().filter(e -> e.area().equals(area.code())).findFirst(),
                durations.items(event.code(), area.code()).stream()
                        .map(i -> new ItemLine(i, body(i.body())))
                        .toList(),
                events.stream()
                        .filter(e -> !e.area().equals(area.code()))
                        .map(e -> new AreaLine(e, areas.get(e.area())))
                        .toList());
    }

    private Translated body(String id) {
        return bodies.find(id).map(PublicBody::name).orElseGet(() -> Translated.zh(id));
    }
}
