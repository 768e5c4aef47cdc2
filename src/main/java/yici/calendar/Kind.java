package yici.calendar;

/** How a day may differ from the plain week. */
public enum Kind {
    /** A day off, also where it falls on a weekend: it then carries the name of the holiday. */
    HOLIDAY,
    /** A Saturday or Sunday worked in exchange. */
    WORKDAY
}
