package yici.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.calendar.Published.CALENDAR;
import static yici.calendar.Published.clock;
import static yici.calendar.Published.on;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yici.calendar.LegalClock.Extending;
import yici.calendar.LegalClock.Pausing;
import yici.calendar.LegalClock.Resuming;

class LegalClockTest {

    private static final Article ART_45 = new Article("licence", "45");

    /** Accepted on Monday 2 November 2026; twenty working days end on Monday the 30th. */
    private final LegalClock decision = clock("licence.decision", "2026-11-02");

    @Test
    void a_pause_takes_away_the_days_after_it_was_told_until_and_with_the_day_it_ended() {
        var paused = pause(decision, Cause.HEARING, "2026-11-09", "2026-11-16");
        assertThat(Reckoning.due(paused, CALENDAR))
                .isEqualTo(new Due.Stopped(
                        day("2026-11-09"),
                        Cause.HEARING,
                        Limit.workingDays(15),
                        Optional.of(day("2026-11-16")),
                        Optional.of(day("2026-12-07"))));

        var resumed = resume(paused, "2026-11-13"); // four working days were taken away
        assertThat(on(resumed).day()).isEqualTo("2026-12-04");
    }

    @Test
    void a_public_notice_ends_by_itself_a_hearing_by_an_act() {
        var noticed = pause(decision, Cause.PUBLIC_NOTICE, "2026-11-09", "2026-11-16");

        assertThat(on(noticed).day()).isEqualTo("2026-12-07");
        assertThat(noticed.pausedOn(day("2026-11-09"))).isPresent();
        assertThat(noticed.pausedOn(day("2026-11-15"))).isPresent();
        assertThat(noticed.pausedOn(day("2026-11-16"))).isEmpty();
        assertThat(resume(noticed, "2026-11-12").pauses().getFirst().end())
                .hasValue(LocalDateTime.of(2026, 11, 12, 23, 59, 59));
    }

    @Test
    void two_pauses_that_overlap_take_each_day_once() {
        var first = Pause.of(Cause.TEST, day("2026-11-09"), Optional.empty(), Optional.of(day("2026-11-13")));
        var second = Pause.of(Cause.HEARING, day("2026-11-11"), Optional.empty(), Optional.of(day("2026-11-17")));
        var both = new LegalClock(
                decision.rule(),
                decision.limit(),
                decision.started(),
                java.util.List.of(first, second),
                decision.extensions());

        assertThat(on(both).day()).isEqualTo("2026-12-08");
    }

    @Test
    void a_pause_after_the_last_day_changes_nothing() {
        assertThat(on(pause(decision, Cause.HEARING, "2026-11-30", "2026-12-30"))
                        .day())
                .isEqualTo("2026-11-30");
        assertThat(refusedPause(decision, Cause.HEARING, "2026-12-01", Optional.of(day("2026-12-30"))))
                .isEqualTo(Pausing.Reason.AFTER_THE_END);
    }

    @Test
    void a_pause_without_cause_without_time_twice_or_before_the_start_is_refused() {
        assertThat(refusedPause(decision, Cause.THIRD_PARTY, "2026-11-09", Optional.of(day("2026-11-20"))))
                .isEqualTo(Pausing.Reason.CAUSE_NOT_ALLOWED);
        assertThat(refusedPause(decision, Cause.EXPERT_REVIEW, "2026-11-09", Optional.empty()))
                .isEqualTo(Pausing.Reason.NO_TIME_NAMED);
        assertThat(refusedPause(decision, Cause.EXPERT_REVIEW, "2026-11-09", Optional.of(day("2026-11-06"))))
                .isEqualTo(Pausing.Reason.ENDS_BEFORE_IT_BEGINS);
        assertThat(refusedPause(decision, Cause.EXPERT_REVIEW, "2026-11-01", Optional.of(day("2026-11-06"))))
                .isEqualTo(Pausing.Reason.BEFORE_THE_START);
        var paused = pause(decision, Cause.HEARING, "2026-11-09", "2026-11-16");
        assertThat(refusedPause(paused, Cause.TEST, "2026-11-10", Optional.of(day("2026-11-12"))))
                .isEqualTo(Pausing.Reason.ALREADY_PAUSED);
    }

    @Test
    void waiting_for_a_correction_needs_no_planned_end() {
        var paused = (Pausing.Done) decision.pause(
                Cause.CORRECTION, Cause.CORRECTION.article(), day("2026-11-09"), Optional.empty(), CALENDAR);

        assertThat(Reckoning.due(paused.clock(), CALENDAR))
                .isEqualTo(new Due.Stopped(
                        day("2026-11-09"),
                        Cause.CORRECTION,
                        Limit.workingDays(15),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void resuming_what_runs_or_before_it_stopped_is_refused() {
        assertThat(decision.resume(day("2026-11-10"))).isEqualTo(new Resuming.Refused(Resuming.Reason.NOT_PAUSED));
        assertThat(pause(decision, Cause.HEARING, "2026-11-09", "2026-11-16").resume(day("2026-11-06")))
                .isEqualTo(new Resuming.Refused(Resuming.Reason.BEFORE_THE_PAUSE));
    }

    @Test
    void an_extension_by_whom_the_law_names_moves_the_end_and_only_once() {
        var extended = (Extending.Done) extend(decision, 10, Optional.of(Approver.HEAD_OF_AUTHORITY), "2026-11-30");
        assertThat(on(extended.clock()).day()).isEqualTo("2026-12-14");

        assertThat(extend(extended.clock(), 1, Optional.of(Approver.HEAD_OF_AUTHORITY), "2026-12-01"))
                .isEqualTo(refused(Extending.Reason.GIVEN_ALREADY));
    }

    @Test
    void an_extension_without_approver_by_another_too_long_or_too_late_is_refused_naming_the_article() {
        assertThat(extend(decision, 10, Optional.empty(), "2026-11-30"))
                .isEqualTo(refused(Extending.Reason.NO_APPROVER));
        assertThat(extend(decision, 10, Optional.of(Approver.HEAD_OF_GOVERNMENT), "2026-11-30"))
                .isEqualTo(refused(Extending.Reason.WRONG_APPROVER));
        assertThat(extend(decision, 11, Optional.of(Approver.HEAD_OF_AUTHORITY), "2026-11-30"))
                .isEqualTo(refused(Extending.Reason.TOO_LONG));
        assertThat(extend(decision, 10, Optional.of(Approver.HEAD_OF_AUTHORITY), "2026-12-01"))
                .isEqualTo(refused(Extending.Reason.AFTER_THE_END));
        assertThat(decision.extend(Limit.days(3), Optional.of(Approver.HEAD_OF_AUTHORITY), day("2026-11-30"), CALENDAR))
                .isEqualTo(refused(Extending.Reason.OTHER_UNIT));
        assertThat(extend(
                        clock("licence.correction", "2026-11-02"),
                        1,
                        Optional.of(Approver.HEAD_OF_AUTHORITY),
                        "2026-11-03"))
                .isEqualTo(new Extending.Refused(Extending.Reason.NOT_FORESEEN, new Article("licence", "32")));
    }

    @Test
    void told_of_an_extension_on_day_twenty_the_requester_waits_twenty_more() {
        var answer = clock("disclosure.answer", "2026-11-02");
        var extended =
                (Extending.Done) extend(answer, 20, Optional.of(Approver.HEAD_OF_INFORMATION_OFFICE), "2026-11-30");

        assertThat(on(extended.clock()).day()).isEqualTo("2026-12-28");
    }

    @Test
    void a_restart_forgets_pauses_and_extensions() {
        var stirred = pause(decision, Cause.HEARING, "2026-11-09", "2026-11-16");
        var again = stirred.restart(LocalDateTime.of(2026, 11, 16, 9, 0));

        assertThat(again.pauses()).isEmpty();
        assertThat(on(again).day()).isEqualTo("2026-12-14");
    }

    @Test
    void supervision_warns_at_four_fifths_shows_yellow_on_the_first_day_over_and_red_a_fifth_later() {
        assertThat(supervision(decision, "2026-11-20")).isEqualTo(Supervision.NORMAL); // 14 used
        assertThat(supervision(decision, "2026-11-24")).isEqualTo(Supervision.WARNING); // 16 used
        assertThat(supervision(decision, "2026-11-30")).isEqualTo(Supervision.WARNING);
        assertThat(supervision(decision, "2026-12-01")).isEqualTo(Supervision.YELLOW);
        assertThat(supervision(decision, "2026-12-03")).isEqualTo(Supervision.YELLOW); // 3 over
        assertThat(supervision(decision, "2026-12-04")).isEqualTo(Supervision.RED); // 4 over: a fifth of twenty
        var correction = clock("licence.correction", "2026-11-02"); // ends on the 9th
        assertThat(supervision(correction, "2026-11-11")).isEqualTo(Supervision.YELLOW);
        assertThat(supervision(correction, "2026-11-12")).isEqualTo(Supervision.RED); // 3 over at least
    }

    @Test
    void supervision_stays_as_of_the_pause() {
        var paused = pause(decision, Cause.HEARING, "2026-11-20", "2027-01-20");

        assertThat(supervision(paused, "2026-12-31")).isEqualTo(Supervision.NORMAL);
        assertThat(Reckoning.left(paused, CALENDAR, day("2026-12-31"))).isEqualTo(6);
        assertThat(Reckoning.used(paused, CALENDAR, day("2026-12-31"))).isEqualTo(14);
    }

    @Test
    void days_left_are_signed_and_used_ones_are_the_authoritys_own() {
        assertThat(Reckoning.left(decision, CALENDAR, day("2026-11-02"))).isEqualTo(20);
        assertThat(Reckoning.left(decision, CALENDAR, day("2026-11-30"))).isZero();
        assertThat(Reckoning.left(decision, CALENDAR, day("2026-12-02"))).isEqualTo(-2);
        var resumed = resume(pause(decision, Cause.HEARING, "2026-11-09", "2026-11-16"), "2026-11-13");
        assertThat(Reckoning.used(resumed, CALENDAR, day("2026-11-16"))).isEqualTo(6);
    }

    private static LegalClock pause(LegalClock clock, Cause cause, String told, String planned) {
        return ((Pausing.Done) clock.pause(cause, ART_45, day(told), Optional.of(day(planned)), CALENDAR)).clock();
    }

    private static Pausing.Reason refusedPause(
            LegalClock clock, Cause cause, String told, Optional<LocalDate> planned) {
        return ((Pausing.Refused) clock.pause(cause, ART_45, day(told), planned, CALENDAR)).reason();
    }

    private static LegalClock resume(LegalClock clock, String on) {
        return ((Resuming.Done) clock.resume(day(on))).clock();
    }

    private static Extending extend(LegalClock clock, int by, Optional<Approver> approver, String on) {
        return clock.extend(Limit.workingDays(by), approver, day(on), CALENDAR);
    }

    private static Extending.Refused refused(Extending.Reason reason) {
        return new Extending.Refused(reason, new Article("licence", "42"));
    }

    private static Supervision supervision(LegalClock clock, String today) {
        return Reckoning.supervision(clock, CALENDAR, day(today));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
