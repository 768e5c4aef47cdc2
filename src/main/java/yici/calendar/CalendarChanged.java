package yici.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * Published in the transaction of the change. The calendar itself is the new one from the commit on; {@code Calendars.asOf(version, area)}
 * has it at once.
 *
 * @param scope the area whose days they are, with all below it; empty for the whole country
 * @param days those that are worked now and were not, or the other way round
 * @param yearPublished the year was unknown before, so that dues in it were provisional
 */
public record CalendarChanged(String scope, Set<LocalDate> days, boolean yearPublished, int year, long version) {
    public CalendarChanged {
        days = Set.copyOf(days);
    }
}
