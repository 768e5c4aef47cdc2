package yici.site;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Translated;
import yici.kit.View;

/** The areas as places on a page. A product without any area still has pages. */
@Component
class KnownAreas {

    private static final View.Place NOWHERE = new View.Place("000000000000", Translated.of("未设地区", "No area yet"), 0);

    private final Areas areas;

    KnownAreas(Areas areas) {
        this.areas = areas;
    }

    /** The code of today; a former one still finds its area. */
    Optional<String> today(String code) {
        return areas.find(code).map(Area::code);
    }

    List<View.Place> path(String code) {
        return areas.path(code).stream().map(KnownAreas::place).toList();
    }

    List<View.Place> province() {
        return areas.all().isEmpty() ? List.of(NOWHERE) : List.of(place(areas.province()));
    }

    View.OwnSite site(KnownSites sites, String code) {
        return ownSite(sites.of(areas.get(code)));
    }

    static View.OwnSite ownSite(Site site) {
        return new View.OwnSite(site.area().code(), site.name(), site.area().accent(), site.colour());
    }

    View.Place nearest(String wrongCode) {
        return areas.all().isEmpty() ? NOWHERE : place(areas.nearest(wrongCode));
    }

    private static View.Place place(Area area) {
        return new View.Place(area.code(), area.name(), area.accent());
    }
}
