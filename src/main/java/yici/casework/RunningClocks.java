package yici.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import yici.calendar.Cause;
import yici.calendar.ClockRule;
import yici.calendar.Due;
import yici.calendar.LegalClock;
import yici.calendar.Limit;
import yici.calendar.Pause;
import yici.calendar.Reckoning;
import yici.calendar.WorkCalendar;
import yici.casework.CaseClock.Key;

/**
 * All clocks of one application while an act is under way, and what the act does to them. Knows the rules and no database; {@link
 * ClockStore} loads and saves it.
 */
final class RunningClocks {

    /** The table of clocks, and whose days count. */
    interface Law {
        /** In force now. */
        ClockRule rule(String key);

        /** As it was when a clock began with it. */
        ClockRule rule(String key, int edition);

        WorkCalendar calendar(String area);
    }

    /** The attempt that stands for the application as a whole is the number of the time it was opened. */
    static final int WHOLE = 0;

    private final Law law;
    private final Map<Key, CaseClock> clocks = new TreeMap<>();
    private final List<Stand> stands = new ArrayList<>();
    private final TreeSet<Key> changed = new TreeSet<>();
    private final TreeSet<Integer> changedStands = new TreeSet<>();

    RunningClocks(Law law, Collection<CaseClock> clocks, Collection<Stand> stands) {
        this.law = law;
        clocks.forEach(c -> this.clocks.put(c.key(), c));
        this.stands.addAll(stands);
    }

    Law law() {
        return law;
    }

    /** Begins, or begins anew: then what the body had used before is kept for the record. */
    void begin(int no, int attempt, String rule, Limit limit, String area, LocalDateTime at) {
        var before = find(new Key(no, attempt, rule));
        int used = before.map(c -> c.usedBefore() + used(c, c.endedOn().orElse(at.toLocalDate())))
                .orElse(0);
        var clock = new LegalClock(law.rule(rule), limit, at, List.of(), List.of());
        var dates = dates(clock, area, Optional.empty());
        put(new CaseClock(
                no, attempt, area, clock, used, Optional.empty(), Optional.empty(), 0, Optional.empty(), dates));
    }

    /** What the clock waited for was done. */
    void end(Key key, LocalDate on) {
        find(key).filter(CaseClock::isOpen).ifPresent(c -> put(c.ended(on)));
    }

    void endAll(int no, LocalDate on) {
        of(no).stream().filter(CaseClock::isOpen).forEach(c -> put(c.ended(on)));
        standing(no).ifPresent(s -> replace(s, s.resumed(on)));
    }

    /** Those clocks of the case stand still whose rule knows the cause. */
    void stand(int no, int attempt, Cause cause, String reason, String by, LocalDate on, Optional<LocalDate> planned) {
        if (standing(no).isPresent()) throw new IllegalStateException("stands still already: " + no);
        int seq = 1
                + (int) stands.stream()
                        .filter(s -> s.no() == no && s.attempt() == attempt)
                        .count();
        stands.add(new Stand(no, attempt, seq, cause, reason, by, on, planned, Optional.empty()));
        changedStands.add(stands.size() - 1);
        recompute(no);
    }

    /** They run again; nothing happens where none stands still. */
    void resume(int no, LocalDate on) {
        standing(no).ifPresent(s -> {
            replace(s, s.resumed(on));
            recompute(no);
        });
    }

    /** What stands still now. */
    Optional<Stand> standing(int no) {
        return stands.stream().filter(s -> s.no() == no && s.isOpen()).findFirst();
    }

    void put(CaseClock clock) {
        if (clock.equals(clocks.put(clock.key(), clock))) return;
        changed.add(clock.key());
    }

    /** Works every open clock out again, with the calendar of now; says which have another last day than before. */
    List<CaseClock> recompute() {
        var moved = new ArrayList<CaseClock>();
        for (var before : List.copyOf(clocks.values())) {
            if (!before.isOpen()) continue;
            put(before.with(before.clock(), dates(before.clock(), before.area(), before.remindedOn())));
            if (!before.dates().due().equals(get(before.key()).dates().due())) moved.add(before);
        }
        return moved;
    }

    private void recompute(int no) {
        for (var clock : of(no)) {
            if (!clock.isOpen()) continue;
            var before = clock.clock();
            var history =
                    new LegalClock(before.rule(), before.limit(), before.started(), pauses(clock), before.extensions());
            put(clock.with(history, dates(history, clock.area(), clock.remindedOn())));
        }
    }

    private List<Pause> pauses(CaseClock clock) {
        var began = clock.clock().started().toLocalDate();
        return stands.stream()
                .filter(s -> s.no() == clock.no() && s.attempt() == clock.attempt())
                .filter(s -> !s.toldOn().isBefore(began))
                .filter(s -> clock.clock().rule().pauses().contains(s.cause()))
                .map(Stand::asPause)
                .toList();
    }

    /** Replaces the history: an extension was granted. */
    void extended(CaseClock clock, LegalClock longer) {
        put(clock.with(longer, dates(longer, clock.area(), clock.remindedOn())));
    }

    /** The applicant was reminded of what it waits for. */
    void reminded(CaseClock clock, LocalDate on) {
        put(clock.reminded(on, dates(clock.clock(), clock.area(), Optional.of(on))));
    }

    private CaseClock.Dates dates(LegalClock clock, String area, Optional<LocalDate> remindedOn) {
        var calendar = law.calendar(area);
        return switch (Reckoning.due(clock, calendar)) {
            case Due.On(var day, var until, var provisional, var version) ->
                new CaseClock.Dates(
                        Optional.of(day),
                        Optional.of(until),
                        Optional.of(Watch.warnOn(clock, calendar)),
                        Optional.of(Watch.redOn(clock, calendar)),
                        Watch.remindOn(clock, day, remindedOn, calendar),
                        provisional,
                        version);
            case Due.Stopped _ ->
                new CaseClock.Dates(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        calendar.version());
        };
    }

    /** Working days of the body until and with that day, without those that were not its own, whatever the limit is counted in. */
    int used(CaseClock clock, LocalDate until) {
        var history = clock.clock();
        var inWorkingDays =
                new LegalClock(history.rule(), Limit.workingDays(1), history.started(), history.pauses(), List.of());
        return Reckoning.used(inWorkingDays, law.calendar(clock.area()), until);
    }

    /** The clock that ran out first of those whose silence has not been written down. */
    Optional<CaseClock> nextToFire(Instant now) {
        return clocks.values().stream()
                .filter(c -> c.hasRunOut(now))
                .min(Comparator.comparing((CaseClock c) -> c.dates().endsAt().orElse(Instant.MAX)));
    }

    Optional<CaseClock> find(Key key) {
        return Optional.ofNullable(clocks.get(key));
    }

    CaseClock get(Key key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no such clock: " + key));
    }

    /** The newest attempt's clock of that kind, while it is open. */
    Optional<CaseClock> open(int no, String rule) {
        return of(no).stream().filter(c -> c.isOpen() && c.rule().equals(rule)).reduce((_, later) -> later);
    }

    /** The newest attempt's clock of that kind, open or not. */
    Optional<CaseClock> newest(int no, String rule) {
        return of(no).stream().filter(c -> c.rule().equals(rule)).reduce((_, later) -> later);
    }

    List<CaseClock> of(int no) {
        return clocks.values().stream().filter(c -> c.no() == no).toList();
    }

    List<CaseClock> all() {
        return List.copyOf(clocks.values());
    }

    List<CaseClock> changed() {
        return changed.stream().map(this::get).toList();
    }

    List<Stand> changedStands() {
        return changedStands.stream().map(stands::get).toList();
    }

    List<Stand> stands() {
        return List.copyOf(stands);
    }

    private void replace(Stand before, Stand after) {
        int at = stands.indexOf(before);
        stands.set(at, after);
        changedStands.add(at);
    }
}
