package yici.catalogue;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
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
    Page guide(View view, @PathVariable String code, @RequestParam Optional<String> on) {
        var today = inForce.today();
        var day = on.flatMap(GuidePages::day).filter(asked -> !asked.equals(today));
        return day.isPresent() && inForce.now().offers(code) ? asOf(view, code, day.get()) : today(view, code);
    }

    /** What was in force on that day, or will be. */
    private Page asOf(View view, String code, LocalDate day) {
        return catalogue
                .offer(code, view.area().code(), day)
                .filter(offered -> !offered.edition().knownFrom().isAfter(day))
                .map(offered -> guide(view, offered, Optional.of(day)))
                .orElseGet(() -> notYet(view, code, day));
    }

    private Page notYet(View view, String code, LocalDate day) {
        var name = catalogue.standard(code).name();
        var first = catalogue.history(code, Variant.STANDARD).getLast().knownFrom();
        return Page.of(404, out -> JtenotyetGenerated.render(out, Page.PLAIN, view, code, name, day, first));
    }

    /** Empty for what is no day; the page of today is shown then. */
    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private Page guide(View view, Offer.Offered offered, Optional<LocalDate> asOf) {
        var page = page(offered, asOf);
        return Page.of(out -> JteguideGenerated.render(out, Page.PLAIN, view, page));
    }

    private Page today(View view, String code) {
        return switch (catalogue.offer(code, view.area().code())) {
            case Offer.Offered offered -> guide(view, offered, Optional.empty());
            case Offer.Unknown(var nearest) ->
                Page.of(404, out -> JteunknownGenerated.render(out, Page.PLAIN, view, nearest));
        };
    }

    private GuideView page(Offer.Offered offered, Optional<LocalDate> asOf) {
        var now = inForce.now();
        var guide = offered.edition().guide();
        var items = guide.items().stream().map(Guide.Item::key).toList();
        return new GuideView(
                offered,
                variant(now, offered),
                now.topic(guide),
                deciders.of(guide, items, offered.area().code(), LocalDate.ofInstant(clock.instant(), View.ZONE)),
                departmentNames(),
                covers(now, offered.edition()),
                Difference.between(catalogue.standard(guide.code()), guide),
                catalogue.changes(offered.edition().id()).stream()
                        .map(Change::reason)
                        .filter(reason -> !reason.isEmpty())
                        .distinct()
                        .toList(),
                asOf);
    }

    /** A variant the area had once may no longer be; then it is told as one that nobody compared. */
    private static Variant variant(InForce.Snapshot now, Offer.Offered offered) {
        var edition = offered.edition();
        return now.find(edition.lifeEvent(), edition.variant())
                .map(InForce.Standing::variant)
                .orElseGet(() ->
                        now.standing(edition.lifeEvent(), Variant.STANDARD).variant());
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
