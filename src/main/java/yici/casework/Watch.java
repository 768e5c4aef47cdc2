package yici.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import yici.calendar.LegalClock;
import yici.calendar.Limit;
import yici.calendar.Reckoning;
import yici.calendar.Silence;
import yici.calendar.Supervision;
import yici.calendar.Unit;
import yici.calendar.WorkCalendar;

/**
 * The days on which supervision looks up, for a clock that runs: worked out once with the last day, so that a desk of any length is filtered
 * by comparing dates. They agree with {@link Reckoning#supervision} on every day.
 */
final class Watch {

    private Watch() {}

    /** The first day of a warning, at the latest the last day of the limit. */
    static LocalDate warnOn(LegalClock clock, WorkCalendar calendar) {
        if (!countsDays(clock)) return first(clock, calendar, Supervision.WARNING);
        int units = clock.total().value();
        int used = Math.min((units * 4 + 4) / 5, units - 1);
        return used < 1 ? clock.startDay() : due(clock, used, calendar);
    }

    /** The first day of a red card. */
    static LocalDate redOn(LegalClock clock, WorkCalendar calendar) {
        if (!countsDays(clock)) return first(clock, calendar, Supervision.RED);
        int units = clock.total().value();
        return calendar.after(due(clock, units, calendar), Math.max(3, (units + 4) / 5));
    }

    /** Three working days before what is owed is due, and one: the first of them since the applicant was reminded last. */
    static Optional<LocalDate> remindOn(
            LegalClock clock, LocalDate due, Optional<LocalDate> remindedOn, WorkCalendar calendar) {
        if (clock.rule().silence() != Silence.OUTCOME_OF_OWED) return Optional.empty();
        var since = remindedOn.orElse(clock.startDay());
        return IntStream.of(3, 1)
                .mapToObj(days -> calendar.before(due, days))
                .filter(day -> day.isAfter(since))
                .findFirst();
    }

    /** Natural days may end later than counted, on a working day; those clocks are asked day by day. */
    private static boolean countsDays(LegalClock clock) {
        return clock.limit().unit() == Unit.WORKING_DAY;
    }

    private static LocalDate due(LegalClock clock, int units, WorkCalendar calendar) {
        var shorter =
                new LegalClock(clock.rule(), Limit.workingDays(units), clock.started(), clock.pauses(), List.of());
        return Reckoning.due(shorter, calendar).lastDay().orElse(LocalDate.MAX);
    }

    /** Supervision only ever rises while a clock runs. */
    private static LocalDate first(LegalClock clock, WorkCalendar calendar, Supervision level) {
        var low = clock.startDay();
        var high = Reckoning.due(clock, calendar).lastDay().orElse(low).plusDays(1);
        while (below(clock, calendar, high, level)) high = high.plusDays(32);
        while (low.isBefore(high)) {
            var middle = LocalDate.ofEpochDay(Math.floorDiv(low.toEpochDay() + high.toEpochDay(), 2));
            if (below(clock, calendar, middle, level)) low = middle.plusDays(1);
            else high = middle;
        }
        return low;
    }

    private static boolean below(LegalClock clock, WorkCalendar calendar, LocalDate day, Supervision level) {
        return Reckoning.supervision(clock, calendar, day).compareTo(level) < 0;
    }
}
