package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.casework.CaseState.APPROVED;
import static yici.casework.CaseState.SUBMITTED;
import static yici.casework.CaseState.WAITING;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.application.Application;
import yici.house.Product;
import yici.identity.SignedIn;

/** A member added later, to an application that is under way or finished. */
class AddCasesTest {

    private final SignedIn mother = Office.applicant("李娜");

    private Application born() {
        return Applicants.submit(mother, "43PCN0009", Office.AREA, "q-applicant=mother");
    }

    private static void approveFirst(Application application) {
        var health = Office.officer("health", "周医生");
        Office.bean(AcceptCase.class)
                .accept(
                        health,
                        application.id(),
                        Office.file(application, "birth-cert").no());
        Office.approve(health, application, "birth-cert", Map.of("birthCertNo", "U430000001"));
    }

    @Test
    void new_cases_get_the_next_numbers_and_wait_for_what_they_need() {
        var application = born();

        Applicants.add(mother, application, "q-extras=social-card,vaccination-card");

        assertThat(Office.file(application, "vaccination-card").no()).isGreaterThan(2);
        assertThat(Office.state(application, "vaccination-card")).isEqualTo(SUBMITTED);
        assertThat(Office.state(application, "social-card")).isEqualTo(WAITING);
        assertThat(Office.file(application, "household-reg").planned().handsOver())
                .contains("newbornIdNo");
    }

    @Test
    void what_is_under_way_is_not_touched() {
        var application = born();
        approveFirst(application);
        var before = List.of(Office.file(application, "birth-cert"), Office.state(application, "household-reg"));

        Applicants.add(mother, application, "q-extras=maternity-benefit");

        assertThat(List.of(Office.file(application, "birth-cert"), Office.state(application, "household-reg")))
                .isEqualTo(before);
        assertThat(Office.state(application, "maternity-benefit")).isEqualTo(SUBMITTED);
    }

    @Test
    void a_finished_application_opens_again_for_the_new_case_alone() {
        var application = born();
        approveFirst(application);
        var police = Office.officer("police", "陈警官");
        Office.bean(AcceptCase.class)
                .accept(
                        police,
                        application.id(),
                        Office.file(application, "household-reg").no());
        Office.approve(police, application, "household-reg");
        assertThat(Office.bundle(application).state()).isEqualTo(BundleState.COMPLETED);

        Applicants.add(mother, application, "q-extras=vaccination-card");

        assertThat(Office.bundle(application).state()).isEqualTo(BundleState.OPEN);
        assertThat(Office.bundle(application).closedAt()).isEmpty();
        assertThat(Office.state(application, "household-reg")).isEqualTo(APPROVED);
    }

    @Test
    void the_timeline_says_who_added_it() {
        var application = born();

        Applicants.add(mother, application, "q-extras=vaccination-card");

        assertThat(Product.running()
                        .bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("select actor_name from casework.act where application_id = :id and kind = 'ADDED'")
                        .param("id", application.id())
                        .query(String.class)
                        .list())
                .containsExactly("李娜");
    }
}
