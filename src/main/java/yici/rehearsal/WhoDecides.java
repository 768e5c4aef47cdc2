package yici.rehearsal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import yici.application.Application;
import yici.catalogue.Deciders;
import yici.catalogue.Guide;
import yici.catalogue.Power;
import yici.jurisdiction.PublicBody;
import yici.kit.View;

/** Which office would have decided, by the records valid on the day of filing. Asked only where the department differs. */
@Component
class WhoDecides {

    /** By item the id of the body; nothing for items whose office is the same. */
    record Offices(Map<String, String> was, Map<String, String> now) {}

    private static final Offices SAME = new Offices(Map.of(), Map.of());

    private final Deciders deciders;

    WhoDecides(Deciders deciders) {
        this.deciders = deciders;
    }

    Offices otherwise(Guide before, Guide after, List<String> items, Application filed) {
        var others = items.stream()
                .filter(item -> after.items().stream().anyMatch(i -> i.key().equals(item)))
                .filter(item ->
                        !before.item(item).department().equals(after.item(item).department()))
                .toList();
        if (others.isEmpty()) return SAME;
        var day = LocalDate.ofInstant(filed.submittedAt(), View.ZONE);
        var was = new HashMap<String, String>();
        var now = new HashMap<String, String>();
        for (var item : others) {
            was.put(item, office(before, item, filed.area(), day));
            now.put(item, office(after, item, filed.area(), day));
        }
        return new Offices(was, now);
    }

    private String office(Guide guide, String item, String area, LocalDate day) {
        return deciders.of(Power.keyOf(guide.code(), item), guide.item(item).department(), area, day)
                .map(PublicBody::id)
                .orElse("");
    }
}
