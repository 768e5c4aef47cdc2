package yici.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** @param name the holiday's, in Chinese, as the notice has it; also that of the holiday a day is worked for */
public record SpecialDay(LocalDate date, Kind kind, String name) {

    /** False for a Saturday that would have been off anyway. */
    boolean changesTheWeek() {
        return (kind == Kind.HOLIDAY) != isWeekend(date);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
