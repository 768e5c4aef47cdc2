package yici.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which days are worked in an area, as known in one version. Plain weeks are arithmetic; the days that differ from them stand sorted with
 * running sums, so that counting ten years costs no more than counting ten days.
 */
public final class WorkCalendar {

    /** Nothing is known: plain weekends. */
    public static final WorkCalendar PLAIN = new WorkCalendar(0, List.of(), Set.of());

    private final long version;
    private final Map<LocalDate, SpecialDay> days;
    private final Set<Integer> published;

    /** Days that are worked against the plain week or not, as epoch days in order. */
    private final long[] exceptions;

    /** How many more are worked than in plain weeks, until and with the exception of the same place; one place ahead: 0. */
    private final int[] gained;

    public WorkCalendar(long version, Collection<SpecialDay> days, Set<Integer> published) {
        this.version = version;
        this.published = Set.copyOf(published);
        var byDate = new HashMap<LocalDate, SpecialDay>();
        for (var day : days)
            if (byDate.put(day.date(), day) != null) throw new IllegalArgumentException("stands twice: " + day.date());
        this.days = Map.copyOf(byDate);

        var changing = days.stream()
                .filter(SpecialDay::changesTheWeek)
                .sorted(Comparator.comparing(SpecialDay::date))
                .toList();
        exceptions = changing.stream().mapToLong(day -> day.date().toEpochDay()).toArray();
        gained = new int[exceptions.length + 1];
        for (int i = 0; i < exceptions.length; i++)
            gained[i + 1] = gained[i] + (changing.get(i).kind() == Kind.WORKDAY ? 1 : -1);
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

    boolean isWorkingDay(long day) {
        int at = Arrays.binarySearch(exceptions, day);
        if (at >= 0) return gained[at + 1] > gained[at];
        return Math.floorMod(day + 3, 7) < 5; // epoch day 0 was a Thursday
    }

    long after(long from, int workingDays) {
        return theWorkingDay(worked(from) + workingDays);
    }

    int between(long from, long to) {
        return to <= from ? 0 : Math.toIntExact(worked(to) - worked(from));
    }

    /** Working days from an agreed beginning until and with the day; only differences mean anything. */
    private long worked(long day) {
        int at = Arrays.binarySearch(exceptions, day);
        return plain(day) + gained[at >= 0 ? at + 1 : -at - 1];
    }

    /** The day on which {@link #worked} reaches {@code count}. */
    private long theWorkingDay(long count) {
        int low = 0;
        int high = exceptions.length; // the first exception at which the count is reached
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (plain(exceptions[middle]) + gained[middle + 1] >= count) high = middle;
            else low = middle + 1;
        }
        long day = thePlainWorkingDay(count - gained[low]);
        return low < exceptions.length ? Math.min(day, exceptions[low]) : day;
    }

    private static long plain(long day) {
        long sinceMonday = day + 3;
        return Math.floorDiv(sinceMonday, 7) * 5 + Math.min(Math.floorMod(sinceMonday, 7) + 1, 5);
    }

    private static long thePlainWorkingDay(long count) {
        return Math.floorDiv(count - 1, 5) * 7 + Math.floorMod(count - 1, 5) - 3;
    }
}
