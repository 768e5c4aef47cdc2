package yici.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import yici.jurisdiction.PublicBody;

/**
 * Who decides what is filed in an area on a day. By law the department's body nearest to it; a room above knows which powers have been moved,
 * and implements this.
 */
public interface Deciders {

    /** Empty where nobody does: an administrator sees the gap. */
    Optional<PublicBody> of(String power, String department, String area, LocalDate filedOn);

    /** By item key; an item that nobody decides is left out. */
    default Map<String, PublicBody> of(Guide guide, Collection<String> items, String area, LocalDate filedOn) {
        var deciding = new LinkedHashMap<String, PublicBody>();
        for (var key : items)
            of(Power.keyOf(guide.code(), key), guide.item(key).department(), area, filedOn)
                    .ifPresent(body -> deciding.put(key, body));
        return deciding;
    }
}
