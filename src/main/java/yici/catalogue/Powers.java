package yici.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Areas;

/** All powers that today's catalogue knows, by the standard of the province. */
@Component
public class Powers {

    private final Catalogue catalogue;
    private final InForce inForce;
    private final Areas areas;

    Powers(Catalogue catalogue, InForce inForce, Areas areas) {
        this.catalogue = catalogue;
        this.inForce = inForce;
        this.areas = areas;
    }

    /** The items of life events, guide after guide, then the single services that are part of none. */
    public List<Power> all() {
        var all = new ArrayList<Power>();
        for (var offered : catalogue.offers(areas.province().code())) {
            var guide = offered.edition().guide();
            for (var item : guide.items())
                all.add(new Power(
                        Power.keyOf(guide.code(), item.key()),
                        item.name(),
                        Optional.of(guide.name()),
                        item.department()));
        }
        for (var single : inForce.now().services()) {
            var listed = single.listed();
            if (single.partOf().isEmpty())
                all.add(new Power(listed.code(), listed.name(), Optional.empty(), listed.lead()));
        }
        return List.copyOf(all);
    }

    public Optional<Power> find(String key) {
        return all().stream().filter(power -> power.key().equals(key)).findFirst();
    }
}
