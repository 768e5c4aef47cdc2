package yici.calendar;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Working days of the whole country, for limits that know no area. A year not yet published counts as plain weekends. */
@Component
public class WorkingDays {

    private final Calendars calendars;

    WorkingDays(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * The last day of a limit counted in working days: the day after {@code from} is the first (Civil Code art. 201). A limit of 0, done at
     * once, ends on the day itself or on the next working day.
     */
    public LocalDate after(LocalDate from, int workingDays) {
        return calendars.of("").after(from, workingDays);
    }

    public boolean isWorkingDay(LocalDate day) {
        return calendars.of("").isWorkingDay(day);
    }

    /** Working days left until and with {@code due}; once it is over, how many are lost, begun ones counted: never 0 then. */
    public int left(LocalDate today, LocalDate due) {
        var calendar = calendars.of("");
        if (!today.isAfter(due)) return calendar.between(today, due);
        return -Math.max(1, calendar.between(due, today));
    }
}
