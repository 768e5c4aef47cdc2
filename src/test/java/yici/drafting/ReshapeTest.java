package yici.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.AreaVariants;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Soundness;
import yici.drafting.ChangeField.Changed;
import yici.drafting.ReshapeGuide.Edit;
import yici.form.Feel;
import yici.house.People;
import yici.house.Product;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.View;

/** Things of a guide come, change places and go, and what is left holds together. */
class ReshapeTest {

    private static final String AREA = "430781000000";
    private static final String REASON = "试点方案第三条";

    private final SignedIn me = People.administrator(AREA).me();

    @Test
    void every_rule_of_every_guide_is_written_as_feel_and_read_again() {
        guides().forEach(guide -> guide.conditions()
                .forEach(condition -> condition
                        .rule()
                        .ifPresent(rule -> assertThat(Feel.read(Feel.write(rule, guide.elements()), guide.elements()))
                                .as("%s %s", guide.code(), condition.key())
                                .isEqualTo(new Feel.Reading.Read(rule)))));
    }

    @Test
    void whichever_service_is_taken_away_the_rest_holds_together_or_the_page_says_what_does_not() {
        events().forEach(event -> {
            var text = text(event);
            var before = variants().read(text);
            assertThat(Soundness.check(before, before)).as(event).isEmpty();
            for (var item : before.items()) {
                var copy = (ObjectNode) text.deepCopy();
                new RemoveThing(List.of("items", item.key())).on(before, copy);
                var after = variants().read(copy);

                assertThat(after.items()).noneMatch(i -> i.key().equals(item.key()));
                assertThat(Soundness.check(after, before))
                        .as("%s without %s", event, item.key())
                        .allMatch(tangle ->
                                !tangle.names().isEmpty() || after.items().isEmpty());
            }
        });
    }

    @Test
    void an_order_of_its_own_stays_when_the_draft_is_read_again_and_can_be_undone() {
        var draft = start("43PCP0007");
        var first = questions(draft);

        done(draft, new MoveThing(List.of("questions", first.get(1)), true));

        assertThat(questions(draft)).startsWith(first.get(1), first.get(0)).containsAll(first);
        assertThat(find(draft).changes()).extracting(c -> c.field()).containsExactly("questions/#order");
        Product.running().bean(MoveDraft.class).undo(me, draft, find(draft).version());
        assertThat(questions(draft)).isEqualTo(first);
    }

    @Test
    void services_that_wait_for_each_other_are_refused_and_the_circle_is_named() {
        var draft = start("43PCN0009");
        var guide = guide(draft);
        var waiting = guide.items().stream()
                .filter(i -> i.prerequisites().stream().anyMatch(p -> p.item().isPresent()))
                .findFirst()
                .orElseThrow();
        var before = waiting.prerequisites().stream()
                .flatMap(p -> p.item().stream())
                .findFirst()
                .orElseThrow();

        var refused = reshape(
                draft, new JoinItems(before, Optional.empty(), Map.of("before", "items/" + waiting.key())), REASON);

        var wrong = (Wrong.Tangle) ((Changed.Flawed) refused).wrong();
        assertThat(wrong.words()).isEqualTo("catalogue.tangle.circle");
        assertThat(wrong.names().getFirst())
                .contains(waiting.name().zh(), guide.item(before).name().zh());
        assertThat(find(draft).changes()).isEmpty();
    }

    @Test
    void what_something_else_still_speaks_of_is_not_taken_away() {
        var draft = start("43PCN0013");
        var spoken = guide(draft).conditions().stream()
                .flatMap(c -> c.rule().stream())
                .flatMap(r -> r.tests().stream())
                .map(t -> t.field())
                .findFirst()
                .orElseThrow();

        var refused = reshape(draft, new RemoveThing(List.of("elements", spoken)), REASON);

        assertThat(((Wrong.Tangle) ((Changed.Flawed) refused).wrong()).words())
                .isEqualTo("catalogue.tangle.still-used");
    }

    @Test
    void a_new_question_of_the_form_needs_a_reason_even_in_the_standard_and_a_known_meaning_is_not_taken_twice() {
        var dictionary = Product.running().bean(Dictionary.class);

        assertThat(dictionary.alike("统一社会信用代码", yici.form.DataElement.Type.CREDIT_CODE))
                .anyMatch(Dictionary.Alike::same);
        assertThat(dictionary.alike("经办人的联系电话", yici.form.DataElement.Type.PHONE))
                .isNotEmpty()
                .noneMatch(Dictionary.Alike::same);
        assertThat(dictionary.alike("颁奖词", yici.form.DataElement.Type.STRING)).isEmpty();
        var edit = new AddElement(
                Optional.empty(),
                Map.of("zh", "颁奖词", "type", "STRING", "key", "awardWords", "member-0", "on"),
                List.of(),
                Map.of());
        assertThat(edit.alwaysNeedsReason()).isTrue();
        var draft = start("43PCN0010");
        assertThat(reshape(draft, edit, "")).isEqualTo(new Changed.Flawed("reason", Wrong.Flaw.NO_REASON));
        done(draft, edit);
        assertThat(guide(draft).elements()).extracting(e -> e.key()).contains("awardWords");
    }

    @Test
    void two_areas_changes_that_would_wait_for_each_other_leave_the_lower_one_where_it_is() {
        var province = "430000000000";
        var event = "43TCN0004";
        published(AREA, event, new JoinItems("gas", Optional.empty(), Map.of("before", "items/telecom")));

        published(province, event, new JoinItems("telecom", Optional.empty(), Map.of("before", "items/gas")));
        try {
            var today = java.time.LocalDate.ofInstant(Product.running().clock().instant(), View.ZONE);
            assertThat(variants().stuck(event, AREA, today)).isPresent();
            var offer = (yici.catalogue.Offer.Offered)
                    Product.running().bean(Catalogue.class).offer(event, AREA);
            assertThat(Soundness.check(offer.edition().guide(), offer.edition().guide()))
                    .isEmpty();
            assertThat(new yici.house.Http()
                            .get("/events/" + event + "?area=" + AREA)
                            .statusCode())
                    .isEqualTo(200);
            var draft = start(event);
            var someone = People.administrator(AREA);
            var http = new yici.house.Http();
            http.signIn(someone.login());
            assertThat(http.get("/admin/drafts/" + draft).body()).contains("互相等待");
            assertThat(http.get("/admin/drafts/" + draft + "/parts/graph").statusCode())
                    .isEqualTo(200);
            assertThat(Product.running()
                            .bean(MoveDraft.class)
                            .send(me, draft, find(draft).version()))
                    .contains(MoveDraft.Flaw.TANGLED);
        } finally {
            published(province, event, new JoinItems("telecom", Optional.of(0), Map.of("part", "yes")));
        }
    }

    private static void published(String area, String event, Edit edit) {
        var author = People.administrator(area).me();
        var id = Product.running()
                .bean(StartDraft.class)
                .start(author, event, area)
                .id();
        var move = Product.running().bean(MoveDraft.class);
        var today = java.time.LocalDate.ofInstant(Product.running().clock().instant(), View.ZONE);
        assertThat(Product.running().bean(ReshapeGuide.class).reshape(author, id, 1, edit, REASON))
                .isInstanceOf(Changed.Done.class);
        assertThat(move.terms(author, id, 2, Optional.of(today), "")).isEmpty();
        assertThat(move.send(author, id, 3)).isEmpty();
        assertThat(Product.running()
                        .bean(PublishDraft.class)
                        .publish(People.administrator(area).me(), id, 3))
                .isInstanceOf(PublishDraft.Published.Done.class);
    }

    private UUID start(String event) {
        return Product.running().bean(StartDraft.class).start(me, event, AREA).id();
    }

    private void done(UUID draft, Edit edit) {
        assertThat(reshape(draft, edit, REASON)).isInstanceOf(Changed.Done.class);
    }

    private Changed reshape(UUID draft, Edit edit, String reason) {
        return Product.running()
                .bean(ReshapeGuide.class)
                .reshape(me, draft, find(draft).version(), edit, reason);
    }

    private List<String> questions(UUID draft) {
        return guide(draft).questions().stream().map(Guide.Question::key).toList();
    }

    private Guide guide(UUID draft) {
        var sheet = Product.running().bean(DraftHand.class).sheet(find(draft));
        return variants().read(sheet.own().orElseThrow());
    }

    private Draft find(UUID draft) {
        return Product.running()
                .bean(GuideDrafts.class)
                .find(Product.running().bean(Policy.class).reach(me, Deed.DRAFT_GUIDE), draft)
                .orElseThrow();
    }

    private static Stream<String> events() {
        return Product.running().bean(Catalogue.class).lifeEvents().stream().map(e -> e.code());
    }

    private static Stream<Guide> guides() {
        return events().map(ReshapeTest::text).map(variants()::read);
    }

    private static tools.jackson.databind.JsonNode text(String event) {
        var today = java.time.LocalDate.ofInstant(Product.running().clock().instant(), View.ZONE);
        return variants().text(variants().ground(event, AREA, today).base().id());
    }

    private static AreaVariants variants() {
        return Product.running().bean(AreaVariants.class);
    }
}
