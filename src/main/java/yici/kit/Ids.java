package yici.kit;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids minted by any node without asking the database: UUID version 7 (RFC 9562), so that rows of one day lie together. */
public final class Ids {

    private Ids() {}

    public static UUID fresh(Clock clock) {
        var random = ThreadLocalRandom.current();
        long high = (clock.millis() << 16) | 0x7000L | random.nextInt(1 << 12);
        long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
