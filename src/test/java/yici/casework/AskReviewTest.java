package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.casework.CaseState.APPROVED;
import static yici.casework.CaseState.REFUSED;
import static yici.casework.CaseState.SUBMITTED;
import static yici.casework.CaseState.WAITING;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Application;
import yici.casework.AskReview.Asked;
import yici.casework.AskReview.Standing;
import yici.house.Product;
import yici.identity.SignedIn;

/** 残疾评定: who disagrees has it graded anew by the prefecture, then by the province, whose word is the last. */
class AskReviewTest {

    /** A Monday; ten working days later it is 2 November. */
    private static final LocalDate DECIDED = LocalDate.of(2026, 10, 19);

    private static final LocalDate LAST = LocalDate.of(2026, 11, 2);

    private final SignedIn lina = Office.applicant("李娜");

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void the_ten_working_days_run_from_the_day_the_decision_was_opened() {
        var application = graded();
        assertThat(standing(application))
                .isInstanceOfSatisfying(
                        Standing.Possible.class, p -> assertThat(p.by()).isEmpty());

        open(application);
        open(application);

        assertThat(standing(application)).isInstanceOfSatisfying(Standing.Possible.class, p -> {
            assertThat(p.by()).contains(LAST);
            assertThat(p.next().area()).isEqualTo("430500000000");
        });
    }

    @Test
    void an_objection_brings_the_case_before_the_next_level_with_its_reason() {
        var application = graded();
        open(application);
        Office.at(LAST);

        assertThat(ask(application)).isInstanceOf(Asked.Done.class);

        var file = Office.file(application, "card-new");
        assertThat(file.state()).isEqualTo(SUBMITTED);
        assertThat(file.attempt()).isEqualTo(2);
        assertThat(file.body()).contains("disabled-federation@430500000000");
        assertThat(file.standing().note()).contains("听力");
        assertThat(Office.clocks(application).open(1, CaseTime.DELIVERY)).isEmpty();
        assertThat(Office.clocks(application).open(1, CaseTime.PROMISED)).isPresent();
        assertThat(Office.bundle(application).state()).isEqualTo(BundleState.OPEN);
    }

    @Test
    void after_the_tenth_working_day_it_is_refused() {
        var application = graded();
        open(application);
        Office.at(LAST.plusDays(1));

        assertThat(ask(application))
                .isInstanceOfSatisfying(
                        Asked.NotPossible.class,
                        no -> assertThat(no.why()).isInstanceOfSatisfying(Standing.TooLate.class, late -> {
                            assertThat(late.lastDay()).isEqualTo(LAST);
                            assertThat(late.rule().article().law()).isEqualTo("disability-certificate");
                        }));
        assertThat(Office.state(application, "card-new")).isEqualTo(APPROVED);
    }

    @Test
    void the_province_has_the_last_word() {
        var application = graded();
        ask(application);
        decide(application, "430500000000");
        ask(application);

        assertThat(Office.file(application, "card-new").body()).contains("disabled-federation@430000000000");
        decide(application, "430000000000");
        assertThat(standing(application)).isInstanceOf(Standing.Final.class);
        assertThat(ask(application)).isInstanceOf(Asked.NotPossible.class);
    }

    @Test
    void what_waits_for_the_finding_waits_again_and_gets_the_new_one() {
        Office.at(DECIDED);
        var application = Office.files(lina, "43PCN0012", Map.of(), "card-new", "nursing-subsidy");
        refuse(application);
        assertThat(Office.state(application, "nursing-subsidy")).isEqualTo(CaseState.BLOCKED);

        ask(application);

        assertThat(Office.state(application, "nursing-subsidy")).isEqualTo(WAITING);
        decide(application, "430500000000", Map.of("disabilityCertNo", "43052319900101002241", "disabilityGrade", "1"));
        assertThat(Office.state(application, "nursing-subsidy")).isEqualTo(SUBMITTED);
    }

    @Test
    void without_a_reason_and_for_what_is_not_found_but_registered_there_is_none() {
        var application = graded();
        assertThat(Office.bean(AskReview.class).ask(lina, application.id(), 1, " "))
                .isInstanceOf(Asked.NoReason.class);
        var lost = Office.files(lina, "43PCN0012", Map.of(), "card-lost");
        Office.approve(Office.officer("disabled-federation", "罗科长"), lost, "card-lost");

        assertThat(Office.bean(AskReview.class).ask(lina, lost.id(), 1, "不同意"))
                .isEqualTo(new Asked.NotPossible(new Standing.None()));
    }

    private Application graded() {
        Office.at(DECIDED);
        var application = Office.files(lina, "43PCN0012", Map.of(), "card-new");
        decide(application, Office.AREA);
        return application;
    }

    private static void decide(Application application, String area) {
        decide(application, area, Map.of());
    }

    private static void decide(Application application, String area, Map<String, String> values) {
        var file = Office.file(application, "card-new");
        assertThat(Office.bean(DecideCase.class)
                        .approve(
                                Office.officerOf("disabled-federation@" + area),
                                application.id(),
                                file.no(),
                                values,
                                ""))
                .isEqualTo(new Acted.Done(APPROVED));
    }

    private static void refuse(Application application) {
        assertThat(Office.refuse(Office.officer("disabled-federation", "罗科长"), application, "card-new", "未达到残疾标准"))
                .isEqualTo(new Acted.Done(REFUSED));
    }

    private void open(Application application) {
        Office.bean(DeliverResult.class)
                .opened(
                        lina,
                        application.id(),
                        1,
                        Office.file(application, "card-new").attempt());
    }

    private Asked ask(Application application) {
        return Office.bean(AskReview.class).ask(lina, application.id(), 1, "右耳听力没有检测，评定等级偏低。");
    }

    private static Standing standing(Application application) {
        return Office.bean(AskReview.class)
                .standing(Office.bundle(application), Office.file(application, "card-new"), Office.clocks(application));
    }
}
