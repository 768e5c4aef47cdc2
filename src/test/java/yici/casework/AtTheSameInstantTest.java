package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import yici.application.Application;
import yici.identity.SignedIn;

class AtTheSameInstantTest {

    private static final int BUNDLES = 100;

    private final Map<String, SignedIn> officers = Map.of(
            "household-cancel", Office.officer("police", "陈"),
            "cremation", Office.officer("civil-affairs", "刘"),
            "mi-terminate", Office.officer("medical-insurance", "赵"),
            "pension-stop", Office.officer("hrss", "孙"));

    @Test
    void four_departments_deciding_at_once_neither_conflict_nor_try_again() throws Exception {
        var health = Office.officer("health", "周");
        for (int i = 0; i < BUNDLES; i++) {
            var application = Office.death(Office.applicant("李娜"));
            Office.approve(health, application, "death-normal");

            var outcomes = atOnce(officers.entrySet().stream()
                    .<Callable<Acted>>map(e -> () -> Office.approve(e.getValue(), application, e.getKey()))
                    .toList());

            assertThat(outcomes).containsOnly(new Acted.Done(CaseState.APPROVED));
            assertThat(Office.bundle(application).state()).isEqualTo(BundleState.COMPLETED);
            assertThat(Office.bundle(application).openCases()).isZero();
        }
    }

    @Test
    void of_two_officers_one_wins_and_the_other_learns_of_it() throws Exception {
        for (int i = 0; i < 20; i++) {
            var application = Office.death(Office.applicant("李娜"));

            var outcomes = atOnce(List.of(approvesAs("周医生", application), refusesAs("王医生", application)));

            assertThat(outcomes).filteredOn(o -> o instanceof Acted.Done).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(o -> o instanceof Acted.AlreadyDecided)
                    .hasSize(1);
        }
    }

    @Test
    void of_two_who_open_a_case_one_has_it() throws Exception {
        var application = Office.death(Office.applicant("李娜"));

        var outcomes = atOnce(List.of(takesAs("周医生", application), takesAs("王医生", application)));

        assertThat(outcomes).filteredOn(o -> o instanceof TakeCase.Taken.Yours).hasSize(1);
        assertThat(outcomes).filteredOn(o -> o instanceof TakeCase.Taken.HeldBy).hasSize(1);
    }

    private static Callable<Acted> approvesAs(String name, Application application) {
        var officer = Office.officer("health", name);
        return () -> Office.approve(officer, application, "death-normal");
    }

    private static Callable<Acted> refusesAs(String name, Application application) {
        var officer = Office.officer("health", name);
        return () -> Office.refuse(officer, application, "death-normal", "材料不实");
    }

    private static Callable<TakeCase.Taken> takesAs(String name, Application application) {
        var officer = Office.officer("health", name);
        return () -> Office.bean(TakeCase.class).take(officer, application.id(), 1);
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        var barrier = new CyclicBarrier(acts.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var act : acts)
                running.add(threads.submit(() -> {
                    barrier.await();
                    return act.call();
                }));
            var outcomes = new ArrayList<T>();
            for (var one : running) outcomes.add(one.get());
            return outcomes;
        }
    }
}
