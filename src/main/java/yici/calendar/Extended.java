package yici.calendar;

import java.time.LocalDate;

/** An extension that was granted. */
public record Extended(Limit by, Approver approver, LocalDate on, Article article) {}
