package yici.catalogue;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Department;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** The guide of a life event, as the chosen area offers it. */
@Controller
class GuidePages {

    private final Catalogue catalogue;
    private final InForce inForce;
    private final Areas areas;
    private final Bodies bodies;
    private final Deciders deciders;
    private final Clock clock;

    GuidePages(Catalogue catalogue, InForce inForce, Areas areas, Bodies bodies, Deciders deciders, Clock clock) {
        this.catalogue = catalogue;
        this.inForce = inForce;
        this.areas = areas;
        this.bodies = bodies;
        this.deciders = deciders;
        this.clock = clock;
    }

    @GetMapping("/events/{code}")
    Page guide(View view, @PathVariable String code) {
        return switch (catalogue.offer(code, view.area().code())) {
            case Offer.Offered offered -> {
                var page = page(offered);
                yield Page.of(out -> JteguideGenerated.render(out, Page.PLAIN, view, page));
            }
            case Offer.Unknown(var nearest) ->
                Page.of(404, out -> JteunknownGenerated.render(out, Page.PLAIN, view, nearest));
        };
    }

    private GuideView page(Offer.Offered offered) {
        var now = inForce.now();
        var guide = offered.edition().guide();
        var items = guide.items().stream().map(Guide.Item::key).toList();
        return new GuideView(
                offered,
                now.standing(guide.code(), offered.edition().variant()).variant(),
                now.topic(guide),
                deciders.of(guide, items, offered.area().code(), LocalDate.ofInstant(clock.instant(), View.ZONE)),
                departmentNames(),
                covers(now, offered.edition()),
                Difference.between(catalogue.standard(guide.code()), guide));
    }

    private Map<String, Translated> departmentNames() {
        return bodies.departments().stream().collect(toMap(Department::key, Department::label));
    }

    private List<Area> covers(InForce.Snapshot now, Edition edition) {
        return now.areasWith(edition.lifeEvent(), edition.variant()).stream()
                .sorted()
                .flatMap(code -> areas.find(code).stream())
                .toList();
    }
}
