package yici.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * The person is known, but not well enough for this step, or not just now. Room {@code site} asks for more and comes back to the same step
 * with nothing lost; to a program it is {@code insufficient_user_authentication} (RFC 9470).
 */
public final class StepUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Trust needed;
    private final transient Optional<Duration> maxAge;

    StepUp(Trust needed, Optional<Duration> maxAge) {
        super("needs " + needed);
        this.needed = needed;
        this.maxAge = maxAge;
    }

    public Trust needed() {
        return needed;
    }

    /** How long ago the last proof may lie; empty when it does not matter. */
    public Optional<Duration> maxAge() {
        return maxAge;
    }
}
