package yici.drafting;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import yici.catalogue.AreaVariants;
import yici.catalogue.Catalogue;
import yici.catalogue.Listed;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Translated;

/** Areas whose own text could not follow what it inherits from, because both have changed the same: they stay on what they had and decide. */
@Component
class StuckAreas {

    /** @param name of the life event */
    record StuckArea(String lifeEvent, Translated name, Area area) {}

    private final Catalogue catalogue;
    private final AreaVariants variants;
    private final Areas areas;
    private final DraftHand hand;

    StuckAreas(Catalogue catalogue, AreaVariants variants, Areas areas, DraftHand hand) {
        this.catalogue = catalogue;
        this.variants = variants;
        this.areas = areas;
        this.hand = hand;
    }

    /** In all life events. @param mine which areas are asked about, by code */
    List<StuckArea> among(Predicate<String> mine) {
        return catalogue.lifeEvents().stream()
                .flatMap(event -> in(event, mine).stream())
                .toList();
    }

    /** Below an area that has published. */
    List<StuckArea> below(String lifeEvent, String area) {
        var within = areas.within(area).stream()
                .map(Area::code)
                .filter(code -> !code.equals(area))
                .toList();
        return catalogue.lifeEvents().stream()
                .filter(event -> event.code().equals(lifeEvent))
                .flatMap(event -> in(event, within::contains).stream())
                .toList();
    }

    private List<StuckArea> in(Listed event, Predicate<String> mine) {
        return catalogue.variants(event.code()).stream()
                .flatMap(standing -> standing.areas().stream())
                .filter(mine)
                .filter(area -> isStuck(event.code(), area))
                .map(area -> new StuckArea(event.code(), event.name(), areas.get(area)))
                .toList();
    }

    private boolean isStuck(String lifeEvent, String area) {
        return variants.stuck(lifeEvent, area, hand.today().plusYears(1)).isPresent();
    }
}
