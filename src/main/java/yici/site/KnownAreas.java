package yici.site;

import java.util.List;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Translated;
import yici.kit.View;

/** The areas as places on a page; before any is loaded there is only the province's name. */
@Component
class KnownAreas {

    private static final View.Place NOWHERE = new View.Place("430000000000", Translated.of("湖南省", "Hunan Province"), 0);

    private final Areas areas;

    KnownAreas(Areas areas) {
        this.areas = areas;
    }

    boolean exists(String code) {
        try {
            return code.matches("[0-9]{12}") && areas.find(code).isPresent();
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    List<View.Place> path(String code) {
        return areas.path(code).stream().map(KnownAreas::place).toList();
    }

    List<View.Place> province() {
        try {
            return List.of(place(areas.province()));
        } catch (UnsupportedOperationException e) {
            return List.of(NOWHERE);
        }
    }

    View.Place nearest(String wrongCode) {
        try {
            return place(areas.nearest(wrongCode));
        } catch (UnsupportedOperationException e) {
            return NOWHERE;
        }
    }

    static View.Place place(Area area) {
        return new View.Place(area.code(), area.name(), area.accent());
    }
}
