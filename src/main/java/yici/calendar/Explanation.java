package yici.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a limit ends when it ends: every day from the event to the last one, in order. Up to the pause for a clock that stands still. */
public record Explanation(LegalClock clock, Due due, List<Line> lines) {

    public Explanation {
        lines = List.copyOf(lines);
    }

    /** What a day is to the limit. */
    public enum Nature {
        /** The event itself; does not count. */
        EVENT,
        COUNTED,
        /** A Saturday or Sunday worked in exchange for a holiday: counts. */
        MAKE_UP,
        WEEKEND,
        HOLIDAY,
        PAUSED,
        /** The last day was a day off; the limit ends here instead. */
        MOVED;

        /** In the words {@code calendar.nature.*}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean counts() {
            return this == COUNTED || this == MAKE_UP;
        }
    }

    /**
     * @param nth which one it is of the days counted (for a limit in hours: hours used when it ends); for a day that does not count, how
     *     many were counted before it
     * @param occasion the holiday's name, in Chinese; empty for a plain day
     * @param extended the extension granted on this day
     * @param last the limit ends with this day
     */
    public record Line(
            LocalDate day,
            Nature nature,
            int nth,
            String occasion,
            Optional<Cause> cause,
            Optional<Extended> extended,
            boolean last) {

        private boolean goesOnAs(Line next) {
            return nature == next.nature
                    && nature != Nature.EVENT
                    && occasion.equals(next.occasion)
                    && cause.equals(next.cause)
                    && next.extended.isEmpty()
                    && extended.isEmpty();
        }
    }

    /** Days in a row of the same nature and for the same reason. */
    public record Range(Line first, Line last) {
        public boolean isOneDay() {
            return first.equals(last);
        }

        public Nature nature() {
            return first.nature();
        }
    }

    public List<Range> ranges() {
        var ranges = new ArrayList<Range>();
        for (var line : lines) {
            if (!ranges.isEmpty() && ranges.getLast().last().goesOnAs(line))
                ranges.add(new Range(ranges.removeLast().first(), line));
            else ranges.add(new Range(line, line));
        }
        return ranges;
    }
}
