package yici.catalogue;

import java.util.List;
import yici.jurisdiction.Area;

/** What an area offers when somebody asks for a life event there. */
public sealed interface Offer {

    /**
     * @param area the area asked for
     * @param from the area whose variant this is: the same, or the nearest level above that has one; the province for the standard
     * @param compared false where the source names a variant but nobody has read it: the standard is shown and the page says so
     */
    record Offered(Edition edition, Area area, Area from, boolean compared) implements Offer {
        public boolean inherited() {
            return !area.code().equals(from.code());
        }
    }

    /** @param nearest life events whose code or name is close; never empty */
    record Unknown(List<Listed> nearest) implements Offer {}
}
