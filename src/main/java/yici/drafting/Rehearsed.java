package yici.drafting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What came of trying a draft on applications of before; a room above that tries drafts answers. */
public interface Rehearsed {

    /** Empty for a draft that nobody has tried. */
    Optional<Found> latest(UUID draft);

    /**
     * @param version the step of the draft that was tried
     * @param over false while it is still going on
     * @param looked at how many applications
     * @param differing for how many of them something would have been otherwise
     */
    record Found(Instant at, int version, boolean over, int looked, int differing) {}
}
