package yici.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import yici.application.Fillings.Opened;
import yici.application.SubmitApplication.Submission;
import yici.house.Product;
import yici.identity.SignedIn;

/** 容缺受理 at intake: a document the guide lets come later may come later, if the applicant says so. */
class OwingTest {

    private static final String SHAOYANG = "430523000000";

    private final SignedIn me = Applicants.person("李娜");

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }

    @Test
    void without_a_word_the_document_is_missing_like_any_other() {
        var draft = lostCard();

        assertThat(filling(draft).checkup().missing()).containsExactly("loss-statement");
    }

    @Test
    void who_hands_it_in_later_can_submit_and_the_application_keeps_that_it_was_owed() {
        var draft = lostCard();

        bean(Owing.class).choose(me, filling(draft), Set.of("loss-statement"));
        var application = Applicants.submit(me, draft);

        assertThat(bean(Applications.class).get(application.id()).plan().owed())
                .extracting(Plan.PlannedEvidence::key)
                .containsExactly("loss-statement");
        assertThat(application.evidence())
                .extracting(Application.Supplied::evidence)
                .doesNotContain("loss-statement");
    }

    @Test
    void what_the_guide_does_not_let_come_later_cannot() {
        var draft = Applicants.draft(me, "43PCN0012", SHAOYANG, "q-card=lost");
        takeBack(draft, "loss-statement");
        takeBack(draft, "id-photo");

        bean(Owing.class).choose(me, filling(draft), Set.of("loss-statement", "id-photo"));

        assertThat(filling(draft).checkup().missing()).containsExactly("id-photo");
        assertThat(bean(SubmitApplication.class).submit(me, draft, "zh")).isInstanceOf(Submission.NotReady.class);
    }

    @Test
    void a_document_that_is_there_is_not_owed_whatever_was_ticked() {
        var draft = lostCard();
        bean(Owing.class).choose(me, filling(draft), Set.of("loss-statement"));

        Applicants.handIn(me, draft, "loss-statement", "声明.pdf");

        assertThat(Applicants.submit(me, draft).plan().owed()).isEmpty();
    }

    @Test
    void the_day_is_told_before_choosing_where_the_case_starts_at_once() {
        var lost = filling(lostCard());
        var newborn = filling(Applicants.draft(me, "43PCN0009", SHAOYANG, "q-extras=maternity-benefit"));

        assertThat(lost.owedUntil()).containsOnlyKeys("loss-statement");
        assertThat(newborn.owedUntil()).isEmpty(); // waits for the certificate first
    }

    @Test
    void an_item_added_later_leaves_owed_what_was_owed() {
        var draft = lostCard();
        bean(Owing.class).choose(me, filling(draft), Set.of("loss-statement"));
        var application = Applicants.submit(me, draft);

        var extended = Applicants.add(me, application, "q-benefits=training");

        assertThat(extended.plan().items()).contains("card-lost", "training");
        assertThat(extended.plan().owed()).extracting(Plan.PlannedEvidence::key).containsExactly("loss-statement");
    }

    private UUID lostCard() {
        var draft = Applicants.draft(me, "43PCN0012", SHAOYANG, "q-card=lost");
        takeBack(draft, "loss-statement");
        return draft;
    }

    private void takeBack(UUID draft, String evidence) {
        for (var file : filling(draft).draft().files(evidence))
            bean(SupplyEvidence.class).takeBack(me, draft, evidence, file.attachment());
    }

    private Filling filling(UUID draft) {
        return ((Opened.Open) bean(Fillings.class).open(me, draft)).filling();
    }
}
