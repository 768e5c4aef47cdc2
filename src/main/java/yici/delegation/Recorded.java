package yici.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record with its whole history, and what follows from it.
 *
 * @param asked what waits for a second person
 * @param agreed a second person has confirmed the record itself
 * @param over the first day it counts no more
 */
record Recorded(
        Delegation delegation, List<Step> steps, Optional<Step> asked, boolean agreed, Optional<LocalDate> over) {

    enum State {
        WAITING,
        /** Refused or taken back before it ever counted. */
        DROPPED,
        COMING,
        VALID,
        OVER;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param steps in their order */
    static Recorded of(Delegation delegation, List<Step> steps) {
        var asked = Optional.<Step>empty();
        boolean agreed = false;
        var over = delegation.until().map(day -> day.plusDays(1));
        for (var step : steps) {
            switch (step.kind()) {
                case REGISTERED, RECALL_ASKED, END_ASKED -> asked = Optional.of(step);
                case REFUSED, WITHDRAWN -> asked = Optional.empty();
                case REPLACED -> over = earlier(over, step.effective());
                case CONFIRMED -> {
                    if (asked.filter(a -> a.kind().ends()).isPresent())
                        over = earlier(over, asked.orElseThrow().effective());
                    else agreed = true;
                    asked = Optional.empty();
                }
            }
        }
        return new Recorded(delegation, List.copyOf(steps), asked, agreed, over);
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.concat(one.stream(), other.stream()).min(LocalDate::compareTo);
    }

    String number() {
        return delegation.number();
    }

    /** Counts, or will when it is confirmed: no other may stand in its place. */
    boolean occupies() {
        return agreed || asked.isPresent();
    }

    boolean isValidOn(LocalDate day) {
        return agreed && covers(day);
    }

    private boolean covers(LocalDate day) {
        return !day.isBefore(delegation.from())
                && over.filter(end -> !day.isBefore(end)).isEmpty();
    }

    /** Some day belongs to both. */
    boolean meets(LocalDate from, Optional<LocalDate> until) {
        boolean beginsInTime =
                until.filter(last -> last.isBefore(delegation.from())).isEmpty();
        boolean lastsIntoIt = over.filter(end -> !from.isBefore(end)).isEmpty();
        boolean lastsAtAll =
                over.filter(end -> !delegation.from().isBefore(end)).isEmpty();
        return beginsInTime && lastsIntoIt && lastsAtAll;
    }

    State state(LocalDate today) {
        if (!agreed) return asked.isPresent() ? State.WAITING : State.DROPPED;
        if (over.filter(end -> !today.isBefore(end)).isPresent()) return State.OVER;
        return today.isBefore(delegation.from()) ? State.COMING : State.VALID;
    }

    /** The last day, if there is one. */
    Optional<LocalDate> lastDay() {
        return over.map(end -> end.minusDays(1));
    }

    int nextSeq() {
        return steps.isEmpty() ? 1 : steps.getLast().seq() + 1;
    }
}
