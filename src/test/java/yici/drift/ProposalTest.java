package yici.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import yici.audit.AuditLog;
import yici.catalogue.Catalogue;
import yici.catalogue.EditionHead;
import yici.catalogue.Guide;
import yici.catalogue.Offer;
import yici.drift.AnswerProposal.Answered;
import yici.drift.ProposeInheritance.Proposed;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.View;

/** An area is asked to take the standard again; its own administrator answers. */
class ProposalTest {

    private static final String CODE = "43TCN0004";

    /** 平江县 differs in two fields before each test. */
    private static final String AREA = "430626000000";

    /** 醴陵市 has a made-up variant of the files. */
    private static final String OF_THE_FILES = "430281000000";

    private static final String PROMISED = "items/external-works/promised";
    private static final String NOTE = "按提议恢复全省标准";

    private final SignedIn province = People.administrator("430000000000").me();
    private final SignedIn own = People.administrator(AREA).me();

    @Test
    void accepted_the_area_has_the_standard_again_as_an_edition_with_a_note_and_two_persons() {
        var id = proposed("");

        assertThat(propose("")).isEqualTo(new Proposed.Waiting());
        var done = (Answered.Done) accept(own, id, NOTE, today());

        assertThat(guide(today())).isEqualTo(standard());
        var made = done.made().orElseThrow();
        var edition = edition(made);
        assertThat(edition.by()).contains(province.person());
        assertThat(edition.confirmedBy()).contains(own.person());
        assertThat(bean(Catalogue.class).changes(edition.id())).isEmpty();
        assertThat(new Http().get("/events/" + CODE + "/history?area=" + AREA).body())
                .contains(NOTE);
        assertThat(new Http().get(made.address()).body()).contains("2 个工作日", "<del>", "<ins>");
        assertThat(bean(AuditLog.class).about("drift:" + id, 10))
                .extracting(event -> event.act().code())
                .containsExactly("drift.accepted", "drift.proposed");
    }

    @Test
    void of_one_difference_the_others_stay_with_their_reasons() {
        var id = proposed(PROMISED);

        var done = (Answered.Done) accept(own, id, NOTE, today());

        assertThat(guide(today()).item("external-works").promised())
                .isEqualTo(standard().item("external-works").promised());
        var edition = edition(done.made().orElseThrow());
        assertThat(bean(Catalogue.class).changes(edition.id())).singleElement().satisfies(change -> {
            assertThat(change.field()).isEqualTo("items/external-works/note");
            assertThat(change.reason()).isEqualTo(Differing.REASON);
        });
    }

    @Test
    void a_variant_of_the_files_is_given_back_for_that_area_alone_and_from_that_day_on() {
        var administrator = People.administrator(OF_THE_FILES).me();
        var far = today().plusDays(300);
        var before = guide(OF_THE_FILES, far.minusDays(1));
        var id = ((Proposed.Done) bean(ProposeInheritance.class).propose(province, CODE, OF_THE_FILES, "")).id();

        assertThat(accept(administrator, id, NOTE, far)).isInstanceOf(Answered.Done.class);

        assertThat(guide(OF_THE_FILES, far)).isEqualTo(standard());
        assertThat(guide(OF_THE_FILES, far.minusDays(1))).isEqualTo(before).isNotEqualTo(standard());
    }

    @Test
    void what_is_given_back_follows_the_standard_from_then_on() {
        var done = (Answered.Done) accept(own, proposed(""), NOTE, today());

        var edition = edition(done.made().orElseThrow());
        var standard = ((Offer.Offered) bean(Catalogue.class).offer(CODE, "430000000000")).edition();

        assertThat(edition.base()).contains(standard.id());
    }

    @Test
    void to_accept_needs_a_word_on_what_is_new_and_a_day_that_is_not_over() {
        var id = proposed("");

        assertThat(accept(own, id, " ", today())).isEqualTo(new Answered.NoReason());
        assertThat(accept(own, id, "长".repeat(501), today())).isEqualTo(new Answered.TooLong(501));
        assertThat(accept(own, id, NOTE, today().minusDays(1))).isEqualTo(new Answered.WrongDay());
        assertThat(accept(own, id, NOTE, today().plusYears(2))).isEqualTo(new Answered.WrongDay());
        assertThat(bean(AnswerProposal.class).accept(own, id, NOTE, Optional.empty()))
                .isEqualTo(new Answered.WrongDay());
        assertThat(guide(today())).isNotEqualTo(standard());
        decline(own, id, "本地管网由县级公司经营");
    }

    @Test
    void to_decline_needs_a_reason_which_whoever_governs_the_area_reads() {
        var id = proposed("");

        assertThat(decline(own, id, "  ")).isEqualTo(new Answered.NoReason());
        assertThat(decline(own, id, "长".repeat(501))).isEqualTo(new Answered.TooLong(501));
        assertThat(decline(own, id, "本地管网由县级公司经营")).isEqualTo(new Answered.Done(false, Optional.empty()));
        assertThat(guide(today())).isNotEqualTo(standard());
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
        var id = proposed("");
        var neighbour = People.administrator("430224000000").me();

        assertThatThrownBy(() -> accept(province, id, NOTE, today())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> accept(neighbour, id, NOTE, today())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bean(ReadDrift.class).proposal(neighbour, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bean(ProposeInheritance.class).propose(neighbour, CODE, AREA, ""))
                .isInstanceOf(NotFound.class);
        accept(own, id, NOTE, today());
    }

    @Test
    void nobody_answers_his_own_proposal() {
        Differing.from(CODE, AREA);
        var id = ((Proposed.Done) bean(ProposeInheritance.class).propose(own, CODE, AREA, "")).id();

        assertThat(accept(own, id, NOTE, today())).isEqualTo(new Answered.OwnProposal());
        assertThat(accept(People.administrator(AREA).me(), id, NOTE, today())).isInstanceOf(Answered.Done.class);
    }

    @Test
    void an_area_that_has_the_standard_is_asked_nothing() {
        assertThatThrownBy(() -> bean(ProposeInheritance.class).propose(province, CODE, "430523000000", ""))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void of_two_answers_at_the_same_instant_one_counts() throws Exception {
        var id = proposed("");
        var other = People.administrator(AREA).me();

        try (var threads = Executors.newFixedThreadPool(2)) {
            var both =
                    threads.invokeAll(List.of(() -> accept(own, id, NOTE, today()), () -> decline(other, id, "不同意")));
            var answers = List.of(both.get(0).get(), both.get(1).get());

            assertThat(answers).filteredOn(Answered.Done.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Answered.TooLate.class::isInstance).hasSize(1);
        }
    }

    private static EditionHead edition(Proposal.Made made) {
        return bean(Catalogue.class).history(CODE, "a-430626").stream()
                .filter(head -> head.version().equals(made.version()))
                .findFirst()
                .orElseThrow();
    }

    private UUID proposed(String field) {
        Differing.from(CODE, AREA);
        return ((Proposed.Done) propose(field)).id();
    }

    private Proposed propose(String field) {
        return bean(ProposeInheritance.class).propose(province, CODE, AREA, field);
    }

    private static Answered accept(SignedIn me, UUID id, String note, LocalDate from) {
        return bean(AnswerProposal.class).accept(me, id, note, Optional.of(from));
    }

    private static Answered decline(SignedIn me, UUID id, String reason) {
        return bean(AnswerProposal.class).decline(me, id, reason);
    }

    private static Guide guide(LocalDate day) {
        return guide(AREA, day);
    }

    private static Guide guide(String area, LocalDate day) {
        return bean(Catalogue.class)
                .offer(CODE, area, day)
                .orElseThrow()
                .edition()
                .guide();
    }

    private static Guide standard() {
        return guide("430000000000", today());
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Product.running().clock().instant(), View.ZONE);
    }

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }
}
