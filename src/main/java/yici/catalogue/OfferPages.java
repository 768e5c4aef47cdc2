package yici.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** Implementation lists, for everybody: what a body of an area offers, in full; who offers a service; what a body offers. */
@Controller
class OfferPages {

    private final ServiceOffers offers;
    private final InForce inForce;
    private final Areas areas;
    private final Bodies bodies;

    OfferPages(ServiceOffers offers, InForce inForce, Areas areas, Bodies bodies) {
        this.offers = offers;
        this.inForce = inForce;
        this.areas = areas;
        this.bodies = bodies;
    }

    /**
     * @param told the differences from the province's text
     * @param asked in which life events the service is one of several, by question and answer
     */
    record Sheet(ServiceOffer offer, List<OfferSheet.Section> sections, List<Told> told, List<Asked> asked) {}

    /** The scenario of a life event in which the service is needed. @param question empty where it always is */
    record Asked(Listed lifeEvent, Optional<Translated> question, Optional<Translated> choice) {}

    /** A prefecture, or the province, and who offers the service in it. */
    record Branch(Area area, List<ServiceOffers.Offering> offerings) {}

    @GetMapping("/services/{key}/offers")
    Page all(View view, @PathVariable String key) {
        var service = inForce.now().service(key).orElseThrow(() -> new NotFound("service " + key));
        var all = offers.of(service);
        var branches = Stream.concat(
                        Stream.of(areas.province()),
                        areas.children(areas.province().code()).stream())
                .map(area -> new Branch(
                        area,
                        all.stream().filter(o -> branch(o.area()).equals(area)).toList()))
                .filter(branch -> !branch.offerings().isEmpty())
                .toList();
        return Page.of(out -> JteoffersGenerated.render(out, Page.PLAIN, view, service, branches, all.size()));
    }

    private Area branch(Area area) {
        var path = areas.path(area.code());
        return path.size() < 2 ? path.getFirst() : path.get(1);
    }

    @GetMapping("/services/{key}/offers/{area}")
    Page one(View view, @PathVariable String key, @PathVariable String area) {
        var offer = offers.find(key, area).orElseThrow(() -> new NotFound("service " + key));
        if (!offer.area().code().equals(area))
            return Page.goTo("/services/" + key + "/offers/" + offer.area().code());
        var standard = inForce.now().service(key).orElseThrow();
        var sheet = new Sheet(
                offer,
                OfferSheet.of(view, offer.service()),
                offer.differences().stream()
                        .map(change -> Told.of(view, change, change.was().isEmpty() ? offer.service() : standard))
                        .toList(),
                standard.partOf().stream().flatMap(this::asked).toList());
        return Page.of(out -> JteofferGenerated.render(out, Page.PLAIN, view, sheet));
    }

    private Stream<Asked> asked(Service.PartOf part) {
        var listed = inForce.now().listed(Listed.Kind.LIFE_EVENT, part.lifeEvent());
        if (listed.isEmpty()) return Stream.of();
        var asked = inForce.guide(part.lifeEvent()).questions().stream()
                .flatMap(question -> question.choices().stream()
                        .filter(choice -> choice.effects().stream()
                                .anyMatch(e -> e.kind() == Guide.EffectKind.INCLUDE_ITEM
                                        && e.ref().equals(part.item())))
                        .map(choice ->
                                new Asked(listed.get(), Optional.of(question.text()), Optional.of(choice.label()))))
                .toList();
        return asked.isEmpty()
                ? Stream.of(new Asked(listed.get(), Optional.empty(), Optional.empty()))
                : asked.stream();
    }

    static List<OfferSheet.Row> paper(View view, Service service, Service.Document paper) {
        return OfferSheet.paper(view, service, paper);
    }

    @GetMapping("/bodies/{id}")
    Page body(View view, @PathVariable String id) {
        PublicBody body = bodies.get(id);
        var area = areas.get(body.area());
        var offered = offers.in(area).stream()
                .filter(offering -> offering.body().id().equals(id))
                .toList();
        var department = bodies.departmentName(body.department());
        return Page.of(out -> JtebodyGenerated.render(out, Page.PLAIN, view, body, area, department, offered));
    }
}
