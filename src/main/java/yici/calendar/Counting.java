package yici.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Counts working days in a calendar: pure, the same answer for the same calendar for ever. */
record Counting(WorkCalendar calendar) {

    /** Ten years of working days; no limit of the law comes near. */
    static final int LONGEST = 2_600;

    /** The {@code workingDays}-th working day after {@code from}; for 0, the day itself or the next that is worked. */
    LocalDate after(LocalDate from, int workingDays) {
        if (workingDays < 0 || workingDays > LONGEST)
            throw new IllegalArgumentException("not a limit in working days: " + workingDays);
        var day = workingDays == 0 ? from.minusDays(1) : from;
        for (int counted = 0; counted < Math.max(1, workingDays); ) {
            day = day.plusDays(1);
            if (calendar.isWorkingDay(day)) counted++;
        }
        return day;
    }

    /** Working days after {@code from} until and with {@code to}; 0 when {@code to} is not later. */
    int between(LocalDate from, LocalDate to) {
        if (ChronoUnit.DAYS.between(from, to) > 4L * LONGEST)
            throw new IllegalArgumentException("too far apart: " + from + " and " + to);
        int counted = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1))
            if (calendar.isWorkingDay(day)) counted++;
        return counted;
    }

    /** Until and with {@code due}; once {@code due} is over, how many are lost, begun ones counted: never 0 then. */
    int left(LocalDate today, LocalDate due) {
        if (!today.isAfter(due)) return between(today, due);
        return -Math.max(1, between(due, today));
    }
}
