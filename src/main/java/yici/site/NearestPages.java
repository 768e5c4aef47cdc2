package yici.site;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.catalogue.Offer;
import yici.kit.View;

/** What somebody at a wrong address most likely wanted: the nearest area, the nearest life events. */
@Component
class NearestPages {

    private static final Pattern AREA = Pattern.compile("/areas/([^/]{1,40})");
    private static final Pattern LIFE_EVENT = Pattern.compile("/events/([^/]{1,80})(/.*)?");

    private final KnownAreas areas;
    private final Catalogue catalogue;

    NearestPages(KnownAreas areas, Catalogue catalogue) {
        this.areas = areas;
        this.catalogue = catalogue;
    }

    List<Trouble.Link> to(View view) {
        var area = AREA.matcher(view.path());
        if (area.matches()) {
            var near = areas.nearest(area.group(1));
            return List.of(new Trouble.Link("/areas/" + near.code(), near.name()));
        }
        var lifeEvent = LIFE_EVENT.matcher(view.path());
        return lifeEvent.matches()
                ? lifeEventsNear(lifeEvent.group(1), view.area().code())
                : List.of();
    }

    /** The same page for the nearest area. */
    List<Trouble.Link> here(View view, String wrongArea) {
        var near = areas.nearest(wrongArea);
        return List.of(new Trouble.Link(view.here("area", near.code()), near.name()));
    }

    private List<Trouble.Link> lifeEventsNear(String wrong, String area) {
        return switch (catalogue.offer(QueryString.decode(wrong), area)) {
            case Offer.Unknown(var near) ->
                near.stream()
                        .map(listed -> new Trouble.Link("/events/" + listed.code(), listed.name()))
                        .toList();
            case Offer.Offered offered ->
                List.of(new Trouble.Link(
                        "/events/" + wrong, offered.edition().guide().name()));
        };
    }
}
