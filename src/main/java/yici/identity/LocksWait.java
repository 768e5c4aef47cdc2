package yici.identity;

import java.time.Instant;

/** A password was recovered not long ago: whoever may have been robbed of the account has until then to notice. */
final class LocksWait extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Instant until;

    LocksWait(Instant until) {
        super("until " + until);
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
