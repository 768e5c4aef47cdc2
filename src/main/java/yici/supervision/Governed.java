package yici.supervision;

import java.util.List;
import org.springframework.stereotype.Component;
import yici.identity.SignedIn;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;

/** The areas an administrator answers for: the own ones and all below them. */
@Component
class Governed {

    private final Areas areas;

    Governed(Areas areas) {
        this.areas = areas;
    }

    List<String> by(SignedIn me) {
        return me.administers().stream()
                .flatMap(code -> areas.within(code).stream())
                .filter(area -> area.level() != Area.Level.OWN_LEVEL)
                .map(Area::code)
                .distinct()
                .toList();
    }
}
