package yici.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same answers the slow way, day after day as one would with a finger on a wall calendar: the oracle of the tests and the benchmark. */
final class DayLoop {

    private final Map<LocalDate, Kind> special = new HashMap<>();

    DayLoop(List<SpecialDay> days) {
        for (var day : days) special.put(day.date(), day.kind());
    }

    static DayLoop over(WorkCalendar calendar) {
        return new DayLoop(History.FIRST
                .minusYears(3)
                .datesUntil(History.FIRST.plusYears(6))
                .flatMap(day -> calendar.special(day).stream())
                .toList());
    }

    boolean isWorkingDay(LocalDate day) {
        var kind = special.get(day);
        if (kind != null) return kind == Kind.WORKDAY;
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    LocalDate after(LocalDate from, int workingDays) {
        var day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) left--;
        }
        return day;
    }

    int between(LocalDate from, LocalDate to) {
        int counted = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) if (isWorkingDay(day)) counted++;
        return counted;
    }

    /** The last day; empty for a clock that stands still. Counts from the next day, hours minute by minute. */
    Optional<LocalDate> due(LegalClock clock) {
        var total = clock.total();
        if (total.unit() == Unit.HOUR) return hours(clock, total.value() * 60L);

        int left = total.unit() == Unit.WORKING_DAY ? total.value() : naturalDays(clock, total);
        var day = clock.startDay();
        while (left > 0) {
            day = day.plusDays(1);
            if (standsStill(clock, day.minusDays(1).atTime(Pause.DAY_IS_OVER))) return Optional.empty();
            if (isPaused(clock, day)) continue;
            if (total.unit() != Unit.WORKING_DAY || isWorkingDay(day)) left--;
        }
        if (total.unit() != Unit.WORKING_DAY && clock.rule().end() == ClockRule.End.NEXT_WORKING_DAY)
            while (!isWorkingDay(day)) day = day.plusDays(1);
        return Optional.of(day);
    }

    private static int naturalDays(LegalClock clock, Limit total) {
        var from = clock.startDay();
        var until = switch (total.unit()) {
            case YEAR -> from.plusYears(total.value());
            case MONTH -> from.plusMonths(total.value());
            default -> from.plusDays(total.value());
        };
        return (int) from.datesUntil(until).count();
    }

    /** In a pause without an end. */
    private static boolean standsStill(LegalClock clock, LocalDateTime at) {
        for (var pause : clock.pauses()) if (pause.end().isEmpty() && !at.isBefore(pause.told())) return true;
        return false;
    }

    private static boolean isPaused(LegalClock clock, LocalDate day) {
        for (var pause : clock.pauses())
            if (day.isAfter(pause.told().toLocalDate())
                    && pause.end().map(end -> !day.isAfter(end.toLocalDate())).orElse(true)) return true;
        return false;
    }

    private static Optional<LocalDate> hours(LegalClock clock, long minutes) {
        var at = clock.started();
        while (minutes > 0) {
            if (standsStill(clock, at)) return Optional.empty();
            if (!isPausedAt(clock, at)) minutes--;
            at = at.plusMinutes(1);
        }
        return Optional.of(at.minusNanos(1).toLocalDate());
    }

    private static boolean isPausedAt(LegalClock clock, LocalDateTime at) {
        for (var pause : clock.pauses())
            if (!at.isBefore(pause.told()) && pause.end().map(at::isBefore).orElse(true)) return true;
        return false;
    }
}
