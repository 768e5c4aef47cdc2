package yici.house;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Workers that repeat one piece of work, each as soon as it is done with the last, until the time is over or the work is. */
public final class Load {

    @FunctionalInterface
    public interface Work {
        /** @return false when there is nothing left to do */
        boolean once(int worker) throws Exception;
    }

    public record Done(long times, Duration took) {
        public double perSecond() {
            return times * 1e9 / took.toNanos();
        }
    }

    private Load() {}

    public static Done repeat(int workers, Duration time, Work work) {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        var running = new ArrayList<Future<Long>>();
        try (var threads = Executors.newFixedThreadPool(workers)) {
            for (int i = 0; i < workers; i++) {
                int worker = i;
                running.add(threads.submit(() -> until(end, worker, work)));
            }
        }
        long took = System.nanoTime() - start;
        return new Done(running.stream().mapToLong(Load::times).sum(), Duration.ofNanos(took));
    }

    /** Outside of any measurement. */
    public static void once(Callable<?> work) {
        try {
            work.call();
        } catch (Exception e) {
            throw new IllegalStateException("the work failed", e);
        }
    }

    private static long until(long end, int worker, Work work) throws Exception {
        long times = 0;
        while (System.nanoTime() < end && work.once(worker)) times++;
        return times;
    }

    /** A figure from work that failed would be a lie. */
    private static long times(Future<Long> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the work failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
