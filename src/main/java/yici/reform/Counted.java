package yici.reform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;

/** The figures of editions. An edition never changes, so one counted once stays counted. */
@Component
class Counted {

    private static final int KEPT = 20_000;

    private final Catalogue catalogue;

    private final Map<UUID, Count.Both> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Count.Both> eldest) {
            return size() > KEPT;
        }
    });

    Counted(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Count.Both of(UUID edition) {
        var known = kept.get(edition);
        if (known != null) return known;
        var both = Count.of(catalogue.edition(edition).guide());
        kept.put(edition, both);
        return both;
    }
}
