package yici.calendar;

import java.util.Locale;

/** What a limit is counted in. The law says "day" and means the working day (Administrative Licence Law, art. 82); petitions count natural days. */
public enum Unit {
    WORKING_DAY,
    DAY,
    HOUR,
    MONTH,
    YEAR;

    /** As the table of clocks writes it: {@code working-day}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
