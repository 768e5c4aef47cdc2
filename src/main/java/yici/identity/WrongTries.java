package yici.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * How often somebody who is signed in may be wrong about what a room asks, in a quarter of an hour: an account ten times, a network as often as
 * people of a town hall together. What was right is given back and forgives nothing else.
 */
@Component
public class WrongTries {

    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 200;

    private final Attempts attempts;

    WrongTries(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * @param result empty when the person was wrong, or nobody looked
     * @param until when to wait, where nobody looked; else empty
     */
    public record Tried<T>(Optional<T> result, Optional<Instant> until) {}

    /**
     * Counts first and looks afterwards, so that a hundred tries at the same moment are a hundred tries.
     *
     * @param what names what is asked, such as {@code user-code}
     * @param right answers what was found; empty when the person is wrong
     */
    public <T> Tried<T> of(String what, UUID account, String address, Supplier<Optional<T>> right) {
        var byAccount = what + ":" + account;
        var byAddress = what + ":" + Attempts.subjectOfAddress(address);
        var refused = attempts.countOf(byAccount, PER_ACCOUNT).or(() -> attempts.countOf(byAddress, PER_ADDRESS));
        if (refused.isPresent()) return new Tried<>(Optional.empty(), refused.map(Attempts.Refused::until));
        var found = right.get();
        if (found.isPresent()) {
            attempts.giveBack(byAccount);
            attempts.giveBack(byAddress);
        }
        return new Tried<>(found, Optional.empty());
    }
}
