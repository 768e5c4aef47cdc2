package yici.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import yici.application.SubmitApplication.Submission;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Offer;
import yici.house.Product;
import yici.kit.NotFound;

class SubmitApplicationTest {

    private static final String SHAOYANG = "430523000000";

    private final SubmitApplication submitApplication = bean(SubmitApplication.class);
    private final Applications applications = bean(Applications.class);

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "43PCN0009",
                "43PCN0010",
                "43PCN0012",
                "43PCN0013",
                "43PCP0007",
                "43PCP0008",
                "43TCN0003",
                "43TCN0004",
                "43TCN0008"
            })
    void each_of_the_nine_life_events_can_be_applied_for(String lifeEvent) {
        var me = Applicants.for_(lifeEvent);

        var application = Applicants.submit(me, lifeEvent, SHAOYANG);

        assertThat(ApplicationNumber.isValid(application.number())).isTrue();
        assertThat(application.plan().items()).isNotEmpty();
    }

    @Test
    void what_was_submitted_can_be_read_back_whole() {
        var me = Applicants.person("李娜");

        var application = Applicants.submit(me, "43PCN0009", SHAOYANG, "q-extras=social-card", "q-applicant=father");

        var read = applications.get(application.id());
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringCollectionOrderInFields("evidence")
                .isEqualTo(application);
        assertThat(applications.idOf(application.number())).contains(application.id());
    }

    @Test
    void nobody_else_can_read_it_as_their_own() {
        var application = Applicants.submit(Applicants.person("李娜"), "43PCN0009", SHAOYANG);

        assertThat(applications.of(Applicants.person("王强"), application.number()))
                .isEmpty();
    }

    @Test
    void submitting_twice_gives_one_application() {
        var me = Applicants.person("李娜");
        var draft = Applicants.draft(me, "43PCN0009", SHAOYANG);

        var first = submitApplication.submit(me, draft, "zh");
        var second = submitApplication.submit(me, draft, "zh");

        assertThat(number(second)).isEqualTo(number(first));
    }

    @Test
    void ten_clicks_at_the_same_instant_give_one_application() throws Exception {
        var me = Applicants.person("李娜");
        var draft = Applicants.draft(me, "43PCN0009", SHAOYANG);

        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = clicks.invokeAll(IntStream.range(0, 10)
                    .<Callable<Submission>>mapToObj(_ -> () -> submitApplication.submit(me, draft, "zh"))
                    .toList());

            assertThat(results.stream()
                            .map(r -> ((Submission.Received) r.resultNow())
                                    .application()
                                    .number()))
                    .hasSize(10)
                    .containsOnly(((Submission.Received) results.getFirst().resultNow())
                            .application()
                            .number());
        }
    }

    @Test
    void somebody_elses_draft_is_not_there() {
        var draft = Applicants.draft(Applicants.person("李娜"), "43PCN0009", SHAOYANG);

        assertThatThrownBy(() -> submitApplication.submit(Applicants.person("王强"), draft, "zh"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_unfinished_draft_says_everything_that_is_missing_at_once_and_stays_a_draft() {
        var me = Applicants.person("李娜");
        var draft = Applicants.begin(me, "43PCN0009", SHAOYANG);

        var outcome = submitApplication.submit(me, draft, "zh");

        assertThat(outcome).isInstanceOfSatisfying(Submission.NotReady.class, not -> {
            assertThat(not.checkup().errors()).containsKeys("newbornName", "birthDate", "contactPhone");
            assertThat(not.checkup().missing()).contains("issuance-notice", "birth-record", "marriage-cert");
        });
        assertThat(bean(DraftStore.class).find(draft, me)).isPresent();
    }

    @Test
    void a_condition_that_the_answers_do_not_meet_is_named_with_its_test() {
        var me = Applicants.person("李娜");
        var draft = Applicants.draft(me, "43PCN0009", SHAOYANG);
        var guide = guide("43PCN0009");
        var elements = guide.elements().stream()
                .filter(e -> e.key().equals("settleParentHukouType"))
                .toList();
        bean(SaveAnswers.class).save(me, draft, elements, Map.of("settleParentHukouType", "COLLECTIVE"), 9);

        var outcome = submitApplication.submit(me, draft, "zh");

        assertThat(outcome).isInstanceOfSatisfying(Submission.NotReady.class, not -> {
            assertThat(not.checkup().failures())
                    .extracting(f -> f.condition().key() + " " + f.test().field())
                    .containsExactly("c2 settleParentHukouType");
        });
    }

    @Test
    void a_card_is_renewed_for_any_one_of_the_reasons_that_contradict_each_other() {
        var application = Applicants.submit(Applicants.person("王强"), "43PCN0012", SHAOYANG, "q-card=renew");

        assertThat(application.answers()).containsEntry("renewReason", "DAMAGED");
    }

    @Test
    void the_act_is_on_record_with_who_and_what() {
        var me = Applicants.person("李娜");
        var application = Applicants.submit(me, "43PCN0009", SHAOYANG);

        assertThat(bean(AuditLog.class).about("application:" + application.id(), 20))
                .filteredOn(e -> e.act().code().equals("application.submitted"))
                .singleElement()
                .satisfies(e -> assertThat(e.actor()).isEqualTo(me.asActor()))
                .extracting(AuditEvent::reason)
                .isEqualTo(application.number());
    }

    @Test
    void a_correction_replaces_the_answer_and_adds_a_file_once() {
        var application = Applicants.submit(Applicants.person("李娜"), "43PCN0009", SHAOYANG);
        var file = application.evidence().getFirst();

        bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            applications.correct(application.id(), Map.of("newbornName", "李小满"));
            applications.supply(application.id(), file);
        });

        var now = applications.get(application.id());
        assertThat(now.answers()).containsEntry("newbornName", "李小满").hasSameSizeAs(application.answers());
        assertThat(now.evidence()).containsExactlyInAnyOrderElementsOf(application.evidence());
    }

    @Test
    void two_children_get_two_numbers() {
        var me = Applicants.person("李娜");

        var numbers = List.of(
                Applicants.submit(me, "43PCN0009", SHAOYANG).number(),
                Applicants.submit(me, "43PCN0009", SHAOYANG).number());

        assertThat(numbers).doesNotHaveDuplicates();
    }

    private static String number(Submission submission) {
        return ((Submission.Received) submission).application().number();
    }

    private static Guide guide(String lifeEvent) {
        return ((Offer.Offered) bean(Catalogue.class).offer(lifeEvent, SHAOYANG))
                .edition()
                .guide();
    }
}
