package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.casework.CaseState.ACCEPTED;
import static yici.casework.CaseState.APPROVED;
import static yici.casework.CaseState.SPECIAL_PROCEDURE;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Application;
import yici.calendar.Cause;
import yici.calendar.LegalClock.Extending;
import yici.calendar.LegalClock.Pausing;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.View;

/** Acts of law in the life of a case: what starts, stops and ends its clocks, and what their silence does. */
class ClocksOfCasesTest {

    /** A Thursday; off are 25 to 27 September and 1 to 7 October, 10 October is a Saturday worked for them. */
    private static final LocalDate FILED = LocalDate.of(2026, 9, 24);

    private final SignedIn lina = Office.applicant("李娜");
    private final SignedIn federation = Office.officer("disabled-federation", "罗科长");

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void the_national_holiday_does_not_count_and_the_saturday_worked_for_it_does() {
        var application = newCard(LocalDate.of(2026, 9, 28));

        var received = LocalDate.of(2026, 9, 28);
        assertThat(accept(application)).isEqualTo(calendarOf().after(received, 5));
        assertThat(accept(application)).isEqualTo(LocalDate.of(2026, 10, 10));
    }

    @Test
    void silence_for_five_working_days_accepts_on_the_lawful_day_however_long_the_process_slept() {
        var application = newCard(FILED);
        Office.at(LocalDate.of(2026, 11, 2));

        Office.law(application);

        var file = file(application);
        assertThat(file.state()).isEqualTo(ACCEPTED);
        assertThat(file.standing().receivedOn()).contains(FILED);
        assertThat(when(application, CaseAct.DEEMED_ACCEPTED))
                .containsExactly(calendarOf().after(FILED, 5).plusDays(1));
    }

    @Test
    void an_act_of_law_is_written_once_whoever_wakes_up() throws Exception {
        var application = newCard(FILED);
        Office.at(LocalDate.of(2026, 12, 15));

        try (var nodes = Executors.newFixedThreadPool(4)) {
            var all = nodes.invokeAll(Collections.nCopies(4, Executors.callable(() -> Office.law(application))));
            for (var node : all) node.get();
        }

        assertThat(when(application, CaseAct.DEEMED_ACCEPTED)).hasSize(1);
        assertThat(when(application, CaseAct.PROMISE_OVERRUN)).hasSize(1);
        assertThat(when(application, CaseAct.WHOLE_OVERRUN)).hasSize(1);
    }

    @Test
    void who_is_late_is_late_from_the_day_after_the_promise() {
        var application = newCard(FILED);
        accept(application, FILED);
        var due = file(application).standing().dueOn();
        Office.at(due.plusDays(40));

        Office.law(application);

        assertThat(when(application, CaseAct.PROMISE_OVERRUN)).containsExactly(due.plusDays(1));
        assertThat(clock(application, CaseTime.PROMISED).told()).isEqualTo(5);
    }

    @Test
    void a_special_procedure_takes_its_working_days_out_and_ends_by_itself_on_the_day_that_was_named() {
        var application = newCard(LocalDate.of(2026, 10, 19));
        accept(application, LocalDate.of(2026, 10, 19));
        var before = file(application).standing().dueOn();
        Office.at(LocalDate.of(2026, 10, 20));

        var acted = stop(application, Cause.EXPERT_REVIEW, LocalDate.of(2026, 10, 27));
        Office.at(LocalDate.of(2026, 11, 3));
        Office.law(application);

        assertThat(acted).isEqualTo(new Acted.Done(SPECIAL_PROCEDURE));
        assertThat(file(application).state()).isEqualTo(ACCEPTED);
        assertThat(file(application).standing().dueOn()).isEqualTo(calendarOf().after(before, 5));
        assertThat(when(application, CaseAct.RESUMED)).containsExactly(LocalDate.of(2026, 10, 27));
    }

    @Test
    void a_second_click_stops_a_clock_once_and_prolongs_nothing() {
        var application = newCard(LocalDate.of(2026, 10, 19));
        accept(application, LocalDate.of(2026, 10, 19));

        var first = stop(application, Cause.EXPERT_REVIEW, LocalDate.of(2026, 10, 27));
        var second = stop(application, Cause.EXPERT_REVIEW, LocalDate.of(2026, 10, 27));
        var prolonged = Office.bean(ExtendLimit.class)
                .extend(federation, application.id(), 1, CaseTime.DECISION, 5, "理事长 孙", "补充核查");
        var runs = Office.bean(StopClock.class).runAgain(federation, application.id(), 1, "");
        var again = Office.bean(StopClock.class).runAgain(federation, application.id(), 1, "");

        assertThat(List.of(first, second)).containsOnly(new Acted.Done(SPECIAL_PROCEDURE));
        assertThat(prolonged).isEqualTo(new Acted.NotNow(SPECIAL_PROCEDURE));
        assertThat(List.of(runs, again)).containsOnly(new Acted.Done(ACCEPTED));
        assertThat(when(application, CaseAct.STOPPED)).hasSize(1);
        assertThat(when(application, CaseAct.RESUMED)).hasSize(1);
    }

    @Test
    void while_the_clock_stands_still_nobody_is_late() {
        var application = newCard(LocalDate.of(2026, 10, 19));
        accept(application, LocalDate.of(2026, 10, 19));
        stop(application, Cause.APPRAISAL, LocalDate.of(2027, 3, 1));
        Office.at(LocalDate.of(2027, 2, 1));

        Office.law(application);

        assertThat(when(application, CaseAct.PROMISE_OVERRUN)).isEmpty();
        assertThat(when(application, CaseAct.WHOLE_OVERRUN)).isEmpty();
        assertThat(file(application).standing().time().redOn()).isEmpty();
    }

    @Test
    void nothing_stands_still_without_a_cause_the_law_knows_and_the_time_it_takes() {
        var application = newCard(FILED);
        accept(application, FILED);
        var stopClock = Office.bean(StopClock.class);

        assertThat(stopClock.stop(
                        federation, application.id(), 1, Optional.empty(), Optional.of(FILED.plusDays(9)), "忙"))
                .isEqualTo(new Acted.Missing("cause"));
        assertThat(stopClock.stop(federation, application.id(), 1, Optional.of(Cause.TEST), Optional.empty(), "检测"))
                .isEqualTo(new Acted.Missing("planned"));
        assertThat(stop(application, Cause.TEST, FILED.minusDays(1)))
                .isInstanceOfSatisfying(
                        Acted.MayNotStop.class,
                        no -> assertThat(no.why().reason()).isEqualTo(Pausing.Reason.ENDS_BEFORE_IT_BEGINS));
        assertThat(stop(application, Cause.THIRD_PARTY, FILED.plusDays(9))).isInstanceOf(Acted.MayNotStop.class);
        assertThat(file(application).state()).isEqualTo(ACCEPTED);
    }

    @Test
    void an_extension_needs_an_approver_and_is_given_once() {
        var licence = food();
        var market = Office.officer("market", "何科长");
        int no = Office.file(licence, "food-licence").no();
        Office.bean(AcceptCase.class).accept(market, licence.id(), no);
        var extend = Office.bean(ExtendLimit.class);

        assertThat(extend.extend(market, licence.id(), no, CaseTime.DECISION, 10, " ", "补充核查"))
                .satisfies(acted -> refused(acted, Extending.Reason.NO_APPROVER));
        assertThat(extend.extend(market, licence.id(), no, CaseTime.DECISION, 11, "局长 赵", "补充核查"))
                .satisfies(acted -> refused(acted, Extending.Reason.TOO_LONG));
        assertThat(extend.extend(market, licence.id(), no, CaseTime.DECISION, 10, "局长 赵", "补充核查"))
                .isEqualTo(new Acted.Done(ACCEPTED));
        assertThat(extend.extend(market, licence.id(), no, CaseTime.DECISION, 1, "局长 赵", "再延"))
                .satisfies(acted -> refused(acted, Extending.Reason.GIVEN_ALREADY));
        var clock = running(licence).open(no, CaseTime.DECISION).orElseThrow();
        assertThat(clock.clock().total().value()).isEqualTo(30);
    }

    @Test
    void the_joint_limit_of_several_bodies_is_prolonged_once_by_the_head_of_the_government() {
        var licence = Office.files(lina, "43TCN0003", Map.of(), "food-licence", "fire-general");
        var market = Office.officer("market", "何科长");
        int no = Office.file(licence, "food-licence").no();
        Office.bean(AcceptCase.class).accept(market, licence.id(), no);
        var extend = Office.bean(ExtendLimit.class);

        assertThat(extend.extend(market, licence.id(), no, CaseTime.JOINT, 16, "副市长 钱", "现场联合核查"))
                .satisfies(acted -> refused(acted, Extending.Reason.TOO_LONG));
        assertThat(extend.extend(market, licence.id(), no, CaseTime.JOINT, 15, "副市长 钱", "现场联合核查"))
                .isEqualTo(new Acted.Done(ACCEPTED));
        assertThat(extend.extend(market, licence.id(), no, CaseTime.JOINT, 1, "副市长 钱", "再延"))
                .satisfies(acted -> refused(acted, Extending.Reason.GIVEN_ALREADY));
        var joint = running(licence).open(RunningClocks.WHOLE, CaseTime.JOINT).orElseThrow();
        assertThat(joint.clock().total().value()).isEqualTo(60);
    }

    @Test
    void a_case_is_late_while_the_whole_is_in_time() {
        var application = newCard(FILED);
        accept(application, FILED);
        Office.at(file(application).standing().dueOn().plusDays(3));

        Office.law(application);

        assertThat(when(application, CaseAct.PROMISE_OVERRUN)).hasSize(1);
        assertThat(when(application, CaseAct.WHOLE_OVERRUN)).isEmpty();
    }

    @Test
    void the_whole_is_late_while_every_case_is_in_time() {
        Office.at(LocalDate.of(2026, 10, 19));
        var application = Office.files(lina, "43TCN0003", Map.of(), "food-licence");
        var market = Office.officer("market", "何科长");
        Office.at(LocalDate.of(2026, 10, 22));
        Office.bean(AskCorrection.class).ask(market, application.id(), 1, List.of(), List.of(), "请补充说明");
        Office.at(LocalDate.of(2026, 10, 26));
        Office.bean(AnswerCorrection.class).answer(lina, application.id(), 1, Map.of(), List.of());
        Office.bean(AcceptCase.class).accept(market, application.id(), 1);
        Office.at(LocalDate.of(2026, 10, 30));

        Office.law(application);

        assertThat(when(application, CaseAct.WHOLE_OVERRUN)).hasSize(1);
        assertThat(when(application, CaseAct.PROMISE_OVERRUN)).isEmpty();
    }

    private static void refused(Acted acted, Extending.Reason reason) {
        assertThat(acted).isInstanceOfSatisfying(Acted.MayNotExtend.class, no -> {
            assertThat(no.why().reason()).isEqualTo(reason);
            assertThat(no.why().article().number()).isEqualTo("42");
        });
    }

    @Test
    void a_renewal_filed_31_days_before_the_licence_runs_out_and_left_undecided_is_renewed_at_midnight() {
        var last = FILED.plusDays(31);
        var application = renewal(FILED, last);
        Office.at(last.plusDays(20));

        Office.law(application);

        assertThat(file(application).state()).isEqualTo(APPROVED);
        assertThat(when(application, CaseAct.RENEWED_BY_LAW)).containsExactly(last.plusDays(1));
        assertThat(file(application).standing().decision())
                .hasValueSatisfying(d -> assertThat(d.at())
                        .isEqualTo(last.plusDays(1).atStartOfDay(View.ZONE).toInstant()));
    }

    @Test
    void a_renewal_filed_too_late_is_not_renewed_by_silence() {
        var last = FILED.plusDays(29);
        var application = renewal(FILED, last);
        Office.at(last.plusDays(20));

        Office.law(application);

        assertThat(when(application, CaseAct.RENEWED_BY_LAW)).isEmpty();
        assertThat(file(application).state()).isEqualTo(ACCEPTED);
    }

    @Test
    void the_whole_goes_on_while_one_body_can_work_and_stands_still_when_none_can() {
        var application =
                Office.files(lina, "43PCP0008", Map.of("deathCertNo", "4305230001"), "mi-terminate", "pension-stop");
        var first = Office.file(application, "mi-terminate");
        var second = Office.file(application, "pension-stop");
        var ask = Office.bean(AskCorrection.class);

        ask.ask(officerOf(first), application.id(), first.no(), List.of(), List.of(), "请补充");
        var still = running(application)
                .open(RunningClocks.WHOLE, CaseTime.WHOLE_PROMISED)
                .orElseThrow();
        ask.ask(officerOf(second), application.id(), second.no(), List.of(), List.of(), "请补充");
        var stands = running(application)
                .open(RunningClocks.WHOLE, CaseTime.WHOLE_PROMISED)
                .orElseThrow();

        assertThat(still.state()).isEqualTo(CaseClock.State.RUNNING);
        assertThat(stands.state()).isEqualTo(CaseClock.State.STANDING);
    }

    @Test
    void the_days_a_body_used_are_its_own_days_only() {
        var application = newCard(LocalDate.of(2026, 10, 19));
        accept(application, LocalDate.of(2026, 10, 19));
        Office.at(LocalDate.of(2026, 10, 20));
        stop(application, Cause.EXPERT_REVIEW, LocalDate.of(2026, 10, 27));
        Office.at(LocalDate.of(2026, 10, 29));
        Office.law(application);

        Office.approve(federation, application, "card-new");

        assertThat(file(application).standing().time().usedDays()).contains(3);
    }

    @Test
    void a_licence_is_delivered_when_the_applicant_opens_it_and_late_after_ten_working_days() {
        var opened = newCard(FILED);
        var forgotten = newCard(FILED);
        Office.approve(federation, opened, "card-new");
        Office.approve(federation, forgotten, "card-new");

        Office.bean(DeliverResult.class).opened(lina, opened.id(), 1, 1);
        Office.at(FILED.plusDays(60));
        Office.law(opened);
        Office.law(forgotten);

        assertThat(when(opened, CaseAct.DELIVERED)).containsExactly(FILED);
        assertThat(when(opened, CaseAct.DELIVERY_OVERRUN)).isEmpty();
        assertThat(when(forgotten, CaseAct.DELIVERY_OVERRUN))
                .containsExactly(calendarOf().after(FILED, 10).plusDays(1));
    }

    @Test
    void an_answer_to_a_correction_begins_the_clocks_anew_and_keeps_what_the_body_had_used() {
        var application = newCard(LocalDate.of(2026, 10, 19));
        Office.at(LocalDate.of(2026, 10, 22));
        Office.bean(AskCorrection.class).ask(federation, application.id(), 1, List.of(), List.of(), "请补充说明");
        Office.at(LocalDate.of(2026, 11, 2));

        Office.bean(AnswerCorrection.class).answer(lina, application.id(), 1, Map.of(), List.of());

        var clock = clock(application, CaseTime.PROMISED);
        assertThat(clock.clock().startDay()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(clock.usedBefore()).isEqualTo(3);
        assertThat(accept(application)).isEqualTo(LocalDate.of(2026, 11, 9));
    }

    private Application newCard(LocalDate on) {
        Office.at(on);
        return Office.files(lina, "43PCN0012", Map.of(), "card-new");
    }

    private Application renewal(LocalDate on, LocalDate last) {
        Office.at(on);
        return Office.files(lina, "43PCN0012", Map.of("certExpiryDate", last.toString()), "card-renew");
    }

    private Application food() {
        return Office.files(lina, "43TCN0003", Map.of(), "food-licence");
    }

    private SignedIn officerOf(CaseFile file) {
        return Office.officer(file.planned().department(), "经办人");
    }

    private void accept(Application application, LocalDate on) {
        Office.at(on);
        Office.bean(AcceptCase.class).accept(federation, application.id(), 1);
    }

    private Acted stop(Application application, Cause cause, LocalDate planned) {
        return Office.bean(StopClock.class)
                .stop(federation, application.id(), 1, Optional.of(cause), Optional.of(planned), "需要组织专家评审");
    }

    private static yici.calendar.WorkCalendar calendarOf() {
        return Office.bean(Clocks.class).calendar(Office.AREA);
    }

    private static LocalDate accept(Application application) {
        return file(application).standing().acceptBy().orElseThrow();
    }

    private static CaseFile file(Application application) {
        return Office.bean(Bundles.class).cases(application.id()).getFirst();
    }

    private static RunningClocks running(Application application) {
        return Office.bean(ClockStore.class).of(application.id());
    }

    private static CaseClock clock(Application application, String rule) {
        return running(application).of(1).stream()
                .filter(c -> c.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** On which days, in the province, an act stands in the timeline. */
    private static List<LocalDate> when(Application application, CaseAct act) {
        return Office.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select at from casework.act where application_id = :id and kind = :kind order by seq")
                .param("id", application.id())
                .param("kind", act.name())
                .query((row, _) -> Bundles.instant(row, "at").orElseThrow())
                .list()
                .stream()
                .map(at -> LocalDate.ofInstant(at, View.ZONE))
                .toList();
    }
}
