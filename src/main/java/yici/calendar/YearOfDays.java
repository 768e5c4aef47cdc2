package yici.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * The days of one year that differ from the plain week, as somebody wants to publish them.
 *
 * @param scope an area's code, or empty for the whole country
 * @param entries as read, right or wrong; {@link #flaws} tells
 */
public record YearOfDays(String scope, int year, List<Entry> entries) {

    private static final int FIRST = 1990;
    private static final int LAST = 2200;
    private static final int MOST_NAME = 60;

    /** @param line where it stood in what was read */
    public record Entry(int line, SpecialDay day) {}

    public YearOfDays {
        if (!scope.matches("|[0-9]{12}")) throw new IllegalArgumentException("not a scope: " + scope);
        entries = entries.stream()
                .sorted(Comparator.comparing(e -> e.day().date()))
                .toList();
    }

    public List<SpecialDay> days() {
        return entries.stream().map(Entry::day).toList();
    }

    boolean saysTheSameAs(List<SpecialDay> others) {
        return new HashSet<>(days()).equals(new HashSet<>(others));
    }

    /** Empty when the year may be published. An area may take its own days back by publishing none; the country always has some. */
    public List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        if (year < FIRST || year > LAST) flaws.add(Flaw.at(0, "year", year));
        if (entries.isEmpty() && scope.isEmpty()) flaws.add(Flaw.at(0, "no-days", year));
        var seen = new HashMap<LocalDate, Kind>();
        for (var entry : inTheOrderTyped()) {
            var day = entry.day();
            var before = seen.putIfAbsent(day.date(), day.kind());
            if (before != null) flaws.add(Flaw.at(entry.line(), before == day.kind() ? "twice" : "both", day.date()));
            if (day.date().getYear() != year) flaws.add(Flaw.at(entry.line(), "other-year", day.date(), year));
            if (day.kind() == Kind.WORKDAY && !SpecialDay.isWeekend(day.date()))
                flaws.add(Flaw.at(entry.line(), "work-on-weekday", day.date()));
            if (day.name().isBlank() || day.name().length() > MOST_NAME)
                flaws.add(Flaw.at(entry.line(), "name", day.date()));
        }
        return flaws;
    }

    private List<Entry> inTheOrderTyped() {
        return entries.stream().sorted(Comparator.comparingInt(Entry::line)).toList();
    }
}
