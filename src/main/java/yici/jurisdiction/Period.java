package yici.jurisdiction;

import java.time.Instant;
import java.util.Optional;

/**
 * When a post counts.
 *
 * @param until from this moment on no more; empty until further notice
 */
public record Period(Instant from, Optional<Instant> until) {

    /** Of posts that were there before anybody asked since when. */
    public static final Period SINCE_EVER = from(Instant.parse("1999-12-31T16:00:00Z"));

    public Period {
        if (until.isPresent() && until.get().isBefore(from))
            throw new IllegalArgumentException("it ends before it begins: " + from + " " + until);
    }

    public static Period from(Instant from) {
        return new Period(from, Optional.empty());
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && until.filter(end -> !at.isBefore(end)).isEmpty();
    }

    /** A period that ended as it began meets nothing. */
    public boolean meets(Period other) {
        return beginsBeforeEndOf(other) && other.beginsBeforeEndOf(this) && !isEmpty() && !other.isEmpty();
    }

    private boolean beginsBeforeEndOf(Period other) {
        return other.until().filter(end -> !from.isBefore(end)).isEmpty();
    }

    private boolean isEmpty() {
        return until.filter(from::equals).isPresent();
    }
}
