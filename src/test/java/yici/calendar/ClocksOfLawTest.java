package yici.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.calendar.Published.CALENDAR;
import static yici.calendar.Published.clock;
import static yici.calendar.Published.on;
import static yici.calendar.Published.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yici.kit.Language;

/** Each clock of the law on real dates; the ends were counted on paper calendars of the years. */
class ClocksOfLawTest {

    /** Across Spring Festival, from a make-up Saturday, across National Day with its make-up days, over New Year, over a leap day. */
    @ParameterizedTest
    @CsvSource({
        "licence.correction, 2026-02-24, 2026-09-23, 2026-01-07, 2024-03-05, 2026-02-28",
        "licence.decision, 2026-03-16, 2026-10-21, 2026-01-28, 2024-03-26, 2026-03-20",
        "licence.joint, 2026-04-21, 2026-11-25, 2026-03-10, 2024-04-30, 2026-04-27",
        "licence.review, 2026-03-16, 2026-10-21, 2026-01-28, 2024-03-26, 2026-03-20",
        "licence.delivery, 2026-03-02, 2026-10-08, 2026-01-14, 2024-03-12, 2026-03-06",
        "licence.hearing-request, 2026-02-24, 2026-09-23, 2026-01-07, 2024-03-05, 2026-02-28",
        "licence.hearing, 2026-03-16, 2026-10-21, 2026-01-28, 2024-03-26, 2026-03-20",
        "licence.hearing-notice, 2026-01-30, 2026-09-08, 2025-12-19, 2024-02-18, 2026-02-05",
        "licence.renewal-application, 2026-01-11, 2026-08-18, 2025-11-30, 2024-01-28, 2026-01-15",
        "licence.inspection, 2026-02-24, 2026-09-23, 2026-01-07, 2024-03-05, 2026-02-28",
        "petition.inform, 2026-02-25, 2026-10-08, 2026-01-14, 2024-03-13, 2026-03-02",
        "petition.finish, 2026-04-13, 2026-11-16, 2026-02-28, 2024-04-28, 2026-04-15",
        "petition.review, 2026-03-12, 2026-10-19, 2026-01-29, 2024-03-28, 2026-03-16",
        "petition.re-review, 2026-03-12, 2026-10-19, 2026-01-29, 2024-03-28, 2026-03-16",
        "owed.evidence, 2026-03-02, 2026-10-08, 2026-01-14, 2024-03-12, 2026-03-06",
        "commitment.check, 2026-04-10, 2026-11-17, 2026-02-28, 2024-04-28, 2026-04-14",
        "disclosure.publication, 2026-03-16, 2026-10-21, 2026-01-28, 2024-03-26, 2026-03-20",
        "disclosure.guide, 2026-02-26, 2026-09-28, 2026-01-09, 2024-03-07, 2026-03-03",
        "disclosure.correction, 2026-03-09, 2026-10-14, 2026-01-21, 2024-03-19, 2026-03-13",
        "disclosure.answer, 2026-03-16, 2026-10-21, 2026-01-28, 2024-03-26, 2026-03-20",
        "disclosure.third-party, 2026-03-09, 2026-10-14, 2026-01-21, 2024-03-19, 2026-03-13",
        "disclosure.co-maker, 2026-03-09, 2026-10-14, 2026-01-21, 2024-03-19, 2026-03-13",
        "disclosure.report-department, 2026-03-10, 2026-10-17, 2026-01-30, 2024-03-27, 2026-03-14",
        "disclosure.report-government, 2026-05-10, 2026-12-17, 2026-03-30, 2024-05-27, 2026-05-14",
        "disclosure.report-city-unit, 2026-03-08, 2026-10-13, 2026-01-25, 2024-03-24, 2026-03-12",
        "disclosure.report-city-unit-published, 2026-03-10, 2026-10-15, 2026-01-27, 2024-03-26, 2026-03-14",
        "disclosure.report-county, 2026-04-02, 2026-11-07, 2026-02-19, 2024-04-18, 2026-04-06",
        "interpretation.publish, 2026-02-13, 2026-09-21, 2026-01-05, 2024-03-01, 2026-02-26",
        "website.error-report, 2026-02-13, 2026-09-21, 2026-01-05, 2024-03-01, 2026-02-26"
    })
    void each_clock_ends_on_the_day_the_law_says(
            String key,
            LocalDate springFestival,
            LocalDate nationalDay,
            LocalDate newYear,
            LocalDate leapDay,
            LocalDate makeUpSaturday) {
        assertThat(on(clock(key, "2026-02-10")).day()).isEqualTo(springFestival);
        assertThat(on(clock(key, "2026-09-17")).day()).isEqualTo(nationalDay);
        assertThat(on(clock(key, "2025-12-30")).day()).isEqualTo(newYear);
        assertThat(on(clock(key, "2024-02-27")).day()).isEqualTo(leapDay);
        assertThat(on(clock(key, "2026-02-14")).day()).isEqualTo(makeUpSaturday);
    }

    @Test
    void a_decision_over_spring_festival_is_due_on_the_twentieth_working_day_counted_by_hand() {
        // February: 11 12 13, Saturday 14 (worked), 24 25 26 27, Saturday 28 (worked); March: 2–6, 9–13, 16
        assertThat(on(clock("licence.decision", "2026-02-10")).day()).isEqualTo("2026-03-16");
    }

    @Test
    void the_last_day_ends_at_midnight_in_shanghai() {
        var due = on(clock("licence.correction", "2026-11-16"));

        assertThat(due.day()).isEqualTo("2026-11-23");
        assertThat(due.until()).isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
    }

    @Test
    void an_event_one_minute_before_midnight_and_one_after_lie_a_day_apart() {
        var before = LegalClock.of(rule("website.error-report"), LocalDateTime.of(2026, 11, 23, 23, 59));
        var after = LegalClock.of(rule("website.error-report"), LocalDateTime.of(2026, 11, 24, 0, 0));

        assertThat(on(before).day()).isEqualTo("2026-11-26");
        assertThat(on(after).day()).isEqualTo("2026-11-27");
    }

    @Test
    void a_year_that_is_not_published_makes_an_end_provisional_but_only_where_days_off_matter() {
        assertThat(on(clock("licence.decision", "2026-12-15")).provisional()).isTrue();
        assertThat(on(clock("licence.correction", "2026-12-15")).provisional()).isFalse();
        assertThat(on(clock("disclosure.report-department", "2026-12-31")).provisional())
                .as("ends on that day whatever it is")
                .isFalse();
        assertThat(on(clock("petition.inform", "2026-12-25")).provisional()).isTrue(); // 9 January 2027 is a Saturday
        assertThat(on(clock("licence.decision", "2026-02-10")))
                .isEqualTo(new Due.On(LocalDate.of(2026, 3, 16), Instant.parse("2026-03-16T16:00:00Z"), false, 3));
    }

    @Test
    void a_month_ends_on_the_same_number_or_the_last_of_the_month() {
        assertThat(on(clock("disclosure.report-department", "2025-12-31")).day())
                .isEqualTo("2026-01-31");
        assertThat(on(clock("disclosure.report-government", "2025-12-31")).day())
                .isEqualTo("2026-03-31");
        assertThat(on(clock("disclosure.report-city-unit", "2025-12-31")).day()).isEqualTo("2026-01-26");
        assertThat(on(clock("disclosure.report-city-unit-published", "2025-12-31"))
                        .day())
                .isEqualTo("2026-01-28");
        assertThat(on(clock("disclosure.report-county", "2025-12-31")).day()).isEqualTo("2026-02-20");
        assertThat(on(clock("disclosure.report-department", "2024-01-31")).day())
                .isEqualTo("2024-02-29");
        assertThat(on(clock("disclosure.report-department", "2025-01-31")).day())
                .isEqualTo("2025-02-28");
        assertThat(on(clock("disclosure.report-department", "2024-02-29")).day())
                .isEqualTo("2024-03-29");
    }

    @Test
    void a_licence_left_undecided_counts_as_renewed_when_its_last_day_is_over() {
        var filed = LocalDate.of(2026, 9, 10);
        var expires = LocalDate.of(2026, 10, 11);
        var renewal = LegalClock.of(rule("licence.renewal"), Limit.until(filed, expires), filed.atTime(9, 0));

        assertThat(on(renewal).day()).as("a Sunday, and yet").isEqualTo(expires);
        assertThat(on(renewal).until()).isEqualTo(Instant.parse("2026-10-11T16:00:00Z"));
        assertThat(renewal.rule().silence()).isEqualTo(Silence.DEEMED_RENEWED);
        assertThat(on(LegalClock.of(rule("licence.renewal-application"), expires.atStartOfDay()))
                        .day())
                .isAfterOrEqualTo(filed);
    }

    @Test
    void hours_run_from_the_moment_and_stand_still_for_hours() {
        var rule = History.rule(Unit.HOUR, false);
        var clock = LegalClock.of(rule, new Limit(24, Unit.HOUR), LocalDateTime.of(2026, 11, 20, 15, 30));
        assertThat(on(clock))
                .isEqualTo(new Due.On(LocalDate.of(2026, 11, 21), Instant.parse("2026-11-21T07:30:00Z"), false, 3));

        var paused = (LegalClock.Pausing.Done) clock.pause(
                Cause.TEST,
                Cause.TEST.article(),
                LocalDateTime.of(2026, 11, 20, 17, 0),
                Optional.of(LocalDateTime.of(2026, 11, 20, 20, 0)),
                CALENDAR);
        var resumed = (LegalClock.Resuming.Done) paused.clock().resume(LocalDateTime.of(2026, 11, 20, 20, 0));
        assertThat(on(resumed.clock()).until()).isEqualTo(Instant.parse("2026-11-21T10:30:00Z"));

        var wholeDay = clock.pause(
                Cause.TEST,
                Cause.TEST.article(),
                LocalDate.of(2026, 11, 20),
                Optional.of(LocalDate.of(2026, 11, 21)),
                CALENDAR);
        var after = (LegalClock.Resuming.Done)
                ((LegalClock.Pausing.Done) wholeDay).clock().resume(LocalDate.of(2026, 11, 21));
        assertThat(on(after.clock()).until()).isEqualTo(Instant.parse("2026-11-22T07:30:00Z"));
    }

    @Test
    void every_clock_has_its_name_in_five_languages_and_an_article() {
        for (var rule : ClocksFile.read(Published.CLOCKS)) {
            assertThat(rule.name().texts()).containsOnlyKeys(Language.values());
            assertThat(rule.article().law()).isNotBlank();
        }
    }

    @Test
    void the_limits_extensions_and_silences_are_those_of_the_law() {
        assertThat(rule("licence.decision").extension())
                .hasValue(new Extension(
                        Limit.workingDays(10), Approver.HEAD_OF_AUTHORITY, 1, new Article("licence", "42")));
        assertThat(rule("licence.joint").extension())
                .hasValue(new Extension(
                        Limit.workingDays(15), Approver.HEAD_OF_GOVERNMENT, 1, new Article("licence", "42")));
        assertThat(rule("petition.finish").extension().orElseThrow().limit()).isEqualTo(Limit.days(30));
        assertThat(rule("disclosure.answer").extension().orElseThrow().limit()).isEqualTo(Limit.workingDays(20));
        assertThat(rule("licence.correction").silence()).isEqualTo(Silence.DEEMED_ACCEPTED);
        assertThat(rule("licence.correction").extension()).isEmpty();
        assertThat(rule("disclosure.co-maker").silence()).isEqualTo(Silence.CONSENT);
        assertThat(rule("owed.evidence").admits(Limit.workingDays(5))).isTrue();
        assertThat(rule("owed.evidence").admits(Limit.workingDays(15))).isTrue();
        assertThat(rule("owed.evidence").admits(Limit.workingDays(16))).isFalse();
        assertThat(rule("owed.evidence").admits(Limit.days(10))).isFalse();
    }
}
