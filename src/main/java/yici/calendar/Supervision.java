package yici.calendar;

import java.util.Locale;

/** How a limit stands in the eyes of time-limit supervision, by the numbers the provincial platform exchanges. */
public enum Supervision {
    NORMAL(0),
    /** Four fifths are used, or one unit is left. */
    WARNING(1),
    /** The limit is over. */
    YELLOW(2),
    /** Over by a fifth of the limit, and by three units at least. */
    RED(5);

    private final int code;

    Supervision(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** In the words {@code calendar.supervision.*}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
