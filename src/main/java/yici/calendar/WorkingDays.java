package yici.calendar;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Remembered;

/** Working days of the State Council's calendar; a year not yet published counts as plain weekends. */
@Component
public class WorkingDays {

    private final JdbcClient db;
    private final Remembered<WorkCalendar> calendar;

    WorkingDays(JdbcClient db, Clock clock) {
        this.db = db;
        this.calendar = new Remembered<>(clock, this::stamp, this::read);
    }

    /**
     * The last day of a limit counted in working days: the day after {@code from} is the first (Civil Code art. 201). A limit of 0, done at
     * once, ends on the day itself or on the next working day.
     */
    public LocalDate after(LocalDate from, int workingDays) {
        return counting().after(from, workingDays);
    }

    public boolean isWorkingDay(LocalDate day) {
        return calendar.get().isWorkingDay(day);
    }

    /** Working days left until and with {@code due}; negative when it is past. */
    public int left(LocalDate today, LocalDate due) {
        return counting().left(today, due);
    }

    private Counting counting() {
        return new Counting(calendar.get());
    }

    /** To be called in the transaction of every change. */
    void changed() {
        db.sql("update calendar.edition set stamp = gen_random_uuid()").update();
        calendar.changing();
    }

    private UUID stamp() {
        return db.sql("select stamp from calendar.edition").query(UUID.class).single();
    }

    private WorkCalendar read() {
        var holidays = new HashSet<LocalDate>();
        var workdays = new HashSet<LocalDate>();
        db.sql("select date, kind from calendar.day").query((ResultSet row) -> {
            var set = row.getString("kind").equals("HOLIDAY") ? holidays : workdays;
            set.add(row.getObject("date", LocalDate.class));
        });
        return new WorkCalendar(holidays, workdays);
    }
}
