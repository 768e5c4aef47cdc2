package yici.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import yici.jurisdiction.Period;
import yici.kit.View;

/** First and last day of a post, as an administrator types them; both days count whole. */
final class TypedPeriod {

    private static final int LONGEST_YEARS = 20;

    private TypedPeriod() {}

    /** What cannot be read or is no period stands in the flaws, and the answer then means nothing. */
    static Period read(Flaws flaws, String from, String until, Clock clock) {
        var today = LocalDate.now(clock.withZone(View.ZONE));
        var first = day(flaws, "from", from).orElse(today);
        var last = day(flaws, "until", until);
        if (first.isBefore(today)) flaws.add("from", "identity.staff.from-past");
        if (first.isAfter(today.plusYears(LONGEST_YEARS))) flaws.add("from", "identity.staff.day-far");
        if (last.filter(day -> day.isBefore(first)).isPresent()) flaws.add("until", "identity.staff.until-before");
        if (last.filter(day -> day.isAfter(today.plusYears(LONGEST_YEARS))).isPresent())
            flaws.add("until", "identity.staff.day-far");
        return flaws.none() ? new Period(begin(first), last.map(day -> begin(day.plusDays(1)))) : Period.SINCE_EVER;
    }

    private static Optional<LocalDate> day(Flaws flaws, String field, String typed) {
        if (typed.isBlank()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            flaws.add(field, "identity.staff.day-wrong");
            return Optional.empty();
        }
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(View.ZONE).toInstant();
    }

    static LocalDate firstDay(Period period) {
        return LocalDate.ofInstant(period.from(), View.ZONE);
    }

    static Optional<LocalDate> lastDay(Period period) {
        return period.until().map(end -> LocalDate.ofInstant(end.minusNanos(1), View.ZONE));
    }

    /** For the record of acts: nothing when it begins at once and has no end. */
    static String words(Period period) {
        return lastDay(period).map(last -> " " + firstDay(period) + "/" + last).orElse("");
    }
}
