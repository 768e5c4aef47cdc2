package yici.identity;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do for another.
 *
 * @param lifeEvents codes of life events and services; empty for all
 * @param areas whose bodies decide, each with everything below it listed; empty for all
 */
public record Scope(Optional<Set<String>> lifeEvents, Optional<Set<String>> areas) {

    /** Of everybody for himself. */
    public static final Scope EVERYTHING = new Scope(Optional.empty(), Optional.empty());

    static final Scope NOTHING = new Scope(Optional.of(Set.of()), Optional.of(Set.of()));

    public boolean covers(String lifeEvent, String area) {
        return lifeEvents.map(named -> named.contains(lifeEvent)).orElse(true)
                && areas.map(named -> named.contains(area)).orElse(true);
    }

    /** For SQL: {@code :lifeEvents::text[] is null or life_event = any(:lifeEvents)}. */
    public String @Nullable [] lifeEventsOrNull() {
        return lifeEvents.map(named -> named.toArray(String[]::new)).orElse(null);
    }

    public String @Nullable [] areasOrNull() {
        return areas.map(named -> named.toArray(String[]::new)).orElse(null);
    }
}
