package yici.house;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Signed-in people who ask for one page again and again, each over a connection that stays open, and look at it for a moment before they ask
 * again. The moments are random (exponential, so that requests arrive as from a crowd and not in step) and short: sixteen users with a tenth of a
 * second are some 150 pages per second, as many as from a thousand people who read for seven seconds. Without the pause sixteen users on two
 * processors would mostly measure how long they wait for each other.
 */
public final class Visits {

    private static final Duration LOOKING = Duration.ofMillis(100);
    private static final double LONGEST_OF_MEAN = 5;

    private final List<Visitor> visitors;
    private final IntFunction<String> path;

    /** @param path what the visitor with this number asks for */
    public Visits(List<Visitor> visitors, IntFunction<String> path) {
        this.visitors = visitors;
        this.path = path;
    }

    /** All of them, for this time. */
    public Times round(Duration time) {
        var times = new Times();
        round(time, times);
        return times;
    }

    /** The same, adding to what was measured before. */
    public void round(Duration time, Times times) {
        Load.repeat(visitors.size(), time, visitor -> {
            look();
            long asked = System.nanoTime();
            visitors.get(visitor).get(path.apply(visitor));
            times.add(System.nanoTime() - asked);
            return true;
        });
    }

    /** Without looking: until everything is compiled and cached. */
    public void warmUp(Duration time) {
        Load.repeat(visitors.size(), time, visitor -> {
            visitors.get(visitor).get(path.apply(visitor));
            return true;
        });
    }

    public String first() {
        return visitors.getFirst().get(path.apply(0));
    }

    private static void look() {
        Random random = ThreadLocalRandom.current();
        double means = Math.min(LONGEST_OF_MEAN, -Math.log(1 - random.nextDouble()));
        LockSupport.parkNanos((long) (means * LOOKING.toNanos()));
    }
}
