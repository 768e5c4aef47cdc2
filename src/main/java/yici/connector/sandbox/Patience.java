package yici.connector.sandbox;

import java.time.Duration;

/** A system that takes longer than anybody waits. */
final class Patience {

    private static final Duration TOO_LONG = Duration.ofSeconds(20);

    private Patience() {}

    /** Returns when the time is over or the caller has given up. */
    static void use() {
        try {
            Thread.sleep(TOO_LONG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
