package yici.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import yici.calendar.WorkingDays;
import yici.catalogue.Guide;
import yici.kit.View;

/** Today, and the last day of every limit a case knows. */
@Component
class Clocks implements Work.Dates {

    /** Administrative Licence Law, article 32: a correction is asked for within five days, or the application counts as accepted. */
    static final int DAYS_TO_ACCEPT = 5;

    private final Clock clock;
    private final WorkingDays workingDays;

    Clocks(Clock clock, WorkingDays workingDays) {
        this.clock = clock;
        this.workingDays = workingDays;
    }

    Clock clock() {
        return clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }

    @Override
    public LocalDate acceptBy(LocalDate received) {
        return workingDays.after(received, DAYS_TO_ACCEPT);
    }

    /** The day a limit begins does not count. Hours are rounded up to whole days. */
    @Override
    public LocalDate due(LocalDate from, Guide.Limit limit) {
        return switch (limit.unit()) {
            case WORKING_DAY -> workingDays.after(from, limit.value());
            case DAY -> from.plusDays(limit.value());
            case HOUR -> from.plusDays((limit.value() + 23) / 24);
            case MONTH -> from.plusMonths(limit.value());
            case YEAR -> from.plusYears(limit.value());
        };
    }

    /** Working days left until and with that day; negative when it is past. */
    int left(LocalDate due) {
        return workingDays.left(today(), due);
    }
}
