package yici.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import yici.calendar.LegalClock;

/**
 * A clock of law of one case, or of the application as a whole. The history is what happened; the dates are worked out from it and the
 * calendar, and can be worked out again at any time.
 *
 * @param no the case; 0 for the application as a whole
 * @param area whose calendar counts: that of the body that has to act
 * @param usedBefore working days the body had before the applicant's answer made the clock begin anew
 * @param endedOn the day somebody did what the clock waited for
 * @param firedAt when the effect of its silence was written down
 * @param remindedOn the day the applicant was reminded of it last
 * @param told the last level of supervision told: 0 none, 2 yellow, 5 red
 */
record CaseClock(
        int no,
        int attempt,
        String area,
        LegalClock clock,
        int usedBefore,
        Optional<LocalDate> endedOn,
        Optional<Instant> firedAt,
        int told,
        Optional<LocalDate> remindedOn,
        Dates dates) {

    enum State {
        RUNNING,
        STANDING,
        ENDED
    }

    /** One clock of a kind for each attempt at a case. */
    record Key(int no, int attempt, String rule) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            if (no != other.no) return Integer.compare(no, other.no);
            return attempt != other.attempt ? Integer.compare(attempt, other.attempt) : rule.compareTo(other.rule);
        }
    }

    /**
     * What is worked out.
     *
     * @param due empty while it stands still
     * @param endsAt the first instant after the limit
     * @param warnOn from this day on it is worth a warning, {@code redOn} a red card
     * @param remindOn the next day to remind the applicant, where it is the applicant's time
     * @param calendar the version it was worked out with
     */
    record Dates(
            Optional<LocalDate> due,
            Optional<Instant> endsAt,
            Optional<LocalDate> warnOn,
            Optional<LocalDate> redOn,
            Optional<LocalDate> remindOn,
            boolean provisional,
            long calendar) {}

    Key key() {
        return new Key(no, attempt, rule());
    }

    String rule() {
        return clock.rule().key();
    }

    State state() {
        if (endedOn.isPresent()) return State.ENDED;
        return dates.due().isPresent() ? State.RUNNING : State.STANDING;
    }

    boolean isOpen() {
        return endedOn.isEmpty();
    }

    /** Runs, and ran out before that moment without its effect being written down. */
    boolean hasRunOut(Instant now) {
        return state() == State.RUNNING
                && firedAt.isEmpty()
                && dates.endsAt().filter(end -> !end.isAfter(now)).isPresent();
    }

    /** A reminder is due; one that nobody was awake for comes late, not twice. */
    boolean hasToRemind(LocalDate today) {
        return state() == State.RUNNING
                && firedAt.isEmpty()
                && dates.remindOn().filter(on -> !on.isAfter(today)).isPresent();
    }

    CaseClock with(LegalClock next, Dates worked) {
        return new CaseClock(no, attempt, area, next, usedBefore, endedOn, firedAt, told, remindedOn, worked);
    }

    CaseClock ended(LocalDate on) {
        return new CaseClock(no, attempt, area, clock, usedBefore, Optional.of(on), firedAt, told, remindedOn, dates);
    }

    CaseClock fired(Instant at, int level) {
        return new CaseClock(no, attempt, area, clock, usedBefore, endedOn, Optional.of(at), level, remindedOn, dates);
    }

    CaseClock reminded(LocalDate on, Dates worked) {
        return new CaseClock(no, attempt, area, clock, usedBefore, endedOn, firedAt, told, Optional.of(on), worked);
    }
}
