package yici.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import yici.audit.AuditLog;
import yici.drift.AnswerProposal.Answered;
import yici.drift.ProposeInheritance.Proposed;
import yici.house.People;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** An area is asked to take the standard again; its own administrator answers. */
class ProposalTest {

    /** 醴陵市 has a made-up variant of 水电气网联合报装; 株洲市 is above it. */
    private static final String CODE = "43TCN0004";

    private static final String AREA = "430281000000";

    private final SignedIn province = People.administrator("430000000000").me();
    private final SignedIn own = People.administrator(AREA).me();

    @Test
    void one_click_proposes_the_own_administrator_accepts_and_both_are_recorded() {
        var id = proposed();

        assertThat(propose()).isEqualTo(new Proposed.Waiting());
        assertThat(answer(own, id, true, "")).isEqualTo(new Answered.Done(true));

        assertThat(bean(AuditLog.class).about("drift:" + id, 10))
                .extracting(event -> event.act().code())
                .containsExactly("drift.accepted", "drift.proposed");
    }

    @Test
    void to_decline_needs_a_reason_which_whoever_governs_the_area_reads() {
        var id = proposed();

        assertThat(answer(own, id, false, "  ")).isEqualTo(new Answered.NoReason());
        assertThat(answer(own, id, false, "长".repeat(501))).isEqualTo(new Answered.TooLong(501));
        assertThat(answer(own, id, false, "本地管网由县级公司经营")).isEqualTo(new Answered.Done(false));
        assertThat(bean(ReadDrift.class)
                        .proposal(province, id)
                        .proposal()
                        .answer()
                        .orElseThrow()
                        .reason())
                .isEqualTo("本地管网由县级公司经营");
    }

    @Test
    void the_level_above_proposes_and_does_not_answer_and_a_neighbour_sees_nothing() {
        var id = proposed();
        var neighbour = People.administrator("430224000000").me();

        assertThatThrownBy(() -> answer(province, id, true, "")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> answer(neighbour, id, true, "")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bean(ReadDrift.class).proposal(neighbour, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bean(ProposeInheritance.class).propose(neighbour, CODE, AREA))
                .isInstanceOf(NotFound.class);
        answer(own, id, true, "");
    }

    @Test
    void nobody_answers_his_own_proposal() {
        var id = ((Proposed.Done) bean(ProposeInheritance.class).propose(own, CODE, AREA)).id();

        assertThat(answer(own, id, true, "")).isEqualTo(new Answered.OwnProposal());
        assertThat(answer(People.administrator(AREA).me(), id, true, "")).isEqualTo(new Answered.Done(true));
    }

    @Test
    void an_area_that_has_the_standard_is_asked_nothing() {
        assertThatThrownBy(() -> bean(ProposeInheritance.class).propose(province, CODE, "430523000000"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void of_two_answers_at_the_same_instant_one_counts() throws Exception {
        var id = proposed();
        var other = People.administrator(AREA).me();

        try (var threads = Executors.newFixedThreadPool(2)) {
            var both =
                    threads.invokeAll(List.of(() -> answer(own, id, true, ""), () -> answer(other, id, false, "不同意")));
            var answers = List.of(both.get(0).get(), both.get(1).get());

            assertThat(answers).filteredOn(Answered.Done.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Answered.TooLate.class::isInstance).hasSize(1);
        }
    }

    private UUID proposed() {
        return ((Proposed.Done) propose()).id();
    }

    private Proposed propose() {
        return bean(ProposeInheritance.class).propose(province, CODE, AREA);
    }

    private static Answered answer(SignedIn me, UUID id, boolean accept, String reason) {
        return bean(AnswerProposal.class).answer(me, id, accept, reason);
    }

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }
}
