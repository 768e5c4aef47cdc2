package yici.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import yici.application.Filed;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Offer;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.kit.Forbidden;
import yici.kit.NotFound;

/** The life of a draft: written field by field, confirmed by a second person, in force from its day. */
class DraftingTest {

    private static final String EVENT = "43TCN0004";
    private static final String PROVINCE = "430000000000";
    private static final String PROMISED = "items/external-works/promised";
    private static final Map<String, String> TWO_DAYS = Map.of("value", "2", "unit", "WORKING_DAY");
    private static final String REASON = "本县外线工程由一家公司统一施工，两个工作日可以办完。";

    @Test
    void a_county_overrides_a_limit_with_a_reason_a_second_person_publishes_and_the_page_says_why() {
        var area = "430528000000";
        var author = People.administrator(area).me();
        var second = People.administrator(area).me();

        var draft = today(author, start(author, area));
        change(author, draft, PROMISED, TWO_DAYS, REASON);
        send(author, draft);
        assertThat(publish(author, draft)).isInstanceOf(PublishDraft.Published.OwnWork.class);
        assertThat(publish(second, draft)).isInstanceOf(PublishDraft.Published.Done.class);

        assertThat(promised(area)).isEqualTo(new Guide.Limit(2, Guide.Unit.WORKING_DAY));
        assertThat(new Http().get("/events/" + EVENT + "?area=" + area).body()).contains(REASON);
        assertThat(acts(draft))
                .containsExactly(
                        "drafting.published",
                        "drafting.sent",
                        "drafting.changed",
                        "drafting.changed",
                        "drafting.started");
    }

    @Test
    void publishing_never_changes_an_open_application() {
        var area = "430522000000";
        var citizen = People.firm();
        var filed = Filed.by(citizen.me().account(), citizen.me().name(), EVENT, area, Map.of(), "external-works");
        var http = new Http();
        http.signIn(citizen.login());
        var before = http.get("/my/" + filed.number()).body();

        overridden(area);

        assertThat(promised(area)).isEqualTo(new Guide.Limit(2, Guide.Unit.WORKING_DAY));
        assertThat(main(http.get("/my/" + filed.number()).body())).isEqualTo(main(before));
        assertThat(Product.running()
                        .bean(Catalogue.class)
                        .edition(filed.edition())
                        .guide()
                        .item("external-works")
                        .promised())
                .isEqualTo(new Guide.Limit(5, Guide.Unit.WORKING_DAY));
    }

    @Test
    void a_difference_without_a_reason_is_not_taken_and_nothing_typed_is_lost() {
        var area = "430524000000";
        var author = People.administrator(area);
        var draft = start(author.me(), area);
        var http = new Http();
        http.signIn(author.login());
        http.get("/admin/drafts/" + draft + "/field?at=" + PROMISED);

        var answer = http.post(
                "/admin/drafts/" + draft + "/field",
                Map.of("at", PROMISED, "version", "1", "value", "4", "unit", "WORKING_DAY", "reason", ""));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"4\"").contains("要写明理由");
        assertThat(find(author.me(), draft).changes()).isEmpty();
    }

    @Test
    void two_who_write_at_once_see_each_other_and_cannot_overwrite() {
        var area = "430529000000";
        var first = People.administrator(area);
        var second = People.administrator(area);
        var draft = start(first.me(), area);
        var http = new Http();
        http.signIn(second.login());
        http.get("/admin/drafts/" + draft + "/field?at=" + PROMISED);
        change(first.me(), draft, PROMISED, TWO_DAYS, REASON);

        var answer = http.post(
                "/admin/drafts/" + draft + "/field",
                Map.of("at", PROMISED, "version", "1", "value", "4", "unit", "WORKING_DAY", "reason", "四天够了"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("value=\"4\"")
                .contains("四天够了")
                .contains(first.me().name())
                .contains("2 个工作日");
        assertThat(find(first.me(), draft).changes())
                .extracting(c -> c.reason())
                .containsExactly(REASON);
        var firstHttp = new Http();
        firstHttp.signIn(first.login());
        assertThat(firstHttp.get("/admin/drafts/" + draft).body()).contains("也打开着这份草稿");
    }

    @Test
    void every_part_of_every_life_event_is_there_to_be_changed_in_each_language() {
        var area = "430726000000";
        var someone = People.administrator(area);
        for (var event : Product.running().bean(Catalogue.class).lifeEvents()) {
            var draft = Product.running()
                    .bean(StartDraft.class)
                    .start(someone.me(), event.code(), area)
                    .id();
            for (var language : List.of(yici.kit.Language.ZH, yici.kit.Language.FR)) {
                var http = new Http(language);
                http.signIn(someone.login());
                assertThat(http.get("/admin/drafts").statusCode()).isEqualTo(200);
                assertThat(http.get("/admin/drafts/" + draft).statusCode()).isEqualTo(200);
                for (var part : Fields.Part.values())
                    assertThat(http.get("/admin/drafts/" + draft + "/parts/" + part.key())
                                    .statusCode())
                            .as("%s %s", event.code(), part)
                            .isEqualTo(200);
            }
        }
    }

    @Test
    void each_step_can_be_undone_back_to_the_first() {
        var area = "430525000000";
        var me = People.administrator(area).me();
        var draft = start(me, area);
        change(me, draft, PROMISED, TWO_DAYS, REASON);
        change(me, draft, PROMISED, Map.of("value", "1", "unit", "WORKING_DAY"), REASON);

        undo(me, draft);
        assertThat(find(me, draft).changes())
                .extracting(c -> c.now().orElseThrow().path("value").asInt())
                .containsExactly(2);
        undo(me, draft);
        assertThat(find(me, draft).changes()).isEmpty();
        assertThat(move().undo(me, draft, find(me, draft).version())).contains(MoveDraft.Flaw.NOTHING_TO_UNDO);
    }

    @Test
    void the_same_as_what_is_inherited_is_no_difference() {
        var area = "430581000000";
        var me = People.administrator(area).me();
        var draft = start(me, area);
        change(me, draft, PROMISED, TWO_DAYS, REASON);

        change(me, draft, PROMISED, Map.of("value", "5", "unit", "WORKING_DAY"), "");

        assertThat(find(me, draft).changes()).isEmpty();
        assertThat(move().send(me, draft, find(me, draft).version())).contains(MoveDraft.Flaw.NOTHING_CHANGED);
    }

    @Test
    void a_rule_that_forbids_what_is_new_refuses_the_publication_and_names_the_field() {
        var area = "430527000000";
        var me = People.administrator(area).me();
        var draft = today(me, start(me, area));
        change(me, draft, PROMISED, Map.of("value", "60", "unit", "WORKING_DAY"), "测试超长");
        send(me, draft);

        var refused = (PublishDraft.Published.Refused)
                publish(People.administrator(area).me(), draft);

        assertThat(refused.objections()).isNotEmpty();
        assertThat(promised(area)).isEqualTo(new Guide.Limit(5, Guide.Unit.WORKING_DAY));
        assertThat(Product.running().bean(Catalogue.class).variants(EVENT))
                .noneMatch(v -> v.variant().key().equals("a-430527"));
    }

    @Test
    void only_administrators_of_the_area_or_above_draft_and_of_the_province_the_standard() {
        var area = "430523000000";
        var mine = People.administrator(area).me();
        var neighbour = People.administrator("430521000000").me();
        var draft = start(mine, area);

        assertThatThrownBy(() -> start(neighbour, area)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> start(mine, PROVINCE)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> change(neighbour, draft, PROMISED, TWO_DAYS, REASON))
                .isInstanceOf(NotFound.class);
        assertThat(start(People.administrator("430500000000").me(), area)).isEqualTo(draft);
    }

    @Test
    void after_a_new_standard_a_county_keeps_its_difference_or_is_asked_where_both_changed_the_same() {
        var follows = "430721000000";
        var stuck = "430722000000";
        var standard = Product.running().bean(Areas.class).province().code();
        var note = "items/water/note";
        overridden(follows);
        published(stuck, note, Map.of("value", "县里的说明"));

        published(standard, note, Map.of("value", "省里的新说明"));

        assertThat(guide(follows).item("external-works").promised())
                .isEqualTo(new Guide.Limit(2, Guide.Unit.WORKING_DAY));
        assertThat(guide(follows).item("water").note()).isEqualTo("省里的新说明");
        assertThat(guide(stuck).item("water").note()).isEqualTo("县里的说明");

        var me = People.administrator(stuck).me();
        var draft = today(me, start(me, stuck));
        assertThat(sheet(me, draft).conflicts())
                .extracting(c -> c.change().field())
                .containsExactly(note);
        Product.running()
                .bean(SettleConflict.class)
                .settle(me, draft, find(me, draft).version(), note, true);
        send(me, draft);
        assertThat(publish(People.administrator(stuck).me(), draft)).isInstanceOf(PublishDraft.Published.Done.class);
        assertThat(guide(stuck).item("water").note()).isEqualTo("县里的说明");

        published(standard, note, Map.of("value", ""));
    }

    private static void overridden(String area) {
        published(area, PROMISED, TWO_DAYS);
    }

    private static void published(String area, String at, Map<String, String> typed) {
        var me = People.administrator(area).me();
        var draft = today(me, start(me, area));
        change(me, draft, at, typed, REASON);
        send(me, draft);
        assertThat(publish(People.administrator(area).me(), draft)).isInstanceOf(PublishDraft.Published.Done.class);
    }

    private static UUID start(SignedIn me, String area) {
        return Product.running().bean(StartDraft.class).start(me, EVENT, area).id();
    }

    private static UUID today(SignedIn me, UUID draft) {
        var day = LocalDate.ofInstant(Product.running().clock().instant(), yici.kit.View.ZONE);
        assertThat(move().terms(me, draft, find(me, draft).version(), Optional.of(day), ""))
                .isEmpty();
        return draft;
    }

    private static void change(SignedIn me, UUID draft, String at, Map<String, String> typed, String reason) {
        int version = version(me, draft);
        assertThat(Product.running().bean(ChangeField.class).change(me, draft, version, at, typed, reason))
                .isInstanceOf(ChangeField.Changed.Done.class);
    }

    private static int version(SignedIn me, UUID draft) {
        return find(me, draft).version();
    }

    private static void undo(SignedIn me, UUID draft) {
        assertThat(move().undo(me, draft, version(me, draft))).isEmpty();
    }

    private static void send(SignedIn me, UUID draft) {
        assertThat(move().send(me, draft, version(me, draft))).isEmpty();
    }

    private static PublishDraft.Published publish(SignedIn me, UUID draft) {
        return Product.running().bean(PublishDraft.class).publish(me, draft, version(me, draft));
    }

    private static MoveDraft move() {
        return Product.running().bean(MoveDraft.class);
    }

    private static Draft find(SignedIn me, UUID draft) {
        return Product.running()
                .bean(GuideDrafts.class)
                .find(
                        Product.running().bean(yici.identity.Policy.class).reach(me, yici.identity.Deed.DRAFT_GUIDE),
                        draft)
                .orElseThrow(() -> new NotFound("draft"));
    }

    private static Sheet sheet(SignedIn me, UUID draft) {
        return Product.running().bean(DraftHand.class).sheet(find(me, draft));
    }

    private static Guide guide(String area) {
        return ((Offer.Offered) Product.running().bean(Catalogue.class).offer(EVENT, area))
                .edition()
                .guide();
    }

    private static Guide.Limit promised(String area) {
        return guide(area).item("external-works").promised();
    }

    private static List<String> acts(UUID draft) {
        return Product.running().bean(AuditLog.class).about("draft:" + draft, 20).stream()
                .map(AuditEvent::act)
                .map(AuditEvent.Act::code)
                .toList();
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"))
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
