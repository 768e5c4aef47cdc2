package yici.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One running clock: its rule, and what happened to it. A value; every act gives another one. All times are the province's.
 *
 * @param limit the rule's, or the one the guide or the act named; without extensions
 * @param started the event that set it off; for a clock counted back, the event it counts towards
 */
public record LegalClock(
        ClockRule rule, Limit limit, LocalDateTime started, List<Pause> pauses, List<Extended> extensions) {

    private static final int MOST_PAUSES = 1_000;

    public LegalClock {
        if (pauses.size() > MOST_PAUSES) throw new IllegalArgumentException("too many pauses: " + pauses.size());
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /** @throws IllegalArgumentException when the rule leaves the limit to the guide */
    public static LegalClock of(ClockRule rule, LocalDateTime started) {
        return of(
                rule,
                rule.limit().orElseThrow(() -> new IllegalArgumentException("no limit of its own: " + rule.key())),
                started);
    }

    /** @throws IllegalArgumentException when the rule does not admit the limit */
    public static LegalClock of(ClockRule rule, Limit limit, LocalDateTime started) {
        if (!rule.admits(limit)) throw new IllegalArgumentException(rule.key() + " does not admit " + limit);
        return new LegalClock(rule, limit, started, List.of(), List.of());
    }

    public LocalDate startDay() {
        return started.toLocalDate();
    }

    /** The limit with what it was prolonged by. */
    public Limit total() {
        var total = limit;
        for (var extended : extensions) total = total.plus(extended.by());
        return total;
    }

    /** The pause the clock is in at the end of that day. */
    public Optional<Pause> pausedOn(LocalDate day) {
        var over = Pause.over(day);
        return pauses.stream()
                .filter(p -> !p.told().isAfter(over)
                        && p.end().map(end -> end.isAfter(over)).orElse(true))
                .findFirst();
    }

    public sealed interface Pausing {
        record Done(LegalClock clock) implements Pausing {}

        record Refused(Reason reason, Article article) implements Pausing {}

        enum Reason {
            CAUSE_NOT_ALLOWED,
            NO_TIME_NAMED,
            ENDS_BEFORE_IT_BEGINS,
            ALREADY_PAUSED,
            BEFORE_THE_START,
            AFTER_THE_END
        }
    }

    public Pausing pause(
            Cause cause, Article article, LocalDate told, Optional<LocalDate> planned, WorkCalendar calendar) {
        return pause(cause, article, Pause.over(told), planned.map(Pause::over), calendar);
    }

    public Pausing pause(
            Cause cause, Article article, LocalDateTime told, Optional<LocalDateTime> planned, WorkCalendar calendar) {
        if (!rule.pauses().contains(cause))
            return new Pausing.Refused(Pausing.Reason.CAUSE_NOT_ALLOWED, rule.article());
        if (cause.namesItsTime() && planned.isEmpty())
            return new Pausing.Refused(Pausing.Reason.NO_TIME_NAMED, article);
        if (planned.filter(told::isAfter).isPresent())
            return new Pausing.Refused(Pausing.Reason.ENDS_BEFORE_IT_BEGINS, article);
        if (told.toLocalDate().isBefore(startDay()))
            return new Pausing.Refused(Pausing.Reason.BEFORE_THE_START, article);
        if (pauses.stream().anyMatch(p -> isIn(p, told)))
            return new Pausing.Refused(Pausing.Reason.ALREADY_PAUSED, article);
        if (Reckoning.isOver(this, calendar, told.toLocalDate()))
            return new Pausing.Refused(Pausing.Reason.AFTER_THE_END, article);

        return new Pausing.Done(with(new Pause(cause, article, told, planned, Optional.empty())));
    }

    private static boolean isIn(Pause pause, LocalDateTime at) {
        return pause.end().map(end -> end.isAfter(at)).orElse(true);
    }

    private LegalClock with(Pause more) {
        var all = new ArrayList<>(pauses);
        all.add(more);
        return new LegalClock(rule, limit, started, all, extensions);
    }

    public sealed interface Resuming {
        record Done(LegalClock clock) implements Resuming {}

        record Refused(Reason reason) implements Resuming {}

        enum Reason {
            NOT_PAUSED,
            BEFORE_THE_PAUSE
        }
    }

    public Resuming resume(LocalDate on) {
        return resume(Pause.over(on));
    }

    /** Ends every pause that has not ended by then, also one that would have resumed by itself later. */
    public Resuming resume(LocalDateTime at) {
        var open = pauses.stream().filter(p -> isIn(p, at)).toList();
        if (open.isEmpty()) return new Resuming.Refused(Resuming.Reason.NOT_PAUSED);
        if (open.stream().anyMatch(p -> p.told().isAfter(at)))
            return new Resuming.Refused(Resuming.Reason.BEFORE_THE_PAUSE);

        var ended =
                pauses.stream().map(p -> open.contains(p) ? p.endingAt(at) : p).toList();
        return new Resuming.Done(new LegalClock(rule, limit, started, ended, extensions));
    }

    public sealed interface Extending {
        record Done(LegalClock clock) implements Extending {}

        record Refused(Reason reason, Article article) implements Extending {}

        enum Reason {
            NOT_FORESEEN,
            NO_APPROVER,
            WRONG_APPROVER,
            GIVEN_ALREADY,
            OTHER_UNIT,
            TOO_LONG,
            BEFORE_THE_START,
            AFTER_THE_END
        }
    }

    /** @param approver empty when nobody's approval is shown */
    public Extending extend(Limit by, Optional<Approver> approver, LocalDate on, WorkCalendar calendar) {
        if (rule.extension().isEmpty()) return new Extending.Refused(Extending.Reason.NOT_FORESEEN, rule.article());
        var extension = rule.extension().get();
        var flaw = flaw(extension, by, approver, on, calendar);
        if (flaw.isPresent()) return new Extending.Refused(flaw.get(), extension.article());

        var all = new ArrayList<>(extensions);
        all.add(new Extended(by, extension.approver(), on, extension.article()));
        return new Extending.Done(new LegalClock(rule, limit, started, pauses, all));
    }

    private Optional<Extending.Reason> flaw(
            Extension extension, Limit by, Optional<Approver> approver, LocalDate on, WorkCalendar calendar) {
        if (approver.isEmpty()) return Optional.of(Extending.Reason.NO_APPROVER);
        if (approver.get() != extension.approver()) return Optional.of(Extending.Reason.WRONG_APPROVER);
        if (extensions.size() >= extension.times()) return Optional.of(Extending.Reason.GIVEN_ALREADY);
        if (by.unit() != limit.unit()) return Optional.of(Extending.Reason.OTHER_UNIT);
        if (by.isLongerThan(extension.limit())) return Optional.of(Extending.Reason.TOO_LONG);
        if (on.isBefore(startDay())) return Optional.of(Extending.Reason.BEFORE_THE_START);
        if (Reckoning.isOver(this, calendar, on)) return Optional.of(Extending.Reason.AFTER_THE_END);
        return Optional.empty();
    }

    /** Everything anew: the corrected application, the clarified request. */
    public LegalClock restart(LocalDateTime at) {
        return new LegalClock(rule, limit, at, List.of(), List.of());
    }
}
