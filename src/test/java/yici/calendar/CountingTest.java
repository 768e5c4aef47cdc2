package yici.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CountingTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    @Property
    void a_limit_ends_on_a_working_day_and_as_many_lie_between(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        var count = new Counting(calendar);
        var due = count.after(from, n);

        assertThat(calendar.isWorkingDay(due)).isTrue();
        assertThat(due).isAfter(from);
        assertThat(Stream.iterate(from.plusDays(1), d -> !d.isAfter(due), d -> d.plusDays(1))
                        .filter(calendar::isWorkingDay))
                .hasSize(n);
        assertThat(count.left(from, due)).isEqualTo(n);
    }

    @Property
    void a_longer_limit_ends_later_and_a_later_start_never_ends_earlier(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        var count = new Counting(calendar);

        assertThat(count.after(from, n + 1)).isAfter(count.after(from, n));
        assertThat(count.after(from.plusDays(1), n)).isAfterOrEqualTo(count.after(from, n));
    }

    @Property
    void days_left_fall_by_one_each_working_day_and_are_negative_once_past(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("days") LocalDate due,
            @ForAll @IntRange(min = -40, max = 40) int away) {
        var count = new Counting(calendar);
        var today = due.minusDays(away);
        int left = count.left(today, due);

        if (away < 0) assertThat(left).isNegative();
        else assertThat(left).isNotNegative();
        if (away > 0) {
            var tomorrow = today.plusDays(1);
            assertThat(count.left(tomorrow, due)).isEqualTo(left - (calendar.isWorkingDay(tomorrow) ? 1 : 0));
        }
    }

    @Example
    void a_limit_of_nothing_ends_today_or_on_the_next_working_day() {
        var weekends = new Counting(new WorkCalendar(Set.of(), Set.of()));

        assertThat(weekends.after(LocalDate.of(2027, 3, 5), 0)).isEqualTo("2027-03-05"); // Friday
        assertThat(weekends.after(LocalDate.of(2027, 3, 6), 0)).isEqualTo("2027-03-08");
    }

    @Example
    void no_limit_is_negative_or_without_end() {
        var weekends = new Counting(new WorkCalendar(Set.of(), Set.of()));

        assertThatThrownBy(() -> weekends.after(NEW_YEAR, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> weekends.after(NEW_YEAR, Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> weekends.left(NEW_YEAR, LocalDate.MAX)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void a_day_is_not_both_off_and_worked() {
        assertThatThrownBy(() -> new WorkCalendar(Set.of(NEW_YEAR), Set.of(NEW_YEAR)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 729).map(NEW_YEAR::plusDays);
    }

    /** Any mixture of days off and days worked; never a whole stretch without work longer than two months. */
    @Provide
    Arbitrary<WorkCalendar> calendars() {
        var some = days().set().ofMaxSize(60);
        return Combinators.combine(some, some).as((holidays, workdays) -> {
            var worked = new HashSet<>(workdays);
            worked.removeAll(holidays);
            return new WorkCalendar(holidays, worked);
        });
    }
}
