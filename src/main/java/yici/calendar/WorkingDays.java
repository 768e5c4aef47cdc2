package yici.calendar;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Working days of the State Council's calendar; a year not yet published counts as plain weekends. */
@Component
public class WorkingDays {

    /** The last day of a limit counted in working days: the day after {@code from} is the first (Civil Code art. 201). */
    public LocalDate after(LocalDate from, int workingDays) {
        throw new UnsupportedOperationException(from + " " + workingDays);
    }

    public boolean isWorkingDay(LocalDate day) {
        throw new UnsupportedOperationException(day.toString());
    }

    /** Working days left until and with {@code due}; negative when it is past. */
    public int left(LocalDate today, LocalDate due) {
        throw new UnsupportedOperationException(today + " " + due);
    }
}
