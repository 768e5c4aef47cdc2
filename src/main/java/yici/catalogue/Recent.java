package yici.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What was read of editions, as many as are asked for most. Editions never change, so what was read once stays right. */
final class Recent {

    private Recent() {}

    static <T> Map<UUID, T> atMost(int kept) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, T> eldest) {
                return size() > kept;
            }
        });
    }
}
