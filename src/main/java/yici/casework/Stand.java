package yici.casework;

import java.time.LocalDate;
import java.util.Optional;
import yici.calendar.Cause;
import yici.calendar.Pause;

/**
 * The clocks of a case standing still.
 *
 * @param no the case; 0 when nothing of the application is with an authority
 * @param seq from 1, within the attempt
 * @param reason as told to the applicant
 * @param plannedOn the end that was named; empty for a correction, whose end is the applicant's
 */
record Stand(
        int no,
        int attempt,
        int seq,
        Cause cause,
        String reason,
        String toldBy,
        LocalDate toldOn,
        Optional<LocalDate> plannedOn,
        Optional<LocalDate> resumedOn) {

    boolean isOpen() {
        return resumedOn.isEmpty();
    }

    /** The time that was named is over and nobody has said anything. */
    boolean isOver(LocalDate today) {
        return isOpen() && plannedOn.filter(today::isAfter).isPresent();
    }

    Stand resumed(LocalDate on) {
        return new Stand(no, attempt, seq, cause, reason, toldBy, toldOn, plannedOn, Optional.of(on));
    }

    Pause asPause() {
        return Pause.of(cause, toldOn, plannedOn, resumedOn);
    }
}
