package yici.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * The person is known, but not well enough for this step, or not just now. Room {@code site} asks for more and comes back to the same step
 * with nothing lost; to a program it is {@code insufficient_user_authentication} (RFC 9470).
 */
public final class StepUp extends RuntimeException {
    /** What must never happen behind somebody's back asks for a proof no older than this. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    private static final long serialVersionUID = 1L;

    private final Trust needed;
    private final Trust shown;
    private final transient Optional<Duration> maxAge;

    StepUp(Trust needed, Optional<Duration> maxAge) {
        this(needed, needed, maxAge);
    }

    /** @param shown what the proofs of the session have to be worth, however far the account itself was checked */
    StepUp(Trust needed, Trust shown, Optional<Duration> maxAge) {
        super("needs " + needed + ", shown " + shown);
        this.needed = needed;
        this.shown = shown;
        this.maxAge = maxAge;
    }

    public Trust needed() {
        return needed;
    }

    public Trust shown() {
        return shown;
    }

    /** The greater of both, as a program is told it. */
    public Trust asked() {
        return Trust.most(needed, shown);
    }

    /** How long ago the last proof may lie; empty when it does not matter. */
    public Optional<Duration> maxAge() {
        return maxAge;
    }
}
