package yici.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.transaction.support.TransactionTemplate;
import yici.house.Product;

class CalendarsTest {

    private static final String XIANGXI = "433100000000";
    private static final String JISHOU = "433101000000";
    private static final String YUHUA = "430111000000";

    private final Calendars calendars = Product.running().bean(Calendars.class);
    private final TransactionTemplate transaction = Product.running().bean(TransactionTemplate.class);

    @Test
    void a_later_publication_takes_the_place_of_an_earlier_one_and_both_can_be_had() {
        var first = publish("", 2051, holiday("2051-05-01"), holiday("2051-05-02"));
        var second = publish("", 2051, holiday("2051-05-02"), holiday("2051-05-03"));

        assertThat(calendars.of(YUHUA).isWorkingDay(day("2051-05-01"))).isTrue();
        assertThat(calendars.of(YUHUA).isWorkingDay(day("2051-05-03"))).isFalse();
        assertThat(calendars.asOf(first.publication().no(), YUHUA).isWorkingDay(day("2051-05-01")))
                .isFalse();
        assertThat(calendars.asOf(first.publication().no() - 1, YUHUA).isPublished(2051))
                .isFalse();
        assertThat(calendars.of(YUHUA).version()).isEqualTo(second.publication().no());
        assertThat(second.changed()).containsExactlyInAnyOrder(day("2051-05-01"), day("2051-05-03"));
    }

    @Test
    void an_areas_own_days_hold_in_it_and_below_and_nowhere_else() {
        var own = publish(XIANGXI, 2052, holiday("2052-09-20"));

        assertThat(calendars.of(XIANGXI).isWorkingDay(day("2052-09-20"))).isFalse();
        assertThat(calendars.of(JISHOU).isWorkingDay(day("2052-09-20"))).isFalse();
        assertThat(calendars.of(YUHUA).isWorkingDay(day("2052-09-20"))).isTrue();
        assertThat(calendars.of("").isWorkingDay(day("2052-09-20"))).isTrue();
        assertThat(calendars.of(JISHOU).version()).isEqualTo(own.publication().no());
        assertThat(calendars.of(YUHUA).version()).isLessThan(own.publication().no());
        assertThat(calendars.of(JISHOU).isPublished(2052))
                .as("the country has not spoken")
                .isFalse();
    }

    @Test
    void what_is_in_force_already_is_not_published_again() {
        publish("", 2053, holiday("2053-05-01"));

        assertThat(calendars.publish(year("", 2053, holiday("2053-05-01")), "test", "", ""))
                .isEqualTo(new Calendars.Published.Nothing());
        assertThat(calendars.published("")).filteredOn(p -> p.year() == 2053).hasSize(1);
    }

    @Test
    void a_change_is_announced_with_the_days_it_moves_and_whether_the_year_was_unknown() {
        var heard = listen();
        var first = publish(
                "",
                2054,
                holiday("2054-05-01"),
                holiday("2054-05-02"),
                worked("2054-05-09")); // Friday, Saturday, Saturday
        var second = publish("", 2054, holiday("2054-05-01"), holiday("2054-05-04"), worked("2054-05-09")); // Monday

        assertThat(heard)
                .containsExactly(
                        new CalendarChanged(
                                "",
                                Set.of(day("2054-05-01"), day("2054-05-09")),
                                true,
                                2054,
                                first.publication().no()),
                        new CalendarChanged(
                                "",
                                Set.of(day("2054-05-04")),
                                false,
                                2054,
                                second.publication().no()));
    }

    @Test
    void who_hears_of_a_change_can_have_the_new_calendar_at_once_by_its_version() {
        transaction.executeWithoutResult(status -> {
            var done = publish("", 2055, holiday("2055-05-03"));
            assertThat(calendars.asOf(done.publication().no(), YUHUA).isWorkingDay(day("2055-05-03")))
                    .isFalse();
            assertThat(calendars.of(YUHUA).isWorkingDay(day("2055-05-03")))
                    .as("not committed")
                    .isTrue();
        });

        assertThat(calendars.of(YUHUA).isWorkingDay(day("2055-05-03"))).isFalse();
    }

    @Test
    void a_publication_that_is_undone_was_never_there() {
        transaction.executeWithoutResult(status -> {
            publish("", 2056, holiday("2056-05-01"));
            status.setRollbackOnly();
        });

        assertThat(calendars.of("").isPublished(2056)).isFalse();
        assertThat(calendars.current("", 2056)).isEmpty();
    }

    @Test
    void a_year_that_is_wrong_is_refused_with_line_and_reason() {
        var wrong = new YearOfDays(
                "",
                2057,
                List.of(
                        new YearOfDays.Entry(2, holiday("2057-05-01")),
                        new YearOfDays.Entry(3, holiday("2057-05-01")),
                        new YearOfDays.Entry(4, holiday("2058-05-01")),
                        new YearOfDays.Entry(5, worked("2057-05-02"))));

        assertThat(calendars.publish(wrong, "test", "", ""))
                .isEqualTo(new Calendars.Published.Refused(List.of(
                        Flaw.at(3, "twice", "2057-05-01"),
                        Flaw.at(4, "other-year", "2058-05-01", 2057),
                        Flaw.at(5, "work-on-weekday", "2057-05-02"))));
        assertThat(calendars.publish(year("", 2057), "test", "", "")).isInstanceOf(Calendars.Published.Refused.class);
        assertThat(calendars.of("").isPublished(2057)).isFalse();
        assertThatThrownBy(() -> year("4331", 2057)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_area_may_take_its_own_days_back() {
        publish(XIANGXI, 2058, holiday("2058-09-20"));
        publish(XIANGXI, 2058);

        assertThat(calendars.of(JISHOU).isWorkingDay(day("2058-09-20"))).isTrue();
    }

    private Calendars.Published.Done publish(String scope, int year, SpecialDay... days) {
        return (Calendars.Published.Done) calendars.publish(year(scope, year, days), "test", "", "");
    }

    private static YearOfDays year(String scope, int year, SpecialDay... days) {
        var entries = new ArrayList<YearOfDays.Entry>();
        for (var day : days) entries.add(new YearOfDays.Entry(entries.size() + 1, day));
        return new YearOfDays(scope, year, entries);
    }

    private static List<CalendarChanged> listen() {
        var heard = new ArrayList<CalendarChanged>();
        ApplicationListener<PayloadApplicationEvent<CalendarChanged>> listener =
                ApplicationListener.forPayload(heard::add);
        Product.running().bean(ApplicationEventMulticaster.class).addApplicationListener(listener);
        return heard;
    }

    private static SpecialDay holiday(String date) {
        return new SpecialDay(day(date), Kind.HOLIDAY, "劳动节");
    }

    private static SpecialDay worked(String date) {
        return new SpecialDay(day(date), Kind.WORKDAY, "劳动节");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
