package yici.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import yici.house.Product;
import yici.kit.ImportRefused;

class PublishedDaysTest {

    private final Calendars calendars = Product.running().bean(Calendars.class);
    private final LoadHolidays load = Product.running().bean(LoadHolidays.class);
    private final TransactionTemplate transaction = Product.running().bean(TransactionTemplate.class);

    @TempDir
    Path sample;

    @Test
    void spring_festival_2026_is_nine_days_long_and_two_saturdays_are_worked_for_it() {
        assertThat(calendars.of("").isWorkingDay(day("2026-02-14")))
                .as("Saturday, worked")
                .isTrue();
        for (int d = 15; d <= 23; d++)
            assertThat(calendars.of("").isWorkingDay(LocalDate.of(2026, 2, d))).isFalse();
        assertThat(calendars.of("").isWorkingDay(day("2026-02-24"))).isTrue();
        assertThat(calendars.of("").isWorkingDay(day("2026-02-28")))
                .as("Saturday, worked")
                .isTrue();
    }

    @Test
    void a_limit_across_spring_festival_skips_it_and_counts_the_days_worked_for_it() {
        var friday = day("2026-02-13");

        assertThat(calendars.of("").after(friday, 1)).isEqualTo("2026-02-14");
        assertThat(calendars.of("").after(friday, 2)).isEqualTo("2026-02-24");
        assertThat(calendars.of("").after(friday, 5)).isEqualTo("2026-02-27");
        assertThat(calendars.of("").after(friday, 6)).isEqualTo("2026-02-28");
        assertThat(calendars.of("").after(friday, 7)).isEqualTo("2026-03-02");
        assertThat(calendars.of("").left(friday, day("2026-03-02"))).isEqualTo(7);
    }

    @Test
    void a_limit_across_national_day_2026_skips_seven_days() {
        assertThat(calendars.of("").after(day("2026-09-30"), 1)).isEqualTo("2026-10-08");
        assertThat(calendars.of("").after(day("2026-09-30"), 3)).isEqualTo("2026-10-10"); // Saturday, worked
        assertThat(calendars.of("").after(day("2026-09-18"), 5)).isEqualTo("2026-09-24"); // Sunday 20th worked
    }

    @Test
    void a_year_not_yet_published_counts_as_plain_weekends() {
        assertThat(calendars.of("").isWorkingDay(day("2027-02-08"))).isTrue();
        assertThat(calendars.of("").after(day("2027-10-01"), 1)).isEqualTo("2027-10-04");
    }

    @Test
    void once_past_the_days_left_are_negative() {
        assertThat(calendars.of("").left(day("2026-11-23"), day("2026-11-23"))).isZero();
        assertThat(calendars.of("").left(day("2026-11-24"), day("2026-11-23"))).isEqualTo(-1);
        assertThat(calendars.of("").left(day("2026-11-21"), day("2026-11-20")))
                .as("Saturday after the last day")
                .isEqualTo(-1);
        assertThat(calendars.of("").left(day("2026-11-25"), day("2026-11-20"))).isEqualTo(-3);
    }

    @Test
    void loading_a_year_again_replaces_it_and_is_seen_at_once() throws IOException {
        write("date,type,name\n2031-05-01,holiday,劳动节\n2031-05-03,workday,劳动节\n");
        transaction.executeWithoutResult(_ -> load.load(sample));
        assertThat(calendars.of("").isWorkingDay(day("2031-05-01"))).isFalse();
        assertThat(calendars.of("").isWorkingDay(day("2031-05-03"))).isTrue();

        write("date,type,name\n2031-05-02,holiday,劳动节\n");
        transaction.executeWithoutResult(_ -> load.load(sample));
        assertThat(calendars.of("").isWorkingDay(day("2031-05-01"))).isTrue();
        assertThat(calendars.of("").isWorkingDay(day("2031-05-02"))).isFalse();
        assertThat(calendars.of("").isWorkingDay(day("2026-02-14")))
                .as("other years stay")
                .isTrue();
    }

    @Test
    void a_wrong_line_is_refused_by_name() throws IOException {
        refused("2031-05-01,dayoff,x", "holidays-cn.csv:2: 2031-05-01: unknown type dayoff");
        refused("2031-02-30,holiday,x", "holidays-cn.csv:2: 2031-02-30: is not a date");
        refused(
                "2031-05-05,workday,x",
                "holidays-cn.csv:2: 2031-05-05: a make-up working day is no Saturday or Sunday");
        refused("2031-05-01,holiday,x\n2031-05-01,workday,x", "holidays-cn.csv:3: 2031-05-01: date stands twice");
    }

    private void refused(String lines, String message) throws IOException {
        write("date,type,name\n" + lines + "\n");
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> load.load(sample)))
                .isInstanceOf(ImportRefused.class)
                .hasMessage(message);
    }

    private void write(String text) throws IOException {
        Files.writeString(sample.resolve("holidays-cn.csv"), text);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
