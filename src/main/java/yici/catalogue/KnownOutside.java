package yici.catalogue;

import org.springframework.stereotype.Component;
import yici.calendar.ClockRule;
import yici.calendar.ClockRules;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;

/** What files may name that lies in other rooms. */
@Component
class KnownOutside implements ReadGuide.Known {

    private final Areas areas;
    private final Bodies bodies;
    private final ClockRules clocks;

    KnownOutside(Areas areas, Bodies bodies, ClockRules clocks) {
        this.areas = areas;
        this.bodies = bodies;
        this.clocks = clocks;
    }

    @Override
    public boolean isDepartment(String key) {
        return bodies.departments().stream().anyMatch(d -> d.key().equals(key));
    }

    @Override
    public boolean isArea(String code) {
        return areas.find(code).isPresent();
    }

    @Override
    public ClockRule clock(String key) {
        return clocks.get(key);
    }
}
