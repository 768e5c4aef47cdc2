package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.casework.CaseState.APPROVED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Application;
import yici.application.Filed;
import yici.application.Promises;
import yici.house.Product;
import yici.identity.SignedIn;

/** 告知承诺核查: an approval that rests on a promise is looked at afterwards, in time. */
class CheckCommitmentTest {

    private static final LocalDate FILED = LocalDate.of(2026, 10, 19);

    private final SignedIn owner = Office.applicant("老湘味餐饮店");
    private final SignedIn market = Office.officer("market", "何科长");
    private final CheckCommitment check = Office.bean(CheckCommitment.class);
    private final Promises promises = Office.bean(Promises.class);

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void the_time_to_check_begins_with_the_approval() {
        var application = restaurant();
        assertThat(clock(application)).isEmpty();

        assertThat(Office.approve(market, application, "food-licence")).isEqualTo(new Acted.Done(APPROVED));

        assertThat(clock(application).flatMap(c -> c.dates().due()))
                .contains(LocalDate.of(2026, 12, 21)); // the 19th is a Saturday
    }

    @Test
    void a_promise_that_is_true_is_recorded_and_the_clock_ends() {
        var application = approved();

        assertThat(check.check(market, application.id(), 1, Optional.of(true), "现场核查，产权证明真实"))
                .isEqualTo(new Acted.Done(APPROVED));

        assertThat(clock(application)).isEmpty();
        assertThat(promises.of(application.id()).getFirst().outcome()).contains(Promises.Outcome.KEPT);
        assertThat(promises.blocked(owner.account())).isEmpty();
    }

    @Test
    void a_broken_one_has_the_consequence_that_was_told_until_it_is_repaired() {
        var application = approved();

        check.check(market, application.id(), 1, Optional.of(false), "产权证明系伪造");

        assertThat(promises.blocked(owner.account()))
                .hasValueSatisfying(b -> assertThat(b.finding()).isEqualTo("产权证明系伪造"));
        var matter =
                Office.bean(Matters.class).find(owner, application.number()).orElseThrow();
        assertThat(Office.bean(Matters.class).papers(matter))
                .extracting(Matters.Paper::kind)
                .contains(DocumentKind.COMMITMENT_BROKEN);
        assertThat(Office.bean(Matters.class).timeline(matter))
                .extracting(Matters.Entry::act)
                .contains(CaseAct.COMMITMENT_BROKEN);

        assertThat(check.repaired(market, application.id(), 1, "已改正，信用修复")).isEqualTo(new Acted.Done(APPROVED));
        assertThat(promises.blocked(owner.account())).isEmpty();
        assertThat(check.repaired(market, application.id(), 1, "再次")).isEqualTo(new Acted.NotNow(APPROVED));
    }

    @Test
    void it_is_checked_once_with_a_finding_and_by_the_body_that_granted_it() {
        var application = approved();

        assertThat(check.check(market, application.id(), 1, Optional.empty(), "x"))
                .isEqualTo(new Acted.Missing("kept"));
        assertThat(check.check(market, application.id(), 1, Optional.of(true), " "))
                .isEqualTo(new Acted.Missing("reason"));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> check.check(Office.officer("police", "王警官"), application.id(), 1, Optional.of(true), "x"))
                .isInstanceOf(yici.kit.NotFound.class);
        check.check(market, application.id(), 1, Optional.of(true), "属实");
        assertThat(check.check(market, application.id(), 1, Optional.of(false), "不属实"))
                .isEqualTo(new Acted.NotNow(APPROVED));
    }

    @Test
    void who_does_not_look_in_time_is_late() {
        var application = approved();
        Product.running().clock().to(LocalDate.of(2027, 1, 11));

        Office.bean(LawTakesEffect.class).takesEffect(application.id());

        var matter =
                Office.bean(Matters.class).find(owner, application.number()).orElseThrow();
        assertThat(Office.bean(Matters.class).timeline(matter))
                .extracting(Matters.Entry::act)
                .contains(CaseAct.CHECK_OVERRUN);
    }

    @Test
    void who_handed_the_proof_in_is_not_checked_afterwards() {
        Product.running().clock().to(FILED);
        var application = Office.files(owner, "43TCN0003", Map.of(), "food-licence");

        Office.approve(market, application, "food-licence");

        assertThat(clock(application)).isEmpty();
    }

    private Application restaurant() {
        Product.running().clock().to(FILED);
        return Filed.owing(
                owner.account(),
                owner.name(),
                "43TCN0003",
                Office.AREA,
                Map.of(),
                List.of("premises-proof"),
                "food-licence");
    }

    private Application approved() {
        var application = restaurant();
        Office.approve(market, application, "food-licence");
        return application;
    }

    private static Optional<CaseClock> clock(Application application) {
        return Office.bean(ClockStore.class).of(application.id()).open(1, CaseTime.COMMITMENT);
    }
}
