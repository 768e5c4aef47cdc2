package yici.notification;

import java.time.Instant;

/** What became of a wish to send. */
public sealed interface Sending {

    /** It will go out, or is shown, once the caller's transaction is through. */
    record Queued() implements Sending {}

    /** This recipient has had enough for now. */
    record TooMany(Instant until) implements Sending {}

    /** Nothing is configured that could reach anybody this way. */
    record NoWay() implements Sending {}
}
