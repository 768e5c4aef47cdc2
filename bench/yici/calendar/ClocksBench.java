package yici.calendar;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import yici.casework.OpenClocks;

/**
 * {@code ./yici bench clocks}. Part 1, pure, one thread: due dates per second against a loop over the days, and explanations per second.
 * Part 2,
 * {@link OpenClocks}: a million open clocks follow a change of the calendar.
 */
public final class ClocksBench {

    private static final int CLOCKS = 4_096;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean(); // others may be using the machine
    private static final long ROUND_NANOS = 500_000_000L;

    private final List<LegalClock> clocks = new ArrayList<>();
    private final DayLoop loop = DayLoop.over(Published.CALENDAR);

    /** What was computed, so that the compiler cannot leave it out. */
    private long sink;

    public static void main(String[] args) throws Exception {
        new ClocksBench().run();
        OpenClocks.measure();
        System.exit(0); // the product would run on
    }

    private ClocksBench() {
        var random = new Random(20261123);
        var keys = List.of(
                "licence.decision", "licence.joint", "licence.correction", "licence.delivery", "disclosure.answer");
        for (int i = 0; i < CLOCKS; i++) {
            var started = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900));
            var clock = LegalClock.of(Published.rule(keys.get(i % keys.size())), started.atTime(10, 0));
            clocks.add(i % 4 == 0 ? paused(clock, started, random) : clock);
        }
    }

    private static LegalClock paused(LegalClock clock, LocalDate started, Random random) {
        var told = started.plusDays(random.nextInt(4));
        var ended = told.plusDays(1 + random.nextInt(20));
        var pause = Pause.of(Cause.TEST, told, Optional.of(ended), Optional.of(ended));
        return new LegalClock(clock.rule(), clock.limit(), clock.started(), List.of(pause), List.of());
    }

    private void run() {
        for (var clock : clocks)
            if (!Reckoning.due(clock, Published.CALENDAR).lastDay().equals(loop.due(clock)))
                throw new IllegalStateException("the two ways disagree on " + clock + ": "
                        + Reckoning.due(clock, Published.CALENDAR) + " and " + loop.due(clock));

        System.out.printf(
                "%d clocks of five kinds, a quarter of them paused once; calendars of 2024 to 2026; one thread, its CPU time; best of %d rounds.%n%n",
                CLOCKS, ROUNDS);
        compare(
                "due",
                clock -> loop.due(clock).orElseThrow().toEpochDay(),
                clock -> ((Due.On) Reckoning.due(clock, Published.CALENDAR))
                        .day()
                        .toEpochDay());
        for (int days : new int[] {5, 20, 45, 250})
            compare(
                    "add " + days + " working days",
                    clock -> loop.after(clock.startDay(), days).toEpochDay(),
                    clock -> Published.CALENDAR.after(clock.startDay(), days).toEpochDay());
        perSecond(
                "supervision",
                clock -> Reckoning.supervision(clock, Published.CALENDAR, LocalDate.of(2026, 7, 1))
                        .code());
        perSecond(
                "explain",
                clock -> Reckoning.explain(clock, Published.CALENDAR).lines().size());
        System.out.printf("%n(checksum %d)%n", sink);
    }

    private void compare(String name, ToLongFunction<LegalClock> looping, ToLongFunction<LegalClock> fast) {
        double loops = perSecond(name + ", loop over the days", looping);
        System.out.printf("    %.1f times as fast as the loop%n", perSecond(name, fast) / loops);
    }

    private double perSecond(String name, ToLongFunction<LegalClock> work) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) best = Math.max(best, round(work));
        System.out.printf("%-42s %,12.0f per second%n", name, best);
        return best;
    }

    private double round(ToLongFunction<LegalClock> work) {
        long begun = CPU.getCurrentThreadCpuTime();
        long done = 0;
        while (CPU.getCurrentThreadCpuTime() - begun < ROUND_NANOS) {
            for (var clock : clocks) sink += work.applyAsLong(clock);
            done += clocks.size();
        }
        return done * 1e9 / (CPU.getCurrentThreadCpuTime() - begun);
    }
}
