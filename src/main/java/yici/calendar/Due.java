package yici.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When a limit ends. */
public sealed interface Due {

    /**
     * @param until the first instant after the limit; the last day ends at 24:00 (Civil Code, art. 203)
     * @param provisional a year it touches is not published yet and counts as plain weekends
     * @param calendar the version of the calendar it was counted with
     */
    record On(LocalDate day, Instant until, boolean provisional, long calendar) implements Due {}

    /**
     * The time stands still and nobody knows yet when it runs again.
     *
     * @param since the day of the act that stopped it
     * @param left what remains of the limit
     * @param plannedResume the end that was named
     * @param expectedDue the last day, should it run again as planned
     */
    record Stopped(
            LocalDate since,
            Cause cause,
            Limit left,
            Optional<LocalDate> plannedResume,
            Optional<LocalDate> expectedDue)
            implements Due {}

    /** The last day, or the one to be expected; empty while that is open. */
    default Optional<LocalDate> lastDay() {
        return switch (this) {
            case On on -> Optional.of(on.day());
            case Stopped stopped -> stopped.expectedDue();
        };
    }
}
