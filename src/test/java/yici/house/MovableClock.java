package yici.house;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import yici.kit.View;

/** Runs with the real time plus what tests have added; {@link #forward} for limits and leases that run out. */
public final class MovableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    public void forward(Duration time) {
        ahead = ahead.plus(time);
    }

    /** To a morning in the province, for days that the calendar makes special. */
    public void to(LocalDate day) {
        ahead = Duration.between(Instant.now(), day.atTime(9, 0).atZone(View.ZONE));
    }

    public void back() {
        ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return View.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
