package yici.kit;

import java.time.Instant;

/**
 * One line of a timeline, as {@code @template.kit.timeline} draws it.
 *
 * @param title what happened, in the reader's language
 * @param who acted; may be empty
 * @param detail more about it, such as what is to be corrected; may be empty
 * @param mark its sign on the line
 */
public record Moment(Instant at, String title, String who, String detail, State mark) {}
