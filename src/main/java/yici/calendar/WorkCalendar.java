package yici.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are worked. A year of which nothing is known counts as plain weekends.
 *
 * @param holidays days off by notice of the State Council
 * @param workdays Saturdays and Sundays worked in exchange
 */
record WorkCalendar(Set<LocalDate> holidays, Set<LocalDate> workdays) {

    WorkCalendar {
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
        for (var day : workdays)
            if (holidays.contains(day)) throw new IllegalArgumentException("both day off and worked: " + day);
    }

    boolean isWorkingDay(LocalDate day) {
        if (workdays.contains(day)) return true;
        if (holidays.contains(day)) return false;
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
