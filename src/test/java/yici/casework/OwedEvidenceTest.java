package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.casework.CaseState.ACCEPTED;
import static yici.casework.CaseState.APPROVED;
import static yici.casework.CaseState.REFUSED;
import static yici.casework.CaseState.RETURNED;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.application.Application;
import yici.application.Filed;
import yici.calendar.Cause;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.View;

/** 容缺受理: the application is taken without a document that may come later, and the case waits for it. */
class OwedEvidenceTest {

    /** A Monday; no holiday in the four weeks after it. */
    private static final LocalDate FILED = LocalDate.of(2026, 10, 19);

    private final SignedIn lina = Office.applicant("李娜");
    private final SignedIn federation = Office.officer("disabled-federation", "罗科长");
    private final SignedIn market = Office.officer("market", "何科长");

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void the_case_is_accepted_without_the_document_and_says_until_when_it_waits() {
        var application = lostCard();

        Office.bean(AcceptCase.class).accept(federation, application.id(), 1);

        assertThat(file(application).state()).isEqualTo(ACCEPTED);
        assertThat(due(application)).contains(FILED.plusDays(7)); // five working days
        assertThat(paper(application, DocumentKind.ACCEPTANCE).paragraphs().getFirst())
                .contains("容缺受理");
        assertThat(paper(application, DocumentKind.ACCEPTANCE).lines("owed")).containsExactly("证件遗失声明");
    }

    @Test
    void nothing_is_granted_while_it_is_owed_but_the_case_can_be_refused() {
        var application = lostCard();

        assertThat(Office.approve(federation, application, "card-lost"))
                .isInstanceOfSatisfying(
                        Acted.StillOwed.class,
                        still -> assertThat(still.owed())
                                .extracting(Debt::evidence)
                                .containsExactly("loss-statement"));
        assertThat(Office.refuse(federation, application, "card-lost", "不符合条件")).isEqualTo(new Acted.Done(REFUSED));
        assertThat(due(application)).isEmpty();
    }

    @Test
    void what_was_promised_stands_still_until_it_comes_and_runs_on_from_then() {
        var application = lostCard();
        var promised = running(application).open(1, CaseTime.PROMISED).orElseThrow();
        Office.at(FILED.plusDays(3));

        var supplied = supply(application, "loss-statement");

        assertThat(promised.state()).isEqualTo(CaseClock.State.STANDING);
        assertThat(supplied).isEqualTo(new SupplyOwed.Supplied.Received(List.of()));
        assertThat(running(application).open(1, CaseTime.OWED)).isEmpty();
        var now = running(application).open(1, CaseTime.PROMISED).orElseThrow();
        assertThat(now.dates().due()).contains(calendar().after(FILED.plusDays(3), 8));
        assertThat(file(application).standing().dueOn()).isEqualTo(calendar().after(FILED.plusDays(3), 8));
        assertThat(when(application, CaseAct.OWED_SUPPLIED)).containsExactly(FILED.plusDays(3));
        assertThat(Office.approve(federation, application, "card-lost")).isEqualTo(new Acted.Done(APPROVED));
    }

    @Test
    void a_reminder_comes_three_working_days_before_the_day_and_one_before_each_once() {
        var application = lostCard();
        var due = FILED.plusDays(7);
        for (var day = FILED; !day.isAfter(due); day = day.plusDays(1)) {
            Office.at(day);
            Office.law(application);
            Office.law(application);
        }

        assertThat(when(application, CaseAct.OWED_REMINDED))
                .containsExactly(calendar().before(due, 3), calendar().before(due, 1));
    }

    @Test
    void who_slept_over_the_first_reminder_gives_one_and_not_two() {
        var application = lostCard();
        var last = calendar().before(FILED.plusDays(7), 1);
        Office.at(last);

        Office.law(application);

        assertThat(when(application, CaseAct.OWED_REMINDED)).containsExactly(last);
    }

    @Test
    void what_does_not_come_returns_the_case_on_the_lawful_day_once_and_with_a_paper() throws Exception {
        var application = lostCard();
        Office.at(FILED.plusDays(30));

        try (var nodes = Executors.newFixedThreadPool(3)) {
            for (var node : nodes.invokeAll(Collections.nCopies(3, Executors.callable(() -> Office.law(application)))))
                node.get();
        }

        assertThat(file(application).state()).isEqualTo(RETURNED);
        assertThat(when(application, CaseAct.OWED_MISSED)).containsExactly(FILED.plusDays(8));
        assertThat(when(application, CaseAct.RETURNED)).hasSize(1);
        assertThat(when(application, CaseAct.PROMISE_OVERRUN)).isEmpty();
        assertThat(paper(application, DocumentKind.RETURN).paragraphs().getFirst())
                .contains("2026年10月26日前补交");
        assertThat(paper(application, DocumentKind.RETURN).remedies()).isNotEmpty();
    }

    @Test
    void a_returned_case_is_applied_for_again_with_what_was_owed() {
        var application = lostCard();
        Office.at(FILED.plusDays(30));
        Office.law(application);
        var reapply = Office.bean(ReapplyCase.class);

        assertThat(reapply.reapply(lina, application.id(), 1, Map.of(), List.of()))
                .isEqualTo(new ReapplyCase.Reapplied.Incomplete(Map.of(), List.of("loss-statement")));
        assertThat(reapply.reapply(lina, application.id(), 1, Map.of(), List.of(handed("loss-statement"))))
                .isEqualTo(new ReapplyCase.Reapplied.Done(2));
        assertThat(running(application).open(1, CaseTime.OWED)).isEmpty();
        assertThat(Office.approve(federation, application, "card-lost")).isEqualTo(new Acted.Done(APPROVED));
    }

    @Test
    void where_the_guide_says_so_it_is_refused_with_reasons_and_remedies() {
        Office.at(FILED);
        var application = Filed.owing(
                lina.account(),
                lina.name(),
                "43TCN0003",
                Office.AREA,
                Map.of(),
                List.of("food-system-list"),
                "food-licence");
        Office.bean(AcceptCase.class).accept(market, application.id(), 1);
        Office.at(FILED.plusDays(60));

        Office.law(application);

        assertThat(file(application).state()).isEqualTo(REFUSED);
        assertThat(when(application, CaseAct.REFUSED))
                .containsExactly(calendar().after(FILED, 15).plusDays(1));
        var paper = paper(application, DocumentKind.REFUSAL);
        assertThat(paper.paragraphs().getFirst()).contains("期满未收到补交的材料").contains("不予行政许可");
        assertThat(paper.of("reason")).contains("容缺材料到期未补交");
        assertThat(paper.remedies()).contains("行政复议");
    }

    @Test
    void what_comes_a_minute_too_late_finds_the_case_returned_if_no_job_was_faster() {
        var application = lostCard();
        Office.at(FILED.plusDays(8));

        assertThat(supply(application, "loss-statement")).isEqualTo(new SupplyOwed.Supplied.NothingOwed(RETURNED));
        assertThat(file(application).state()).isEqualTo(RETURNED);
    }

    @Test
    void only_what_is_owed_is_taken_and_only_from_the_applicant() {
        var application = lostCard();

        assertThat(supply(application, "id-photo")).isInstanceOf(SupplyOwed.Supplied.Nothing.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Office.bean(SupplyOwed.class)
                        .supply(Office.applicant("别人"), application.id(), 1, List.of(handed("loss-statement"))))
                .isInstanceOf(yici.kit.NotFound.class);
    }

    @Test
    void a_correction_and_a_special_procedure_go_before_the_wait_and_the_day_stays() {
        var application = lostCard();
        Office.bean(AskCorrection.class).ask(federation, application.id(), 1, List.of(), List.of(), "请补充说明");
        Office.at(FILED.plusDays(1));
        Office.bean(AnswerCorrection.class).answer(lina, application.id(), 1, Map.of(), List.of());
        assertThat(running(application).standing(1))
                .hasValueSatisfying(s -> assertThat(s.cause()).isEqualTo(Cause.OWED));

        Office.bean(AcceptCase.class).accept(federation, application.id(), 1);
        var acted = Office.bean(StopClock.class)
                .stop(
                        federation,
                        application.id(),
                        1,
                        Optional.of(Cause.EXPERT_REVIEW),
                        Optional.of(FILED.plusDays(4)),
                        "专家评审");
        supply(application, "loss-statement");

        assertThat(acted).isEqualTo(new Acted.Done(CaseState.SPECIAL_PROCEDURE));
        assertThat(running(application).standing(1))
                .hasValueSatisfying(s -> assertThat(s.cause()).isEqualTo(Cause.EXPERT_REVIEW));
        Office.at(FILED.plusDays(7));
        Office.law(application);
        assertThat(file(application).state()).isEqualTo(ACCEPTED);
        assertThat(running(application).standing(1)).isEmpty();
        assertThat(Office.approve(federation, application, "card-lost")).isEqualTo(new Acted.Done(APPROVED));
    }

    @Test
    void one_document_ends_the_wait_of_every_case_that_needs_it_and_a_case_not_yet_begun_has_no_clock() {
        Office.at(FILED);
        var application = Filed.owing(
                lina.account(),
                lina.name(),
                "43PCN0012",
                Office.AREA,
                Map.of("disabilityCertNo", "43052319950316982144", "disabilityGrade", "2"),
                List.of("bank-card"),
                "card-new",
                "nursing-subsidy",
                "living-subsidy");
        int nursing = Office.file(application, "nursing-subsidy").no();
        int living = Office.file(application, "living-subsidy").no();

        assertThat(running(application).open(nursing, CaseTime.OWED)).isEmpty();
        Office.approve(federation, application, "card-new");
        assertThat(running(application).open(nursing, CaseTime.OWED)).isPresent();
        assertThat(running(application).open(living, CaseTime.OWED)).isPresent();

        Office.bean(SupplyOwed.class).supply(lina, application.id(), nursing, List.of(handed("bank-card")));

        assertThat(Office.bean(DebtStore.class).open(application.id())).isEmpty();
        assertThat(running(application).open(living, CaseTime.OWED)).isEmpty();
        assertThat(running(application).standing(living)).isEmpty();
    }

    private Application lostCard() {
        Office.at(FILED);
        return Filed.owing(
                lina.account(),
                lina.name(),
                "43PCN0012",
                Office.AREA,
                Map.of(),
                List.of("loss-statement"),
                "card-lost");
    }

    private static Application.Supplied handed(String evidence) {
        return new Application.Supplied(evidence, UUID.randomUUID(), evidence + ".pdf");
    }

    private SupplyOwed.Supplied supply(Application application, String evidence) {
        return Office.bean(SupplyOwed.class).supply(lina, application.id(), 1, List.of(handed(evidence)));
    }

    private static yici.calendar.WorkCalendar calendar() {
        return Office.bean(Clocks.class).calendar(Office.AREA);
    }

    private static Optional<LocalDate> due(Application application) {
        return running(application)
                .open(1, CaseTime.OWED)
                .flatMap(c -> c.dates().due());
    }

    private static CaseFile file(Application application) {
        return Office.bean(Bundles.class).cases(application.id()).getFirst();
    }

    private static RunningClocks running(Application application) {
        return Office.bean(ClockStore.class).of(application.id());
    }

    private static PaperText paper(Application application, DocumentKind kind) {
        var matter = Office.bean(Matters.class)
                .find(Office.of(application), application.number())
                .orElseThrow();
        var id = Office.bean(Matters.class).papers(matter).stream()
                .filter(p -> p.kind() == kind)
                .findFirst()
                .orElseThrow()
                .id();
        return new PaperText(Office.bean(Papers.class)
                .ofApplicant(Office.of(application), application.number(), id)
                .orElseThrow());
    }

    /** On which days, in the province, an act stands in the timeline. */
    private static List<LocalDate> when(Application application, CaseAct act) {
        return Office.bean(JdbcClient.class)
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
