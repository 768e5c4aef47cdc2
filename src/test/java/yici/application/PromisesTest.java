package yici.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import yici.application.Fillings.Opened;
import yici.application.SubmitApplication.Submission;
import yici.house.Product;
import yici.identity.SignedIn;

/** 告知承诺制 at intake: a promise instead of a proof, freely chosen, kept word for word, and not taken from who broke one. */
class PromisesTest {

    private static final String CHANGSHA = "430104000000";
    private static final String PROOF = "premises-proof";

    private final SignedIn me = Applicants.firm("老湘味餐饮店");
    private final Promises promises = bean(Promises.class);

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }

    @Test
    void who_promises_hands_in_no_proof_and_the_words_are_kept_with_version_name_and_time() {
        var draft = restaurant();
        promises.choose(me, filling(draft), Set.of(PROOF));

        var application = Applicants.submit(me, draft);

        assertThat(application.plan().promised())
                .extracting(Plan.PlannedEvidence::key)
                .containsExactly(PROOF);
        assertThat(promises.of(application.id())).singleElement().satisfies(kept -> {
            assertThat(kept.name()).isEqualTo("老湘味餐饮店");
            assertThat(kept.version()).isEqualTo("2026-1");
            assertThat(kept.words()).startsWith("本单位承诺").endsWith("法律责任。");
            assertThat(kept.outcome()).isEmpty();
        });
    }

    @Test
    void who_does_not_promise_goes_the_general_way() {
        var draft = restaurant();

        assertThat(filling(draft).checkup().missing()).containsExactly(PROOF);
        Applicants.handIn(me, draft, PROOF, "租赁合同.pdf");
        assertThat(Applicants.submit(me, draft).plan().promised()).isEmpty();
    }

    @Test
    void what_the_guide_knows_no_promise_for_cannot_be_promised() {
        var draft = restaurant();
        promises.choose(me, filling(draft), Set.of(PROOF, "layout"));

        assertThat(filling(draft).draft().committed()).containsExactly(PROOF);
    }

    @Test
    void who_broke_a_promise_makes_no_other_until_it_is_repaired_not_even_one_ticked_before() {
        var first = restaurant();
        promises.choose(me, filling(first), Set.of(PROOF));
        var application = Applicants.submit(me, first);
        var second = restaurant();
        promises.choose(me, filling(second), Set.of(PROOF));

        found(application.id(), Promises.Outcome.BROKEN);

        assertThat(filling(second).blocked())
                .hasValueSatisfying(b -> assertThat(b.finding()).isEqualTo("现场核查与承诺不符"));
        assertThat(filling(second).checkup().missing()).containsExactly(PROOF);
        promises.choose(me, filling(second), Set.of(PROOF));
        assertThat(bean(SubmitApplication.class).submit(me, second, "zh")).isInstanceOf(Submission.NotReady.class);

        found(application.id(), Promises.Outcome.REPAIRED);
        promises.choose(me, filling(second), Set.of(PROOF));
        assertThat(bean(SubmitApplication.class).submit(me, second, "zh")).isInstanceOf(Submission.Received.class);
    }

    private void found(UUID application, Promises.Outcome outcome) {
        bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> promises.found(application, PROOF, outcome, "现场核查与承诺不符", "何科长"));
    }

    /** Everything but the proof. */
    private UUID restaurant() {
        var draft = Applicants.draft(me, "43TCN0003", CHANGSHA, "q-scale=restaurant", "q-fire=none", "q-sign=no");
        for (var file : filling(draft).draft().files(PROOF))
            bean(SupplyEvidence.class).takeBack(me, draft, PROOF, file.attachment());
        return draft;
    }

    private Filling filling(UUID draft) {
        return ((Opened.Open) bean(Fillings.class).open(me, draft)).filling();
    }
}
