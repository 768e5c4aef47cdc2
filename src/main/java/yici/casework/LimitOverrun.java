package yici.casework;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import yici.calendar.Supervision;
import yici.kit.Translated;

/**
 * A limit of the law or a promise was overrun, or is overrun so far that the card is red. Published in the transaction that writes it down,
 * once for each level.
 *
 * @param number the application's
 * @param no the case; 0 for the application as a whole
 * @param name of the service; of the life event for the whole
 * @param rule the clock's key
 * @param body who is late; empty for the whole and where no body has the case
 * @param area whose calendar counted
 * @param due the last day of the limit
 * @param since the first day of this level
 */
public record LimitOverrun(
        UUID application,
        String number,
        int no,
        int attempt,
        Translated name,
        String rule,
        Optional<String> body,
        String area,
        Supervision level,
        LocalDate due,
        LocalDate since) {}
