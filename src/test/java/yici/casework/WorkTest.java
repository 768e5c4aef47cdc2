package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.casework.CaseState.ACCEPTED;
import static yici.casework.CaseState.APPROVED;
import static yici.casework.CaseState.BLOCKED;
import static yici.casework.CaseState.CHECKING;
import static yici.casework.CaseState.SUBMITTED;
import static yici.casework.CaseState.WAITING;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import yici.catalogue.Guide;

/** The rules of the graph, without a database. */
class WorkTest {

    @Test
    void what_waits_for_nothing_starts_and_the_rest_waits() {
        var work = Graphs.chain();

        assertThat(states(work)).containsExactly(SUBMITTED, WAITING, WAITING);
    }

    @Test
    void an_approval_starts_what_waited_for_it_alone() {
        var work = Graphs.chain();

        approve(work, 1);

        assertThat(states(work)).containsExactly(APPROVED, SUBMITTED, WAITING);
    }

    @Test
    void a_check_that_a_register_answers_needs_no_officer() {
        var work = Graphs.of(Guide.NodeType.VERIFY, List.of(List.of()), true);

        assertThat(states(work)).containsExactly(CHECKING);
    }

    @Test
    void a_check_that_no_register_answers_goes_to_the_officer() {
        var work = Graphs.of(Guide.NodeType.VERIFY, List.of(List.of()), false);

        assertThat(states(work)).containsExactly(SUBMITTED);
    }

    @Test
    void a_refusal_blocks_everything_that_comes_after_and_names_itself() {
        var work = Graphs.chain();

        work.step(1, CaseStep.REFUSE, Graphs.OFFICER, "no such birth");
        work.settle();

        assertThat(states(work).subList(1, 3)).containsOnly(BLOCKED);
        assertThat(work.get(2).standing().blockedBy()).contains(1);
        assertThat(work.get(3).standing().blockedBy()).contains(2);
    }

    @Test
    void applying_again_for_the_refused_one_makes_the_others_wait_again() {
        var work = Graphs.chain();
        work.step(1, CaseStep.REFUSE, Graphs.OFFICER, "");
        work.settle();

        work.put(work.get(1).again(work.today()));
        work.step(1, CaseStep.REAPPLY, Graphs.APPLICANT, "");
        work.settle();

        assertThat(states(work)).containsExactly(SUBMITTED, WAITING, WAITING);
        assertThat(work.get(1).attempt()).isEqualTo(2);
    }

    @Test
    void a_case_that_waits_expects_its_end_after_those_before_it() {
        var work = Graphs.chain();

        assertThat(work.get(2).standing().dueOn())
                .isEqualTo(work.get(1).standing().dueOn().plusDays(10));
    }

    @Test
    void silence_ends_once_the_case_is_accepted() {
        var work = Graphs.chain();

        work.step(1, CaseStep.ACCEPT, Graphs.OFFICER, "");

        assertThat(work.get(1).state()).isEqualTo(ACCEPTED);
        assertThat(work.get(1).standing().acceptBy()).isEmpty();
    }

    @Test
    void every_step_leads_somewhere_else() {
        for (var step : CaseStep.values())
            assertThat(step.legalFrom(step.to())).as(step.name()).isFalse();
    }

    /** One try at a step: which case, which step. */
    record Try(int no, CaseStep step) {}

    @Property
    void no_order_of_legal_steps_breaks_the_graph(@ForAll("graphs") Work work, @ForAll("tries") List<Try> tries) {
        for (var attempt : tries) {
            int no = attempt.no() % work.cases().size() + 1;
            if (!work.allows(no, attempt.step())) continue;
            if (attempt.step() == CaseStep.REAPPLY) work.put(work.get(no).again(work.today()));
            work.step(no, attempt.step(), Graphs.OFFICER, "");
            work.settle();

            nothing_starts_before_what_it_waits_for(work);
            what_is_closed_has_nothing_open(work);
            whoever_waits_knows_for_how_many(work);
        }
    }

    private static void nothing_starts_before_what_it_waits_for(Work work) {
        for (var file : work.cases()) {
            if (file.state() == WAITING || file.state().failed()) continue;
            assertThat(file.planned().after())
                    .allMatch(before -> work.get(before).state() == APPROVED);
        }
    }

    private static void what_is_closed_has_nothing_open(Work work) {
        assertThat(work.openCases())
                .isEqualTo(work.cases().stream().filter(c -> c.state().open()).count());
        assertThat(work.state() == BundleState.OPEN).isEqualTo(work.openCases() > 0);
    }

    private static void whoever_waits_knows_for_how_many(Work work) {
        for (var file : work.cases()) {
            long unfinished = file.planned().after().stream()
                    .filter(before -> work.get(before).state() != APPROVED)
                    .count();
            if (file.state() == WAITING)
                assertThat(file.standing().waitingFor()).isEqualTo((int) unfinished);
            if (file.state() == BLOCKED)
                assertThat(work.get(file.standing().blockedBy().orElseThrow())
                                .state()
                                .failed())
                        .isTrue();
        }
    }

    /** Up to seven cases; each waits for any of those before it. */
    @Provide
    Arbitrary<Work> graphs() {
        return Arbitraries.integers().between(1, 7).flatMap(size -> {
            var edges = Arbitraries.integers().between(0, (1 << 6) - 1).list().ofSize(size);
            return Combinators.combine(edges, Arbitraries.of(Guide.NodeType.values()), Arbitraries.of(true, false))
                    .as((masks, type, answered) -> Graphs.of(type, Graphs.before(masks), answered));
        });
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        var one = Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(Arrays.stream(CaseStep.values())
                                .filter(WorkTest::isAnAct)
                                .toList()))
                .as(Try::new);
        return one.list().ofMaxSize(40);
    }

    /** Steps people and registers take; the others follow by themselves. What began on a finding goes on while it is found anew. */
    private static boolean isAnAct(CaseStep step) {
        return switch (step) {
            case START, START_CHECK, BLOCK, WAIT_AGAIN, REVIEW -> false;
            default -> true;
        };
    }

    private static void approve(Work work, int no) {
        work.step(no, CaseStep.APPROVE, Graphs.OFFICER, "");
        work.settle();
    }

    private static List<CaseState> states(Work work) {
        return work.cases().stream().map(CaseFile::state).toList();
    }
}
