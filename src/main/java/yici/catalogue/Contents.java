package yici.catalogue;

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

    private final Map<UUID, JsonNode> bases = Recent.atMost(KEPT);
    private final Map<UUID, Guide> guides = Recent.atMost(KEPT);

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

    /** Where a variant says what its base says, it holds the very same objects: of thousands few are whole. */
    Guide guide(Editions.Kept edition) {
        if (edition.content().isPresent())
            return GuideJson.read(edition.content().get());
        return guide(edition.head().base().orElseThrow(), of(edition));
    }

    /** @param content made of that base by changes */
    Guide guide(UUID base, JsonNode content) {
        return GuideJson.read(content, base(base), baseGuide(base));
    }

    private Guide baseGuide(UUID id) {
        var known = guides.get(id);
        if (known != null) return known;
        var guide = guide(find(id));
        guides.put(id, guide);
        return guide;
    }
}
