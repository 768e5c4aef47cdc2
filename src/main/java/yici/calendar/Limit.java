package yici.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A length of time the law, the guide or an officer names. Never zero, never longer than about ten years. */
public record Limit(int value, Unit unit) {

    public Limit {
        if (value < 1 || value > longest(unit))
            throw new IllegalArgumentException("not a limit: " + value + " " + unit.code());
    }

    public static Limit workingDays(int value) {
        return new Limit(value, Unit.WORKING_DAY);
    }

    public static Limit days(int value) {
        return new Limit(value, Unit.DAY);
    }

    /** Natural days from one day to another: what is left until a licence expires. */
    public static Limit until(LocalDate from, LocalDate last) {
        return days(Math.toIntExact(ChronoUnit.DAYS.between(from, last)));
    }

    /** Both in one stretch; a limit is prolonged in its own unit. */
    public Limit plus(Limit more) {
        if (more.unit != unit) throw new IllegalArgumentException("cannot add " + more + " to " + this);
        return new Limit(Math.addExact(value, more.value), unit);
    }

    public boolean isLongerThan(Limit other) {
        if (other.unit != unit) throw new IllegalArgumentException("cannot compare " + this + " with " + other);
        return value > other.value;
    }

    static int longest(Unit unit) {
        return switch (unit) {
            case WORKING_DAY -> 2_600;
            case DAY -> 3_660;
            case HOUR -> 87_840;
            case MONTH -> 120;
            case YEAR -> 10;
        };
    }
}
