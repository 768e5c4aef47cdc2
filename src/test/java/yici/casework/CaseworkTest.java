package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static yici.casework.CaseState.ACCEPTED;
import static yici.casework.CaseState.APPROVED;
import static yici.casework.CaseState.BLOCKED;
import static yici.casework.CaseState.CORRECTION_ASKED;
import static yici.casework.CaseState.NOT_ACCEPTED;
import static yici.casework.CaseState.REFUSED;
import static yici.casework.CaseState.SUBMITTED;
import static yici.casework.CaseState.WAITING;
import static yici.casework.CaseState.WITHDRAWN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.audit.AuditLog;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.NotFound;

class CaseworkTest {

    private final SignedIn lina = Office.applicant("李娜");
    private final SignedIn health = Office.officer("health", "周医生");
    private final SignedIn police = Office.officer("police", "陈警官");
    private final SignedIn civil = Office.officer("civil-affairs", "刘科长");

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void an_application_becomes_one_case_for_each_item_at_the_body_of_its_area() {
        var application = Office.death(lina);

        var police = Office.file(application, "household-cancel");

        assertThat(Office.bundle(application).openCases()).isEqualTo(5);
        assertThat(police.body()).contains("police@" + Office.AREA);
        assertThat(police.state()).isEqualTo(WAITING);
        assertThat(Office.state(application, "death-normal")).isEqualTo(SUBMITTED);
    }

    @Test
    void a_decision_starts_what_waited_for_it() {
        var application = Office.death(lina);

        Office.approve(health, application, "death-normal");

        assertThat(Office.state(application, "household-cancel")).isEqualTo(SUBMITTED);
        assertThat(Office.file(application, "household-cancel").standing().receivedOn())
                .isPresent();
    }

    @Test
    void accepting_writes_timeline_receipt_and_audit() {
        var application = Office.death(lina);

        var acted = Office.bean(AcceptCase.class).accept(health, application.id(), 1);

        assertThat(acted).isEqualTo(new Acted.Done(ACCEPTED));
        assertThat(Office.bean(AuditLog.class).about("case:" + application.id() + "/1", 5))
                .anyMatch(e -> e.act().code().equals("casework.accepted")
                        && e.actor().equals(health.asActor())
                        && e.onBehalfOf().equals("account:" + lina.account()));
    }

    @Test
    void what_is_accepted_twice_is_accepted_once() {
        var application = Office.death(lina);
        var accept = Office.bean(AcceptCase.class);

        accept.accept(health, application.id(), 1);
        int acts = Office.bundle(application).acts();

        assertThat(accept.accept(health, application.id(), 1)).isEqualTo(new Acted.Done(ACCEPTED));
        assertThat(Office.bundle(application).acts()).isEqualTo(acts);
    }

    @Test
    void an_officer_of_another_body_finds_nothing() {
        var application = Office.death(lina);

        assertThatThrownBy(() -> Office.approve(police, application, "death-normal"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_decision_before_its_turn_is_not_taken() {
        var application = Office.death(lina);

        assertThat(Office.approve(police, application, "household-cancel")).isEqualTo(new Acted.NotNow(WAITING));
    }

    @Test
    void a_refusal_needs_a_reason() {
        var application = Office.death(lina);

        assertThat(Office.refuse(health, application, "death-normal", "  ")).isEqualTo(new Acted.Missing("reason"));
    }

    @Test
    void a_refused_prerequisite_blocks_what_depends_on_it_and_the_application_ends_refused() {
        var application = Office.death(lina);

        Office.refuse(health, application, "death-normal", "证明材料与登记不符");

        assertThat(Office.state(application, "pension-stop")).isEqualTo(BLOCKED);
        assertThat(Office.bundle(application).state()).isEqualTo(BundleState.REFUSED);
        assertThat(Office.bundle(application).closedAt()).isPresent();
    }

    @Test
    void of_a_partial_outcome_only_the_failed_one_is_applied_for_again_until_all_is_complete() {
        var application = Office.death(lina);
        Office.approve(health, application, "death-normal");
        Office.refuse(civil, application, "cremation", "缺少火化申请");
        Office.approve(police, application, "household-cancel");
        Office.approve(Office.officer("medical-insurance", "赵"), application, "mi-terminate");
        Office.approve(Office.officer("hrss", "孙"), application, "pension-stop");
        assertThat(Office.bundle(application).state()).isEqualTo(BundleState.PARTIAL);
        var decidedBefore = Office.file(application, "household-cancel");

        int no = Office.file(application, "cremation").no();
        Office.bean(ReapplyCase.class).reapply(lina, application.id(), no, Map.of(), List.of());

        assertThat(Office.bundle(application).state()).isEqualTo(BundleState.OPEN);
        assertThat(Office.file(application, "cremation").attempt()).isEqualTo(2);
        assertThat(Office.file(application, "household-cancel")).isEqualTo(decidedBefore);

        Office.approve(civil, application, "cremation");

        assertThat(Office.bundle(application).state()).isEqualTo(BundleState.COMPLETED);
    }

    @Test
    void a_body_that_is_not_the_right_one_names_it_and_the_next_attempt_goes_there() {
        var application = Office.files(lina, "43TCN0003", Map.of(), "signboard");
        var right = Office.body("market");
        var urban = Office.officer("urban-management", "吴");

        var acted = Office.bean(NotAccept.class).notAccept(urban, application.id(), 1, right.id(), "不属于本机关职权");
        Office.bean(ReapplyCase.class).reapply(lina, application.id(), 1, Map.of(), List.of());

        assertThat(acted).isEqualTo(new Acted.Done(NOT_ACCEPTED));
        assertThat(Office.file(application, "signboard").body()).contains(right.id());
        assertThat(Office.state(application, "signboard")).isEqualTo(SUBMITTED);
    }

    @Test
    void a_body_cannot_name_itself_as_the_right_one() {
        var application = Office.death(lina);

        var acted = Office.bean(NotAccept.class)
                .notAccept(health, application.id(), 1, "health@" + Office.AREA, "不属于本机关职权");

        assertThat(acted).isEqualTo(new Acted.Missing("body"));
        assertThat(Office.state(application, "death-normal")).isEqualTo(SUBMITTED);
    }

    @Test
    void what_is_missing_is_asked_for_once() {
        var application = Office.death(lina);
        var ask = Office.bean(AskCorrection.class);

        var first = ask.ask(health, application.id(), 1, List.of("deceasedName"), List.of(), "姓名与证明不一致");
        var second = ask.ask(health, application.id(), 1, List.of("deathDate"), List.of(), "");

        assertThat(first).isEqualTo(new Acted.Done(CORRECTION_ASKED));
        assertThat(second).isInstanceOf(Acted.AskedBefore.class);
    }

    @Test
    void a_correction_asks_only_for_what_the_item_needs() {
        var application = Office.death(lina);

        var acted = Office.bean(AskCorrection.class)
                .ask(health, application.id(), 1, List.of("payeeAccount"), List.of(), "");

        assertThat(acted).isEqualTo(new Acted.Missing("asked"));
    }

    @Test
    void after_five_working_days_of_silence_it_is_too_late_to_send_back_and_counts_as_accepted() {
        var application = Office.death(lina);
        Product.running().clock().forward(Duration.ofDays(12));

        var acted = Office.bean(AskCorrection.class)
                .ask(health, application.id(), 1, List.of("deceasedName"), List.of(), "");

        assertThat(acted).isInstanceOf(Acted.CountsAsAccepted.class);
        assertThat(Office.state(application, "death-normal")).isEqualTo(ACCEPTED);
    }

    @Test
    void silence_is_heard_without_anybody_looking() {
        var application = Office.death(lina);
        Product.running().clock().forward(Duration.ofDays(12));

        Office.bean(LawTakesEffect.class).takesEffect(application.id());

        assertThat(Office.state(application, "death-normal")).isEqualTo(ACCEPTED);
        assertThat(Office.file(application, "death-normal").standing().receivedOn())
                .hasValueSatisfying(on ->
                        assertThat(on).isBefore(LocalDate.now(Product.running().clock())));
    }

    @Test
    void the_applicant_takes_back_one_case_and_those_after_it_are_blocked() {
        var application = Office.death(lina);

        Office.bean(WithdrawCase.class).withdraw(lina, application.id(), 1);

        assertThat(Office.state(application, "death-normal")).isEqualTo(WITHDRAWN);
        assertThat(Office.state(application, "cremation")).isEqualTo(BLOCKED);
        assertThat(Office.bundle(application).state()).isEqualTo(BundleState.WITHDRAWN);
    }

    @Test
    void what_is_decided_cannot_be_taken_back() {
        var application = Office.death(lina);
        Office.approve(health, application, "death-normal");

        assertThat(Office.bean(WithdrawCase.class).withdraw(lina, application.id(), 1))
                .isEqualTo(new WithdrawCase.Withdrawn.TooLate(APPROVED));
    }

    @Test
    void taking_back_everything_leaves_what_is_decided() {
        var application = Office.death(lina);
        Office.approve(health, application, "death-normal");

        Office.bean(WithdrawCase.class).withdrawAll(lina, application.id());

        assertThat(Office.state(application, "death-normal")).isEqualTo(APPROVED);
        assertThat(Office.bundle(application).state()).isEqualTo(BundleState.PARTIAL);
    }

    @Test
    void somebody_elses_application_is_not_there() {
        var application = Office.death(lina);
        var stranger = Office.applicant("王强");

        assertThatThrownBy(() -> Office.bean(WithdrawCase.class).withdrawAll(stranger, application.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_decision_is_not_taken_twice_and_the_second_officer_learns_who_and_when() {
        var application = Office.death(lina);
        Office.approve(health, application, "death-normal");

        var second = Office.refuse(Office.officer("health", "王医生"), application, "death-normal", "迟到");

        assertThat(second).isInstanceOfSatisfying(Acted.AlreadyDecided.class, d -> {
            assertThat(d.state()).isEqualTo(APPROVED);
            assertThat(d.by()).isEqualTo("周医生");
        });
        assertThat(Office.state(application, "death-normal")).isNotEqualTo(REFUSED);
    }

    @Test
    void a_case_somebody_has_open_is_his_until_he_hands_it_back_or_the_time_is_over() {
        var application = Office.death(lina);
        var take = Office.bean(TakeCase.class);
        var wang = Office.officer("health", "王医生");

        assertThat(take.take(health, application.id(), 1)).isInstanceOf(TakeCase.Taken.Yours.class);
        assertThat(take.take(wang, application.id(), 1))
                .isInstanceOfSatisfying(
                        TakeCase.Taken.HeldBy.class, h -> assertThat(h.name()).isEqualTo("周医生"));
        assertThat(Office.approve(wang, application, "death-normal")).isInstanceOf(Acted.HeldBy.class);

        take.handBack(health, application.id(), 1);
        assertThat(take.take(wang, application.id(), 1)).isInstanceOf(TakeCase.Taken.Yours.class);

        Product.running().clock().forward(Duration.ofMinutes(16));
        assertThat(take.take(health, application.id(), 1)).isInstanceOf(TakeCase.Taken.Yours.class);
    }
}
