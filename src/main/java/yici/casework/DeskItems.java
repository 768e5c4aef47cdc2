package yici.casework;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.Translated;

/** The items an officer's bodies decide, by the guides of today: the choices of the desk's filter. */
@Component
class DeskItems {

    private final Catalogue catalogue;
    private final Bodies bodies;

    DeskItems(Catalogue catalogue, Bodies bodies) {
        this.catalogue = catalogue;
        this.bodies = bodies;
    }

    /** By item key, in the order of the guides; an item that stands in two guides stands here once. */
    Map<String, Translated> of(Collection<String> mine) {
        var items = new LinkedHashMap<String, Translated>();
        for (var id : mine)
            bodies.find(id).ifPresent(body -> {
                for (var offered : catalogue.offers(body.area()))
                    addItems(items, offered.edition().guide(), body);
            });
        return items;
    }

    private void addItems(Map<String, Translated> items, Guide guide, PublicBody body) {
        var deciding = bodies.deciding(
                guide.items().stream().map(Guide.Item::department).distinct().toList(), body.area());
        for (var item : guide.items())
            if (body.equals(deciding.get(item.department()))) items.putIfAbsent(item.key(), item.name());
    }
}
