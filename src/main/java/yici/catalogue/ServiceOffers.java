package yici.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;

/** Which body offers which single service, and how it reads there. */
@Component
public class ServiceOffers {

    /** @param own the body has a text of its own, with differences */
    public record Offering(Service service, Area area, PublicBody body, boolean own) {}

    private final InForce inForce;
    private final Editions editions;
    private final Contents contents;
    private final LifeEvents lifeEvents;
    private final Areas areas;
    private final Bodies bodies;

    ServiceOffers(
            InForce inForce, Editions editions, Contents contents, LifeEvents lifeEvents, Areas areas, Bodies bodies) {
        this.inForce = inForce;
        this.editions = editions;
        this.contents = contents;
        this.lifeEvents = lifeEvents;
        this.areas = areas;
        this.bodies = bodies;
    }

    /**
     * As it is in force today; empty for what is no service.
     *
     * @throws yici.kit.NotFound for a code that is no area
     */
    public Optional<ServiceOffer> find(String service, String area) {
        return find(service, area, inForce.today());
    }

    /** As it was or will be in force on that day; empty before its first edition. */
    public Optional<ServiceOffer> find(String service, String area, LocalDate day) {
        var asked = areas.get(area);
        if (inForce.now().service(service).isEmpty()) return Optional.empty();
        for (var level : areas.path(asked.code()).reversed()) {
            var own = lifeEvents.ownVariant(service, level.code(), day);
            var edition = own.flatMap(variant -> editions.inForce(service, variant, day));
            if (edition.isPresent()) return edition.map(head -> offer(head, asked, level));
        }
        return editions.inForce(service, Variant.STANDARD, day).map(head -> offer(head, asked, areas.province()));
    }

    private ServiceOffer offer(EditionHead edition, Area asked, Area from) {
        var kept = contents.find(edition.id());
        var service = GuideJson.readService(contents.of(kept));
        boolean invented = inForce.now()
                .find(edition.subject(), edition.variant())
                .filter(standing -> standing.variant().invented())
                .isPresent();
        return new ServiceOffer(
                service, asked, from, bodies.in(asked.code(), service.department()), edition, kept.changes(), invented);
    }

    /** As the bodies that have a text of their own offer it today, in the order of areas. */
    public List<ServiceOffer> own(Service service) {
        return areas.within(areas.province().code()).stream()
                .filter(area -> isOwn(service, area))
                .flatMap(area -> find(service.key(), area.code()).stream())
                .filter(ServiceOffer::isOwn)
                .toList();
    }

    /** Every body that offers the service at its own level, in the order of areas. */
    public List<Offering> of(Service service) {
        return areas.within(areas.province().code()).stream()
                .flatMap(area -> offering(service, area).stream())
                .toList();
    }

    /** What the bodies of an area offer, in the order of services. */
    public List<Offering> in(Area area) {
        return inForce.now().services().stream()
                .flatMap(single -> offering(single.service(), area).stream())
                .toList();
    }

    private Optional<Offering> offering(Service service, Area area) {
        if (!service.levels().contains(level(area))) return Optional.empty();
        return bodies.in(area.code(), service.department())
                .map(body -> new Offering(service, area, body, isOwn(service, area)));
    }

    private boolean isOwn(Service service, Area area) {
        return inForce.now()
                .ownVariant(service.key(), area.code())
                .filter(variant -> !variant.equals(Variant.STANDARD))
                .isPresent();
    }

    /** A functional zone does what a county does; an own-level counter is its area's and is not listed twice. */
    private static String level(Area area) {
        return switch (area.level()) {
            case PROVINCE -> "PROVINCE";
            case PREFECTURE -> "PREFECTURE";
            case COUNTY, ZONE -> "COUNTY";
            case OWN_LEVEL -> "";
        };
    }
}
