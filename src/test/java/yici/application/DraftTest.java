package yici.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import yici.application.BeginDraft.Begun;
import yici.application.Fillings.Opened;
import yici.application.SaveAnswers.Saved;
import yici.application.SupplyEvidence.Sent;
import yici.application.SupplyEvidence.Taken;
import yici.attachment.Upload;
import yici.catalogue.Catalogue;
import yici.catalogue.Edition;
import yici.catalogue.Guide;
import yici.catalogue.Offer;
import yici.form.DataElement;
import yici.house.People;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.Ids;
import yici.kit.NotFound;

/** A draft from the notice to the moment before it is sent. */
class DraftTest {

    private static final String SHAOYANG = "430523000000";
    private static final String NEWBORN = "43PCN0009";

    private final BeginDraft beginDraft = bean(BeginDraft.class);
    private final SaveAnswers saveAnswers = bean(SaveAnswers.class);
    private final SupplyEvidence supplyEvidence = bean(SupplyEvidence.class);
    private final ChangeScenario changeScenario = bean(ChangeScenario.class);
    private final SignedIn mother = Applicants.person("李娜");

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }

    private static Edition edition(String lifeEvent) {
        return ((Offer.Offered) bean(Catalogue.class).offer(lifeEvent, SHAOYANG)).edition();
    }

    private static Filling open(SignedIn me, UUID draft) {
        return ((Opened.Open) bean(Fillings.class).open(me, draft)).filling();
    }

    private static List<DataElement> elements(Filling filling, String... keys) {
        return filling.elements().stream()
                .filter(e -> List.of(keys).contains(e.key()))
                .toList();
    }

    // beginning

    @Test
    void pressing_the_button_twice_begins_one_draft() {
        var wish = Optional.of(Ids.fresh(Product.running().clock()));
        var answers = Scenarios.fill(edition(NEWBORN).guide(), "q-applicant=mother");

        var first = beginDraft.begin(mother, edition(NEWBORN), SHAOYANG, SHAOYANG, answers, wish);
        var second = beginDraft.begin(mother, edition(NEWBORN), SHAOYANG, SHAOYANG, answers, wish);

        assertThat(first).isEqualTo(new Begun.Ready(wish.orElseThrow())).isEqualTo(second);
    }

    @Test
    void an_id_that_is_somebody_elses_draft_is_not_used_again() {
        var theirs = Applicants.begin(Applicants.person("王强"), NEWBORN, SHAOYANG);
        var answers = Scenarios.fill(edition(NEWBORN).guide(), "q-applicant=mother");

        var begun = beginDraft.begin(mother, edition(NEWBORN), SHAOYANG, SHAOYANG, answers, Optional.of(theirs));

        assertThat(begun)
                .isInstanceOfSatisfying(
                        Begun.Ready.class, r -> assertThat(r.draft()).isNotEqualTo(theirs));
    }

    @Test
    void who_is_excluded_begins_nothing() {
        var answers = Scenarios.fill(edition(NEWBORN).guide(), "q-wedlock=no");

        assertThat(beginDraft.begin(mother, edition(NEWBORN), SHAOYANG, SHAOYANG, answers, Optional.empty()))
                .isInstanceOf(Begun.Excluded.class);
    }

    @Test
    void a_question_without_an_answer_is_asked_first() {
        var answers = Scenarios.answers("q-applicant=mother");

        assertThat(beginDraft.begin(mother, edition(NEWBORN), SHAOYANG, SHAOYANG, answers, Optional.empty()))
                .isEqualTo(new Begun.Unanswered("q-ethnicity"));
    }

    @Test
    void a_firms_matter_is_not_begun_from_a_persons_account() {
        var answers = Scenarios.fill(edition("43TCN0003").guide());

        assertThat(beginDraft.begin(mother, edition("43TCN0003"), SHAOYANG, SHAOYANG, answers, Optional.empty()))
                .isEqualTo(new Begun.NotYours(Guide.Audience.LEGAL));
    }

    @Test
    void what_the_account_knows_is_filled_in_and_marked() {
        var woman = People.citizen("李知", "430523", "1995-03-16", true);
        var draft = Applicants.begin(woman.me(), NEWBORN, SHAOYANG, "q-applicant=mother");

        var filling = open(woman.me(), draft);

        assertThat(filling.draft().typed())
                .containsEntry("motherName", "李知")
                .containsEntry("motherIdNo", woman.account().number());
        assertThat(filling.draft().known().facts().get("motherName"))
                .isEqualTo(new Known.Fact(Known.From.ACCOUNT, "李知"));
    }

    @Test
    void what_guidance_has_answered_is_not_asked_again() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG, "q-wedlock=yes", "q-ethnicity=same");

        var known = open(mother, draft).draft().known().facts();

        assertThat(known)
                .containsEntry("bornInPresentMarriage", new Known.Fact(Known.From.GUIDANCE, "true"))
                .containsEntry("parentsSameEthnicity", new Known.Fact(Known.From.GUIDANCE, "true"));
    }

    @Test
    void a_firms_licence_is_filled_in_from_its_account() {
        var firm = People.firm();
        var draft = Applicants.begin(firm.me(), "43TCN0003", SHAOYANG);

        assertThat(open(firm.me(), draft).draft().typed())
                .containsEntry("uscc", firm.account().number())
                .containsEntry("entityName", firm.account().name())
                .containsEntry("legalPerson", firm.account().representative());
    }

    @Test
    void somebody_elses_draft_cannot_be_opened_saved_or_handed_a_file() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG);
        var other = Applicants.person("王强");

        assertThatThrownBy(() -> bean(Fillings.class).open(other, draft)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> saveAnswers.save(other, draft, List.of(), Map.of("newbornName", "x"), 1))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> supplyEvidence.supply(other, draft, "birth-record", List.of()))
                .isInstanceOf(NotFound.class);
    }

    // saving

    @Test
    void what_is_typed_wrong_is_kept_as_typed_and_the_error_named() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG);
        var page = elements(open(mother, draft), "contactPhone");

        var saved = saveAnswers.save(mother, draft, page, Map.of("contactPhone", "1390000"), 1);

        assertThat(saved)
                .isInstanceOfSatisfying(
                        Saved.Wrong.class, wrong -> assertThat(wrong.errors()).containsOnlyKeys("contactPhone"));
        assertThat(open(mother, draft).draft().typed()).containsEntry("contactPhone", "1390000");
    }

    @Test
    void two_browsers_each_keep_their_own_page_and_hear_of_the_other() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG);
        var filling = open(mother, draft);

        saveAnswers.save(mother, draft, elements(filling, "newbornName"), Map.of("newbornName", "李小满"), 1);
        var second = saveAnswers.save(
                mother, draft, elements(filling, "contactPhone"), Map.of("contactPhone", "13900000001"), 1);

        assertThat(second).isInstanceOfSatisfying(Saved.Kept.class, kept -> {
            assertThat(kept.meanwhile().elsewhere()).containsExactly("newbornName");
            assertThat(kept.meanwhile().replaced()).isEmpty();
        });
        assertThat(open(mother, draft).draft().typed())
                .containsEntry("newbornName", "李小满")
                .containsEntry("contactPhone", "13900000001");
    }

    @Test
    void of_two_saves_of_one_page_the_later_wins_and_says_what_it_replaced() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG);
        var page = elements(open(mother, draft), "newbornName");

        saveAnswers.save(mother, draft, page, Map.of("newbornName", "李小满"), 1);
        var later = saveAnswers.save(mother, draft, page, Map.of("newbornName", "李安宁"), 1);

        assertThat(later)
                .isInstanceOfSatisfying(
                        Saved.Kept.class,
                        kept -> assertThat(kept.meanwhile().replaced()).containsExactly("newbornName"));
        assertThat(open(mother, draft).draft().typed()).containsEntry("newbornName", "李安宁");
    }

    @Test
    void saving_again_after_ones_own_save_says_nothing() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG);
        var page = elements(open(mother, draft), "newbornName");

        var first = (Saved.Kept) saveAnswers.save(mother, draft, page, Map.of("newbornName", "李小满"), 1);
        var second = saveAnswers.save(mother, draft, page, Map.of("newbornName", "李安宁"), first.version());

        assertThat(second)
                .isInstanceOfSatisfying(
                        Saved.Kept.class,
                        kept -> assertThat(kept.meanwhile().quiet()).isTrue());
    }

    // documents

    @Test
    void a_file_that_is_refused_takes_nothing_away() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG);
        Applicants.handIn(mother, draft, "birth-record", "记录.pdf");

        var taken = supplyEvidence.supply(
                mother, draft, "birth-record", List.of(sent("空.pdf", ""), sent("程序.pdf", "MZ\u0090program")));

        assertThat(taken).hasSize(2);
        assertThat(taken.getFirst()).isEqualTo(new Taken.Refused("空.pdf", new Upload.Empty()));
        assertThat(taken.getLast())
                .isInstanceOfSatisfying(
                        Taken.Refused.class,
                        refused -> assertThat(refused.why()).isInstanceOf(Upload.WrongType.class));
        assertThat(open(mother, draft).draft().files("birth-record"))
                .extracting(Draft.HandedIn::fileName)
                .containsExactly("记录.pdf");
    }

    @Test
    void a_document_has_at_most_five_files() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG);
        for (int i = 1; i <= SupplyEvidence.MOST_FILES; i++)
            Applicants.handIn(mother, draft, "birth-record", i + ".pdf");

        var sixth = supplyEvidence.supply(mother, draft, "birth-record", List.of(pdf("6.pdf")));

        assertThat(sixth).containsExactly(new Taken.TooMany("6.pdf"));
    }

    @Test
    void a_document_the_plan_does_not_ask_for_is_not_taken() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG);

        assertThatThrownBy(() -> supplyEvidence.supply(mother, draft, "bank-card-copy", List.of(pdf("卡.pdf"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_file_is_taken_back_once_and_twice_is_the_same() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG);
        Applicants.handIn(mother, draft, "birth-record", "记录.pdf");
        var file = open(mother, draft).draft().files("birth-record").getFirst();

        supplyEvidence.takeBack(mother, draft, "birth-record", file.attachment());
        supplyEvidence.takeBack(mother, draft, "birth-record", file.attachment());

        assertThat(open(mother, draft).draft().files("birth-record")).isEmpty();
    }

    @Test
    void what_was_handed_in_before_need_not_be_handed_in_again() {
        Applicants.submit(mother, "43PCN0012", SHAOYANG, "q-card=new");

        var next = Applicants.begin(mother, "43PCN0012", SHAOYANG, "q-card=new");

        assertThat(open(mother, next).draft().files("id-photo")).hasSize(1);
    }

    // changing one's mind

    @Test
    void other_answers_change_the_plan_and_keep_what_was_typed_and_handed_in() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG);
        var filling = open(mother, draft);
        saveAnswers.save(mother, draft, elements(filling, "newbornName"), Map.of("newbornName", "李小满"), 1);
        Applicants.handIn(mother, draft, "birth-record", "记录.pdf");

        changeScenario.change(
                mother,
                open(mother, draft).draft(),
                filling.guide(),
                filling.draft().scenario().with("q-extras", List.of("social-card")));

        var now = open(mother, draft);
        assertThat(now.plan().items()).contains("social-card");
        assertThat(now.draft().typed()).containsEntry("newbornName", "李小满");
        assertThat(now.draft().files("birth-record")).hasSize(1);
    }

    @Test
    void answers_that_would_exclude_are_not_taken_over() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG);
        var filling = open(mother, draft);

        var changed = changeScenario.change(
                mother,
                filling.draft(),
                filling.guide(),
                filling.draft().scenario().with("q-wedlock", List.of("no")));

        assertThat(changed).isInstanceOf(ChangeScenario.Changed.Excluded.class);
        assertThat(open(mother, draft).draft().scenario())
                .isEqualTo(filling.draft().scenario());
    }

    @Test
    void a_draft_thrown_away_is_gone() {
        var draft = Applicants.begin(mother, NEWBORN, SHAOYANG);

        bean(DiscardDraft.class).discard(mother, draft);
        bean(DiscardDraft.class).discard(mother, draft);

        assertThatThrownBy(() -> bean(Fillings.class).open(mother, draft)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_draft_already_sent_leads_to_its_application() {
        var draft = Applicants.draft(mother, NEWBORN, SHAOYANG);
        var application = Applicants.submit(mother, draft);

        assertThat(bean(Fillings.class).open(mother, draft)).isEqualTo(new Opened.Sent(application.number()));
    }

    @Test
    void the_list_of_drafts_says_how_far_each_is() {
        var person = Applicants.person("陈一");
        Applicants.draft(person, NEWBORN, SHAOYANG);

        assertThat(bean(Drafts.class).list(person))
                .singleElement()
                .satisfies(line -> assertThat(line.done()).isEqualTo(line.total()));
    }

    @Test
    void the_next_child_is_begun_from_the_first_ones_application_without_what_is_its_own() {
        var first = Applicants.submit(mother, NEWBORN, SHAOYANG, "q-multiple=more");

        var begun = beginDraft.again(
                mother, edition(NEWBORN), first, Ids.fresh(Product.running().clock()));

        var second = open(mother, ((Begun.Ready) begun).draft()).draft().typed();
        assertThat(second)
                .containsEntry("fatherName", String.valueOf(first.answers().get("fatherName")));
        assertThat(second).doesNotContainKey("newbornName");
    }

    private static Sent sent(String name, String content) {
        return new Sent(name, () -> stream(content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    private static Sent pdf(String name) {
        return new Sent(name, () -> stream(Applicants.pdf()));
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
