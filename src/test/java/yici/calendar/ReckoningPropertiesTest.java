package yici.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** What holds of every clock under every calendar: 110,000 histories. */
class ReckoningPropertiesTest {

    private static final int HISTORIES = 11_000;

    @Property(tries = HISTORIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void adding_and_counting_working_days_are_inverse(
            @ForAll("any") History history, @ForAll @IntRange(min = 1, max = 300) int n) {
        var calendar = history.calendar();
        var from = history.clock().startDay();
        var due = calendar.after(from, n);

        assertThat(calendar.isWorkingDay(due)).isTrue();
        assertThat(calendar.between(from, due)).isEqualTo(n);
        assertThat(calendar.before(due.plusDays(1), n)).isBeforeOrEqualTo(due).isAfter(from);
        assertThat(calendar.between(calendar.before(from, n).minusDays(1), from.minusDays(1)))
                .isEqualTo(n);
    }

    @Property(tries = HISTORIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void the_fast_calendar_says_what_a_loop_over_the_days_says(
            @ForAll("any") History history,
            @ForAll @IntRange(min = 0, max = 60) int n,
            @ForAll @IntRange(min = -20, max = 200) int away) {
        var calendar = history.calendar();
        var loop = DayLoop.over(calendar);
        var from = history.clock().startDay();

        assertThat(calendar.isWorkingDay(from)).isEqualTo(loop.isWorkingDay(from));
        assertThat(calendar.between(from, from.plusDays(away))).isEqualTo(loop.between(from, from.plusDays(away)));
        if (n > 0) assertThat(calendar.after(from, n)).isEqualTo(loop.after(from, n));
    }

    @Property(tries = HISTORIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void the_fast_reckoning_ends_on_the_day_of_the_slow_one(@ForAll("any") History history) {
        var due = Reckoning.due(history.clock(), history.calendar());

        assertThat(due instanceof Due.On on ? Optional.of(on.day()) : Optional.<LocalDate>empty())
                .isEqualTo(DayLoop.over(history.calendar()).due(history.clock()));
    }

    @Property(tries = HISTORIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_limit_in_working_days_ends_on_a_working_day_outside_every_pause(@ForAll("working") History history) {
        var due = (Due.On) Reckoning.due(history.clock(), history.calendar());

        assertThat(history.calendar().isWorkingDay(due.day())).isTrue();
        assertThat(history.clock().pauses())
                .noneMatch(p -> due.day().isAfter(p.told().toLocalDate())
                        && !due.day().isAfter(p.end().orElseThrow().toLocalDate()));
    }

    @Property(tries = HISTORIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_pause_of_n_working_days_moves_the_end_by_exactly_n(
            @ForAll("unpaused") History history,
            @ForAll @IntRange(min = 0, max = 120) int later,
            @ForAll @IntRange(min = 0, max = 60) int lasting) {
        var calendar = history.calendar();
        var before = dueDay(history);
        var told = history.clock().startDay().plusDays(later);
        var ended = told.plusDays(lasting);

        var after = dueDay(with(history, Pause.of(Cause.TEST, told, Optional.of(ended), Optional.of(ended))));

        int n = told.isBefore(before) ? calendar.between(told, ended) : 0; // after the last day it changes nothing
        assertThat(after).isEqualTo(n == 0 ? before : calendar.after(before, n));
    }

    @Property(tries = HISTORIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void the_order_of_pauses_does_not_matter(@ForAll("any") History history, @ForAll long shuffle) {
        var clock = history.clock();
        var pauses = new ArrayList<>(clock.pauses());
        Collections.shuffle(pauses, new Random(shuffle));
        var shuffled = new LegalClock(clock.rule(), clock.limit(), clock.started(), pauses, clock.extensions());

        assertThat(lastDay(new History(shuffled, history.calendar()))).isEqualTo(lastDay(history));
    }

    @Property(tries = HISTORIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void reckoning_again_even_with_every_pause_told_twice_changes_nothing(@ForAll("any") History history) {
        var once = Reckoning.due(history.clock(), history.calendar());
        var twice = history;
        for (var pause : history.clock().pauses()) twice = with(twice, pause);

        assertThat(Reckoning.due(history.clock(), history.calendar())).isEqualTo(once);
        assertThat(Reckoning.due(twice.clock(), history.calendar())).isEqualTo(once);
    }

    @Property(tries = HISTORIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void calendars_that_agree_up_to_a_day_agree_on_every_end_up_to_it(
            @ForAll("any") History history, @ForAll("any") History other) {
        var day = other.clock().startDay();
        var mixed = new ArrayList<SpecialDay>();
        History.FIRST
                .datesUntil(History.FIRST.plusYears(4))
                .flatMap(d -> (d.isAfter(day) ? other : history).calendar().special(d).stream())
                .forEach(mixed::add);
        var changed = new WorkCalendar(0, mixed, history.calendar().publishedYears());

        if (Reckoning.due(history.clock(), history.calendar()) instanceof Due.On on
                && !on.day().isAfter(day))
            assertThat(dueDay(new History(history.clock(), changed))).isEqualTo(on.day());
    }

    @Property(tries = HISTORIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void on_the_last_day_nothing_is_left_all_is_used_and_each_day_before_takes_at_most_one(
            @ForAll("working") History history, @ForAll @IntRange(min = 1, max = 40) int before) {
        var clock = history.clock();
        var calendar = history.calendar();
        var due = dueDay(history);

        assertThat(Reckoning.left(clock, calendar, due)).isZero();
        assertThat(Reckoning.used(clock, calendar, due)).isEqualTo(clock.total().value());
        assertThat(Reckoning.left(clock, calendar, due.plusDays(1))).isNegative();
        var day = due.minusDays(before);
        assertThat(Reckoning.left(clock, calendar, day) - Reckoning.left(clock, calendar, day.plusDays(1)))
                .isBetween(0L, 1L);
    }

    @Property(tries = HISTORIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void the_explanation_leaves_no_day_out_and_counts_to_the_limit(@ForAll("working") History history) {
        var explanation = Reckoning.explain(history.clock(), history.calendar());
        var lines = explanation.lines();

        assertThat(lines.getFirst().day()).isEqualTo(history.clock().startDay());
        assertThat(lines.getLast().last()).isTrue();
        assertThat(lines.getLast().nth()).isEqualTo(history.clock().total().value());
        assertThat(lines)
                .filteredOn(line -> line.nature().counts())
                .hasSize(history.clock().total().value());
        for (int i = 1; i < lines.size(); i++)
            if (!lines.get(i).day().equals(lines.get(i - 1).day().plusDays(1)))
                assertThat(lines.get(i).day()).isEqualTo("the day after");
    }

    private static LocalDate dueDay(History history) {
        return ((Due.On) Reckoning.due(history.clock(), history.calendar())).day();
    }

    private static Optional<LocalDate> lastDay(History history) {
        return Reckoning.due(history.clock(), history.calendar()).lastDay();
    }

    private static History with(History history, Pause more) {
        var clock = history.clock();
        var pauses = new ArrayList<>(clock.pauses());
        pauses.add(more);
        return new History(
                new LegalClock(clock.rule(), clock.limit(), clock.started(), pauses, clock.extensions()),
                history.calendar());
    }

    @Provide
    Arbitrary<History> any() {
        return History.any();
    }

    @Provide
    Arbitrary<History> working() {
        return History.inWorkingDays();
    }

    @Provide
    Arbitrary<History> unpaused() {
        return History.inWorkingDaysWithoutPause();
    }
}
