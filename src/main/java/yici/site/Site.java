package yici.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.jurisdiction.Area;
import yici.kit.Language;
import yici.kit.Translated;

/**
 * The own site of an area.
 *
 * @param lead one sentence under the name; may be empty
 * @param contact where people turn, line by line; may be empty
 * @param colour {@code #rrggbb}; empty: the colour the area has by its code
 * @param blocks what the home page is made of, in this order
 */
record Site(Area area, Translated name, Translated lead, Translated contact, String colour, List<Block> blocks) {

    static final Translated NOTHING = new Translated(Map.of(Language.ZH, ""));

    /** A product that knows no area yet still has a home page. */
    static final Site NOWHERE = new Site(
            new Area("000000000000", Translated.of("未设地区", "No area yet"), Area.Level.PROVINCE, Optional.empty()),
            Translated.of("未设地区", "No area yet"),
            NOTHING,
            NOTHING,
            "",
            List.of(Block.TASKS));

    /** Until an area says otherwise. */
    static Site byDefault(Area area) {
        return new Site(area, area.name(), NOTHING, NOTHING, "", Block.byDefault(area.level()));
    }

    boolean hasContact() {
        return !contact.zh().isBlank();
    }
}
