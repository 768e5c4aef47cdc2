package yici.calendar;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which days are worked in an area, as known in one version. Plain weeks are arithmetic; from the first day that
 * differs from them to the last, running counts stand ready in both directions, so that ten years cost no more than ten days.
 */
public final class WorkCalendar {

    /** Nothing is known: plain weekends. */
    public static final WorkCalendar PLAIN = new WorkCalendar(0, List.of(), Set.of());

    private final long version;
    private final Map<LocalDate, SpecialDay> days;
    private final Set<Integer> published;

    /** The first of the days that are counted one by one, as an epoch day. */
    private final long first;

    /** Working days from {@link #first} until and with the day that lies so many days later. */
    private final int[] counts;

    /** How many days after {@link #first} the first, second, third working day lies. */
    private final int[] places;

    public WorkCalendar(long version, Collection<SpecialDay> days, Set<Integer> published) {
        this.version = version;
        this.published = Set.copyOf(published);
        var byDate = new HashMap<LocalDate, SpecialDay>();
        for (var day : days)
            if (byDate.put(day.date(), day) != null) throw new IllegalArgumentException("stands twice: " + day.date());
        this.days = Map.copyOf(byDate);

        var changing = days.stream()
                .filter(SpecialDay::changesTheWeek)
                .mapToLong(day -> day.date().toEpochDay())
                .summaryStatistics();
        boolean isPlain = changing.getCount() == 0;
        first = isPlain ? 0 : changing.getMin();
        counts = new int[isPlain ? 0 : Math.toIntExact(changing.getMax() - first + 1)];
        var worked = new BitSet(counts.length);
        for (int i = 0; i < counts.length; i++) worked.set(i, isWeekday(first + i));
        for (var day : days)
            if (day.changesTheWeek()) worked.flip(Math.toIntExact(day.date().toEpochDay() - first));
        for (int i = 0, count = 0; i < counts.length; i++) counts[i] = worked.get(i) ? ++count : count;
        places = worked.stream().toArray();
    }

    /** The newest publication it is made of; 0 when there is none. */
    public long version() {
        return version;
    }

    /** The State Council has said which days of this year are off; until then the year counts as plain weekends. */
    public boolean isPublished(int year) {
        return published.contains(year);
    }

    public Set<Integer> publishedYears() {
        return published;
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day.toEpochDay());
    }

    /** What is special about a day: a holiday, a day worked in exchange. */
    public Optional<SpecialDay> special(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    /**
     * The {@code workingDays}-th working day after {@code from}, which does not count itself. A limit of 0 ends on the day itself or, when
     * that is off, on the next working day.
     */
    public LocalDate after(LocalDate from, int workingDays) {
        if (workingDays < 0 || workingDays > Limit.longest(Unit.WORKING_DAY))
            throw new IllegalArgumentException("not a limit in working days: " + workingDays);
        if (workingDays == 0) return LocalDate.ofEpochDay(after(from.toEpochDay() - 1, 1));
        return LocalDate.ofEpochDay(after(from.toEpochDay(), workingDays));
    }

    /** The {@code workingDays}-th working day before {@code until}, which does not count itself. */
    public LocalDate before(LocalDate until, int workingDays) {
        if (workingDays < 1 || workingDays > Limit.longest(Unit.WORKING_DAY))
            throw new IllegalArgumentException("not a limit in working days: " + workingDays);
        return LocalDate.ofEpochDay(theWorkingDay(worked(until.toEpochDay() - 1) - workingDays + 1));
    }

    /** Working days after {@code from} until and with {@code to}; 0 when {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        return between(from.toEpochDay(), to.toEpochDay());
    }

    /** Until and with {@code due}; once it is over, how many are lost, begun ones counted: never 0 then. */
    public int left(LocalDate today, LocalDate due) {
        return today.isAfter(due) ? -Math.max(1, between(due, today)) : between(today, due);
    }

    boolean isWorkingDay(long day) {
        return worked(day) > worked(day - 1);
    }

    long after(long from, int workingDays) {
        return theWorkingDay(worked(from) + workingDays);
    }

    int between(long from, long to) {
        return to <= from ? 0 : Math.toIntExact(worked(to) - worked(from));
    }

    /** Working days from {@link #first} until and with the day; before it, how many lie between, negative. */
    private long worked(long day) {
        long at = day - first;
        if (at < 0) return plain(day) - plain(first - 1);
        if (at < counts.length) return counts[(int) at];
        return places.length + plain(day) - plain(first + counts.length - 1);
    }

    /** The day on which {@link #worked} reaches {@code count}. */
    private long theWorkingDay(long count) {
        if (count <= 0) return thePlainWorkingDay(count + plain(first - 1));
        if (count <= places.length) return first + places[(int) count - 1];
        return thePlainWorkingDay(count - places.length + plain(first + counts.length - 1));
    }

    private static boolean isWeekday(long day) {
        return Math.floorMod(day + 3, 7) < 5; // epoch day 0 was a Thursday
    }

    /** Weekdays from an agreed Monday until and with the day. */
    private static long plain(long day) {
        long sinceMonday = day + 3;
        return Math.floorDiv(sinceMonday, 7) * 5 + Math.min(Math.floorMod(sinceMonday, 7) + 1, 5);
    }

    private static long thePlainWorkingDay(long count) {
        return Math.floorDiv(count - 1, 5) * 7 + Math.floorMod(count - 1, 5) - 3;
    }
}
