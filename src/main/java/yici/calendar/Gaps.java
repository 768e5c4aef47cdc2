package yici.calendar;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pauses of a clock as stretches on a line, in order, none touching another. What they overlap counts once. */
record Gaps(List<Gap> all) {

    static final long NEVER = Long.MAX_VALUE;

    /** Everything after {@code after} until and with {@code until}: days by number, or seconds. */
    record Gap(long after, long until, Pause pause) {
        boolean isOpen() {
            return until == NEVER;
        }
    }

    private static final Gaps NONE = new Gaps(List.of());

    static Gaps inDays(List<Pause> pauses) {
        if (pauses.isEmpty()) return NONE;
        return union(pauses.stream()
                .map(p -> new Gap(day(p.told()), p.end().map(Gaps::day).orElse(NEVER), p))
                .toList());
    }

    static Gaps inSeconds(List<Pause> pauses) {
        if (pauses.isEmpty()) return NONE;
        return union(pauses.stream()
                .map(p -> new Gap(
                        Reckoning.second(p.told()),
                        p.end().map(Reckoning::second).orElse(NEVER),
                        p))
                .toList());
    }

    private static long day(LocalDateTime at) {
        return at.toLocalDate().toEpochDay();
    }

    private static Gaps union(List<Gap> gaps) {
        var sorted = gaps.stream()
                .filter(g -> g.until() > g.after())
                .sorted(Comparator.comparingLong(Gap::after)
                        .thenComparing(g -> g.pause().cause()))
                .toList();
        var all = new ArrayList<Gap>();
        for (var gap : sorted) {
            if (all.isEmpty() || gap.after() > all.getLast().until()) {
                all.add(gap);
            } else if (gap.until() > all.getLast().until()) {
                var before = all.removeLast();
                all.add(new Gap(before.after(), gap.until(), gap.isOpen() ? gap.pause() : before.pause()));
            }
        }
        return new Gaps(all);
    }
}
