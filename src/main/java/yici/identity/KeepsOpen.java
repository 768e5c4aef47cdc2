package yici.identity;

import java.util.Optional;
import java.util.UUID;

/** A room in which something may still be under way for an account, so that it cannot be closed yet. */
public interface KeepsOpen {

    /** The key of the words that say what has to be finished first; empty when nothing is under way. */
    Optional<String> why(UUID account);
}
