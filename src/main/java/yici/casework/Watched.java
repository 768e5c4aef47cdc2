package yici.casework;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import yici.calendar.Supervision;

/**
 * How an open case stands in the eyes of supervision today: worked out from the days its clocks have set and from nothing else. The same in
 * Java, for a line, and in SQL, for the filter of the desk.
 */
enum Watched {
    NORMAL(Supervision.NORMAL, "false"),
    WARNING(
            Supervision.WARNING,
            "c.warn_on is not null and c.warn_on <= :today and least(c.due_on, c.statutory_due) >= :today"),
    YELLOW(
            Supervision.YELLOW,
            "c.warn_on is not null and c.warn_on <= :today and least(c.due_on, c.statutory_due) < :today and c.red_on > :today"),
    RED(Supervision.RED, "c.warn_on is not null and c.warn_on <= :today and c.red_on <= :today"),
    /** With the applicant, or in a special procedure. */
    STANDS(Supervision.NORMAL, "c.state = 'SPECIAL_PROCEDURE'"),
    /** No clock runs: it has not begun, or it is over. */
    NONE(Supervision.NORMAL, "false");

    private final Supervision level;
    private final String condition;

    Watched(Supervision level, String condition) {
        this.level = level;
        this.condition = condition;
    }

    static Watched of(Inbox.Line line, LocalDate today) {
        if (line.state().standsStill()) return STANDS;
        var days = line.days();
        if (days.warnOn().isEmpty()) return NONE;
        if (days.redOn().filter(on -> !on.isAfter(today)).isPresent()) return RED;
        if (today.isAfter(days.firstDue())) return YELLOW;
        return days.warnOn().get().isAfter(today) ? NORMAL : WARNING;
    }

    /** The one named in an address, of those a desk can be filtered by. */
    static Optional<Watched> read(String name) {
        return Arrays.stream(values())
                .filter(w -> w.isFilter() && w.key().equals(name))
                .findFirst();
    }

    boolean isFilter() {
        return this != NORMAL && this != NONE;
    }

    /** Found by the day of its warning; else by the day it is due. */
    boolean isByWarning() {
        return isFilter() && this != STANDS;
    }

    String condition() {
        return condition;
    }

    Supervision level() {
        return level;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
