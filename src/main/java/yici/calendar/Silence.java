package yici.calendar;

import java.util.Locale;

/** What the law makes of a limit that runs out without an act. */
public enum Silence {
    /** Nothing by itself. */
    NONE,
    /** The application counts as accepted from the day it was received (licence law, art. 32). */
    DEEMED_ACCEPTED,
    /** The licence counts as renewed (licence law, art. 50). */
    DEEMED_RENEWED,
    /** The authority is late: a card, and the reason is published. */
    OVERRUN,
    /** Who was asked and said nothing has agreed. */
    CONSENT,
    /** Who was asked for more and gave nothing has given the request up. */
    ABANDONED,
    /** What the guide says happens when owed evidence does not come: returned or refused. */
    OUTCOME_OF_OWED,
    /** Who had a right and did not use it in time has it no longer. */
    RIGHT_LAPSES;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
