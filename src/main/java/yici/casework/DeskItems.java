package yici.casework;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Power;
import yici.delegation.Delegations;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.Translated;

/** The items an officer's bodies decide, by the guides and the register of today: the choices of the desk's filter. */
@Component
class DeskItems {

    private final Catalogue catalogue;
    private final Bodies bodies;
    private final Delegations delegations;
    private final Clocks clocks;

    DeskItems(Catalogue catalogue, Bodies bodies, Delegations delegations, Clocks clocks) {
        this.catalogue = catalogue;
        this.bodies = bodies;
        this.delegations = delegations;
        this.clocks = clocks;
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

    /** Also what it was handed for other areas, or once: cases of then may still be open. */
    private void addItems(Map<String, Translated> items, Guide guide, PublicBody body) {
        var all = guide.items().stream().map(Guide.Item::key).toList();
        var deciding = delegations.of(guide, all, body.area(), clocks.today());
        var received = delegations.receivedBy(body.id());
        for (var item : guide.items())
            if (body.equals(deciding.get(item.key())) || received.contains(Power.keyOf(guide.code(), item.key())))
                items.putIfAbsent(item.key(), item.name());
    }
}
