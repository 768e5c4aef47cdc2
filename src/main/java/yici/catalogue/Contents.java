package yici.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import yici.kit.NotFound;

/** What an edition says in full: its own text, or that of its base with its differences. */
@Component
class Contents {

    /** Bases are few, and every variant is told from one. */
    private static final int KEPT = 96;

    private final Editions editions;

    /** Editions never change, so one read stays right. */
    private final Map<UUID, JsonNode> bases = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, JsonNode> eldest) {
            return size() > KEPT;
        }
    });

    Contents(Editions editions) {
        this.editions = editions;
    }

    /** Not to be changed by who gets it. @throws NotFound when there is no such edition */
    JsonNode of(UUID id) {
        return of(find(id));
    }

    JsonNode of(Editions.Kept edition) {
        var head = edition.head();
        if (edition.content().isPresent()) return edition.content().get();
        var base = base(head.base().orElseThrow());
        return switch (Changes.apply(base, edition.changes())) {
            case Changes.Outcome.Applied applied -> applied.content();
            case Changes.Outcome.Conflicting conflicting ->
                throw new IllegalStateException(head.version() + " does not fit its base: " + conflicting.conflicts());
        };
    }

    /** @throws NotFound when there is no such edition */
    Editions.Kept find(UUID id) {
        return editions.find(id).orElseThrow(() -> new NotFound("edition " + id));
    }

    JsonNode base(UUID id) {
        var known = bases.get(id);
        if (known != null) return known;
        var content = of(id);
        bases.put(id, content);
        return content;
    }
}
