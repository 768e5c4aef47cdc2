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

    private static final Comparator<Gap> IN_ORDER = Comparator.comparingLong(Gap::after)
            .thenComparing(gap -> gap.pause().cause());

    private static final Gaps NONE = new Gaps(List.of());

    static Gaps inDays(List<Pause> pauses) {
        if (pauses.isEmpty()) return NONE;
        var gaps = new ArrayList<Gap>(pauses.size());
        for (var pause : pauses) {
            var end = pause.end();
            gaps.add(new Gap(day(pause.told()), end.isPresent() ? day(end.get()) : NEVER, pause));
        }
        return union(gaps);
    }

    static Gaps inSeconds(List<Pause> pauses) {
        if (pauses.isEmpty()) return NONE;
        var gaps = new ArrayList<Gap>(pauses.size());
        for (var pause : pauses) {
            var end = pause.end();
            gaps.add(new Gap(
                    Reckoning.second(pause.told()), end.isPresent() ? Reckoning.second(end.get()) : NEVER, pause));
        }
        return union(gaps);
    }

    private static long day(LocalDateTime at) {
        return at.toLocalDate().toEpochDay();
    }

    private static Gaps union(List<Gap> gaps) {
        gaps.removeIf(gap -> gap.until() <= gap.after());
        if (gaps.size() > 1) gaps.sort(IN_ORDER);
        var all = new ArrayList<Gap>(gaps.size());
        for (var gap : gaps) {
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
