package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.application.Application;
import yici.house.Product;
import yici.identity.SignedIn;

class RegisterCheckTest {

    private final SignedIn firm = Office.applicant("湘味小馆");
    private final CheckByRegister checkByRegister = Office.bean(CheckByRegister.class);

    @Test
    void a_check_is_answered_without_an_officer_and_what_waited_for_it_starts() {
        var application = opensRestaurant("ANSWERS");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Office.state(application, "licence-check") == CaseState.APPROVED);

        assertThat(Office.state(application, "food-licence")).isEqualTo(CaseState.SUBMITTED);
        assertThat(Office.file(application, "licence-check").standing().note()).startsWith("HC");
    }

    @Test
    void a_register_that_is_down_is_asked_again_and_then_an_officer_takes_over() {
        var application = opensRestaurant("DOWN");

        assertThat(run(application, 0)).isInstanceOf(CheckByRegister.Result.Again.class);
        assertThat(run(application, 1)).isInstanceOf(CheckByRegister.Result.Again.class);
        assertThat(run(application, 2)).isEqualTo(new CheckByRegister.Result.GivenToOfficer(CaseAct.CHECK_UNANSWERED));

        assertThat(Office.state(application, "licence-check")).isEqualTo(CaseState.SUBMITTED);
        assertThat(Office.file(application, "licence-check").standing().note()).contains("维护");
    }

    @Test
    void a_register_that_does_not_answer_in_time_holds_nobody_up() {
        var application = opensRestaurant("SLOW");

        assertThat(run(application, 2)).isEqualTo(new CheckByRegister.Result.GivenToOfficer(CaseAct.CHECK_UNANSWERED));
        assertThat(Office.state(application, "licence-check")).isEqualTo(CaseState.SUBMITTED);
    }

    @Test
    void a_register_that_contradicts_refuses_nobody_an_officer_decides() {
        var application = opensRestaurant("CONTRADICTS");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Office.state(application, "licence-check") == CaseState.SUBMITTED);

        var officer = Office.officer("market", "郑");
        assertThat(Office.approve(officer, application, "licence-check")).isEqualTo(new Acted.Done(CaseState.APPROVED));
    }

    @Test
    void asking_twice_changes_nothing_the_second_time() {
        var application = opensRestaurant("CONTRADICTS");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Office.state(application, "licence-check") == CaseState.SUBMITTED);

        assertThat(run(application, 0)).isEqualTo(new CheckByRegister.Result.NothingToDo());
    }

    @Test
    void the_schedulers_of_all_rooms_run() {
        assertThat(Product.running().beans(Scheduler.class))
                .isNotEmpty()
                .allMatch(scheduler -> scheduler.getSchedulerState().isStarted());
    }

    private CheckByRegister.Result run(Application application, int tries) {
        int no = Office.file(application, "licence-check").no();
        return checkByRegister.run(new RegisterChecks.Check(application.id(), no, 1, tries));
    }

    /** Each firm of its own, so that its register can behave for it alone. */
    private Application opensRestaurant(String behaviour) {
        var code = "T" + UUID.randomUUID();
        if (!behaviour.equals("ANSWERS"))
            Office.bean(JdbcClient.class)
                    .sql("insert into sandbox.behaviour values ('43TCN0003', 'licence-check', :code, :mode)")
                    .param("code", code)
                    .param("mode", behaviour)
                    .update();
        return Office.files(
                firm,
                "43TCN0003",
                Map.of("uscc", code, "entityName", "湘味小馆"),
                "licence-check",
                "food-licence",
                "fire-general");
    }
}
