package yici.catalogue;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Department;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** Finding the way: by audience and topic, by words, and the page of a single service. */
@Controller
class BrowsePages {

    private final Catalogue catalogue;
    private final InForce inForce;
    private final ServiceOffers offers;
    private final Search search;
    private final List<AlsoFound> alsoFound;
    private final Nearest nearest;
    private final Areas areas;
    private final Bodies bodies;
    private final Deciders deciders;
    private final Clock clock;

    BrowsePages(
            Catalogue catalogue,
            InForce inForce,
            ServiceOffers offers,
            Search search,
            List<AlsoFound> alsoFound,
            Nearest nearest,
            Areas areas,
            Bodies bodies,
            Deciders deciders,
            Clock clock) {
        this.catalogue = catalogue;
        this.inForce = inForce;
        this.offers = offers;
        this.search = search;
        this.alsoFound = alsoFound;
        this.nearest = nearest;
        this.areas = areas;
        this.bodies = bodies;
        this.deciders = deciders;
        this.clock = clock;
    }

    /** A topic and how many life events and services it holds. */
    record Shelf(Topic topic, int count) {}

    /** Everything for one audience, or what of it belongs to the chosen topic. */
    record Part(Guide.Audience audience, List<Listed> lifeEvents, List<InForce.Single> services, List<Shelf> shelves) {}

    /** @param own codes of life events of which the chosen area has a version of its own */
    record Browse(Optional<Topic> chosen, List<Part> parts, List<String> own, Map<String, Translated> departments) {
        Translated department(String key) {
            return departments.getOrDefault(key, Translated.zh(key));
        }
    }

    @GetMapping("/events")
    Page events(
            View view,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String topic) {
        var now = inForce.now();
        var only = Arrays.stream(Guide.Audience.values())
                .filter(a -> a.name().equals(audience))
                .findFirst();
        var chosen = now.allTopics().stream()
                .filter(t -> t.key().equals(topic) && (only.isEmpty() || t.audience() == only.get()))
                .findFirst();
        var parts = new ArrayList<Part>();
        for (var a : Guide.Audience.values())
            if (chosen.map(Topic::audience).or(() -> only).orElse(a) == a) parts.add(part(now, a, chosen));
        var browse = new Browse(
                chosen, parts, catalogue.ownVariants(areas.get(view.area().code())), departmentNames());
        return Page.of(out -> JteeventsGenerated.render(out, Page.PLAIN, view, browse));
    }

    private static Part part(InForce.Snapshot now, Guide.Audience audience, Optional<Topic> chosen) {
        var shelves = now.allTopics().stream()
                .filter(t -> t.audience() == audience)
                .map(t -> new Shelf(
                        t, lifeEvents(now, t).size() + services(now, t).size()))
                .filter(shelf -> shelf.count() > 0)
                .toList();
        return new Part(
                audience,
                chosen.map(t -> lifeEvents(now, t))
                        .orElseGet(() -> now.lifeEvents().stream()
                                .filter(l -> l.audience() == audience)
                                .toList()),
                chosen.map(t -> services(now, t))
                        .orElseGet(() -> now.services().stream()
                                .filter(s -> s.audiences().contains(audience))
                                .toList()),
                shelves);
    }

    private static List<Listed> lifeEvents(InForce.Snapshot now, Topic topic) {
        return now.lifeEvents().stream()
                .filter(l -> l.audience() == topic.audience() && now.isUnder(l.code(), topic))
                .toList();
    }

    private static List<InForce.Single> services(InForce.Snapshot now, Topic topic) {
        return now.services().stream().filter(s -> s.topics().contains(topic)).toList();
    }

    private Map<String, Translated> departmentNames() {
        return bodies.departments().stream().collect(toMap(Department::key, Department::label));
    }

    @GetMapping("/services/{key}")
    Page service(View view, @PathVariable String key) {
        var found = offers.find(key, view.area().code());
        if (found.isEmpty()) {
            var close = nearest.to(key);
            return Page.of(404, out -> JteunknownGenerated.render(out, Page.PLAIN, view, close));
        }
        var offer = found.get();
        var service = offer.service();
        var now = inForce.now();
        var partOf = service.partOf().stream()
                .map(Service.PartOf::lifeEvent)
                .distinct()
                .flatMap(code -> now.listed(Listed.Kind.LIFE_EVENT, code).stream())
                .toList();
        var decides = deciders.of(
                service.power(),
                service.department(),
                view.area().code(),
                LocalDate.ofInstant(clock.instant(), View.ZONE));
        var department = bodies.departmentName(service.department());
        return Page.of(out -> JteserviceGenerated.render(out, Page.PLAIN, view, offer, partOf, decides, department));
    }

    @GetMapping("/search")
    Page search(View view, @RequestParam(defaultValue = "") String q) {
        String asked = Search.bounded(q).strip();
        var answer = search.search(asked);
        var suggested = inForce.now().lifeEvents();
        var also = asked.isEmpty()
                ? List.<AlsoFound.Also>of()
                : alsoFound.stream()
                        .flatMap(room -> room.of(asked, view.language()).stream())
                        .toList();
        return Page.of(out -> JtesearchGenerated.render(
                out, Page.PLAIN, view, asked, q.strip().length() > asked.length(), answer, also, suggested));
    }
}
