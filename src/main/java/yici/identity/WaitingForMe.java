package yici.identity;

import java.util.Optional;

/** What waits for a person's answer in some room, for the page where their own things begin. */
public interface WaitingForMe {

    /**
     * @param words their key, with {0} for how many
     * @param href where it is answered
     */
    record Waiting(String words, int count, String href) {}

    /** Empty when nothing waits, or when the person acts for another. */
    Optional<Waiting> of(SignedIn me);
}
