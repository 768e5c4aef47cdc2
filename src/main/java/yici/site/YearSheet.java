package yici.site;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import yici.calendar.Calendars;
import yici.calendar.Kind;
import yici.calendar.Publication;
import yici.calendar.SpecialDay;
import yici.calendar.WorkCalendar;
import yici.kit.View;

/**
 * A year as it hangs on the wall, and how it came about.
 *
 * @param isPublished the State Council has spoken of this year
 * @param versions newest first
 */
record YearSheet(int year, boolean isPublished, List<Month> months, List<Version> versions) {

    /** Weeks begin on Monday; a week's first and last days may belong to another month and are empty then. */
    record Month(YearMonth month, List<List<Optional<Day>>> weeks) {
        String name(View view) {
            return month.getMonth()
                    .getDisplayName(TextStyle.FULL_STANDALONE, view.language().locale());
        }
    }

    record Day(LocalDate date, boolean isWorked, Optional<SpecialDay> special) {
        boolean isMakeUp() {
            return special.filter(day -> day.kind() == Kind.WORKDAY).isPresent();
        }

        boolean isHoliday() {
            return special.filter(day -> day.kind() == Kind.HOLIDAY).isPresent();
        }
    }

    /** One publication, and in what it differs from the one before. */
    record Version(Publication publication, List<SpecialDay> added, List<SpecialDay> removed) {}

    static YearSheet of(Calendars calendars, String scope, int year) {
        var calendar = calendars.of(scope);
        return new YearSheet(
                year,
                calendar.isPublished(year),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month(calendar, YearMonth.of(year, month)))
                        .toList(),
                versions(calendars.published(scope).stream()
                        .filter(p -> p.year() == year)
                        .toList()));
    }

    private static Month month(WorkCalendar calendar, YearMonth month) {
        var weeks = new ArrayList<List<Optional<Day>>>();
        var first = month.atDay(1);
        var monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        for (var week = monday; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1))
            weeks.add(week.datesUntil(week.plusWeeks(1))
                    .map(day -> Optional.of(day)
                            .filter(d -> YearMonth.from(d).equals(month))
                            .map(d -> new Day(d, calendar.isWorkingDay(d), calendar.special(d))))
                    .toList());
        return new Month(month, weeks);
    }

    private static List<Version> versions(List<Publication> newestFirst) {
        var versions = new ArrayList<Version>();
        for (int i = 0; i < newestFirst.size(); i++) {
            var days = newestFirst.get(i).days();
            var before = i + 1 < newestFirst.size() ? newestFirst.get(i + 1).days() : List.<SpecialDay>of();
            versions.add(new Version(newestFirst.get(i), without(days, before), without(before, days)));
        }
        return versions;
    }

    private static List<SpecialDay> without(List<SpecialDay> days, List<SpecialDay> others) {
        var known = new HashSet<>(others);
        return days.stream()
                .filter(day -> !known.contains(day))
                .sorted(Comparator.comparing(SpecialDay::date))
                .toList();
    }
}
