package yici.house;

import java.util.Arrays;

/** How long one thing took, each time. */
public final class Times {

    private long[] nanos = new long[1024];
    private int count;

    public synchronized void add(long took) {
        if (count == nanos.length) nanos = Arrays.copyOf(nanos, 2 * count);
        nanos[count++] = took;
    }

    public synchronized int count() {
        return count;
    }

    /** In milliseconds; the nearest rank, so it is a time that was really measured. */
    public synchronized double percentile(double percent) {
        if (count == 0) return Double.NaN;
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * count);
        return sorted[Math.clamp(rank - 1, 0, count - 1)] / 1e6;
    }
}
