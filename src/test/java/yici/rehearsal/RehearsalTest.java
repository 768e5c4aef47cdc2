package yici.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import yici.application.Applicants;
import yici.application.Application;
import yici.application.Plan;
import yici.application.WouldHave;
import yici.audit.AuditLog;
import yici.catalogue.AreaVariants;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.kit.NotFound;
import yici.kit.View;
import yici.rehearsal.Difference.Kind;

/** A draft is tried on the applications of the last year, and nobody is bound by it. */
class RehearsalTest {

    private static final String EVENT = "43PCP0007";
    private static final String PURPOSE = "看一看多要一份材料会影响多少人";

    @Test
    void whoever_would_have_been_asked_for_a_document_is_found_and_can_see_that_the_application_was_used() {
        var area = "430723000000";
        var first = filed(area);
        var second = filed(area);
        var administrator = People.administrator(area);
        var http = signedIn(administrator);
        var draft = draft(http, area);
        change(http, draft, "evidence/" + waived(first) + "/waiver", "NONE");

        var rehearsal = rehearsed(http, draft);

        assertThat(rehearsal.state()).isEqualTo(Rehearsal.State.DONE);
        assertThat(rehearsal.looked()).isGreaterThanOrEqualTo(2).isEqualTo(rehearsal.differing());
        assertThat(bean(Findings.class).counts(rehearsal.id()).of(Kind.EVIDENCE))
                .isEqualTo(rehearsal.differing());
        var page = http.get(RehearsalPages.address(draft)).body();
        assertThat(page)
                .contains("要多交的材料", RunRehearsal.covered(first.number()))
                .doesNotContain(first.number(), first.applicantName());
        assertThat(http.get("/admin/drafts/" + draft).body()).contains(rehearsal.differing() + " 件会不同");
        assertThat(http.get(RehearsalPages.address(draft) + ".csv").body()).contains("要多交的材料");
        for (var application : List.of(first, second))
            assertThat(bean(AuditLog.class).looks("account:" + application.applicant(), Long.MAX_VALUE, 50))
                    .anySatisfy(look -> {
                        assertThat(look.event().act().code()).isEqualTo("rehearsal.rehearsal_looked");
                        assertThat(look.event().reason()).isEqualTo(PURPOSE);
                        assertThat(look.event().subject()).isEqualTo(rehearsal.subject());
                    });
    }

    @Test
    void words_that_bind_nobody_otherwise_make_no_difference_and_what_is_changed_later_is_not_what_was_tried() {
        var area = "430724000000";
        var application = filed(area);
        var http = signedIn(People.administrator(area));
        var draft = draft(http, area);
        change(http, draft, "evidence/" + waived(application) + "/fillingNote", "请用黑色笔填写");

        var rehearsal = rehearsed(http, draft);

        assertThat(rehearsal.looked()).isPositive();
        assertThat(rehearsal.differing()).isZero();
        assertThat(http.get(RehearsalPages.address(draft)).body()).contains("没有一件申请会因此不同");
        change(http, draft, "evidence/" + waived(application) + "/fillingNote", "请用蓝色笔填写");
        assertThat(http.get(RehearsalPages.address(draft)).body()).contains("试运行之后草稿又改过");
        assertThat(http.get("/admin/drafts/" + draft).body()).contains("之后草稿又改过");
    }

    @Test
    void only_who_governs_the_area_and_says_why_may_try_a_draft() {
        var area = "430725000000";
        var http = signedIn(People.administrator(area));
        var draft = draft(http, area);
        http.get(RehearsalPages.address(draft));

        assertThat(http.post(RehearsalPages.address(draft), Map.of("purpose", " "))
                        .statusCode())
                .isEqualTo(422);
        var neighbour = People.administrator("430722000000").me();
        assertThatThrownBy(() -> bean(BeginRehearsal.class).begin(neighbour, draft, PURPOSE))
                .isInstanceOf(NotFound.class);
        assertThat(new Http().get(RehearsalPages.address(draft)).body()).doesNotContain("试运行");
        assertThat(bean(Rehearsals.class).latest(draft)).isEmpty();
    }

    @Test
    void a_stricter_condition_refuses_and_a_milder_one_no_more() {
        var application = filed("430721000000");
        var before = guide(application);
        var condition = before.conditions().stream()
                .filter(c ->
                        c.rule().isPresent() && application.plan().toCheck().contains(c.key()))
                .findFirst()
                .orElseThrow();
        var text = text();
        ((ObjectNode) member(text, "conditions", condition.key())
                        .get("rule")
                        .get("tests")
                        .get(0))
                .put("operator", "EQ")
                .put("value", "nobody");

        var stricter = compare(application, before, read(text));

        assertThat(stricter).contains(Difference.of(Kind.REFUSED, condition.key()));
        assertThat(compare(application, read(text), before))
                .contains(Difference.of(Kind.NO_MORE_REFUSED, condition.key()));
    }

    @Test
    void another_department_is_another_office_by_the_records_of_the_day_of_filing() {
        var application = filed("430721000000");
        var item = application.plan().items().getFirst();
        var text = text();
        member(text, "items", item).put("department", "police");

        assertThat(compare(application, guide(application), read(text)))
                .filteredOn(d -> d.kind() == Kind.OFFICE)
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.thing()).isEqualTo(item);
                    assertThat(d.now()).isEqualTo("police@430721000000");
                    assertThat(d.was()).isNotEqualTo(d.now());
                });
    }

    @Test
    void a_number_keeps_its_area_and_year_only() {
        assertThat(RunRehearsal.covered("430523-261123-000123-7"))
                .startsWith("430523-2611")
                .doesNotContain("123-7")
                .hasSameSizeAs("430523-261123-000123-7");
    }

    @Test
    void the_same_guide_makes_no_difference_for_anybody() {
        for (var event : List.of("43PCN0009", "43PCP0007", "43PCN0013", "43TCN0003")) {
            var application = Applicants.submit(Applicants.for_(event), event, "430721000000");
            var guide = guide(application);

            assertThat(compare(application, guide, guide)).as(event).isEmpty();
        }
    }

    // --- making -----------------------------------------------------------------------------------------------------

    private static Application filed(String area) {
        return Applicants.submit(Applicants.person("孟样例"), EVENT, area);
    }

    /** A document that is required, and that nobody has to bring. */
    private static String waived(Application application) {
        var guide = guide(application);
        return application.plan().evidence().stream()
                .filter(e -> e.todo() == Plan.Todo.WAIVED)
                .map(Plan.PlannedEvidence::key)
                .filter(key -> guide.evidence(key).necessity() == Guide.Necessity.REQUIRED)
                .findFirst()
                .orElseThrow();
    }

    private static Http signedIn(People.Someone someone) {
        var http = new Http();
        http.signIn(someone.login());
        return http;
    }

    private static UUID draft(Http http, String area) {
        http.get("/admin/drafts");
        var answer = http.post("/admin/drafts", Map.of("event", EVENT, "area", area));
        var location = answer.headers()
                .firstValue("location")
                .orElseGet(() -> answer.uri().toString());
        return UUID.fromString(location.replaceFirst(".*/admin/drafts/([0-9a-f-]{36}).*", "$1"));
    }

    private static void change(Http http, UUID draft, String at, String value) {
        var form = http.get("/admin/drafts/" + draft + "/field?at=" + at).body();
        var version = form.replaceFirst("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");
        var answer = http.post(
                "/admin/drafts/" + draft + "/field",
                Map.of("at", at, "version", version, "value", value, "reason", "试运行"));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
    }

    /** Begun on the page; whoever is quicker, the job or this thread, does the work. */
    private static Rehearsal rehearsed(Http http, UUID draft) {
        http.get(RehearsalPages.address(draft));
        http.post(RehearsalPages.address(draft), Map.of("purpose", PURPOSE));
        var begun = bean(Rehearsals.class).latest(draft).orElseThrow();
        bean(RunRehearsal.class).run(begun.id());
        return Stream.generate(() -> bean(Rehearsals.class).find(begun.id()).orElseThrow())
                .limit(20_000)
                .filter(rehearsal -> rehearsal.state().isOver())
                .findFirst()
                .orElseThrow();
    }

    private static List<Difference> compare(Application application, Guide before, Guide after) {
        var was = new WouldHave(before).become(application);
        var now = new WouldHave(after).become(application);
        var offices = bean(WhoDecides.class).otherwise(before, after, was.plan().items(), application);
        return Compare.of(new Compare.Side(before, was, offices.was()), new Compare.Side(after, now, offices.now()));
    }

    private static Guide guide(Application application) {
        return bean(Catalogue.class).edition(application.edition()).guide();
    }

    private static JsonNode text() {
        var variants = bean(AreaVariants.class);
        var today = LocalDate.ofInstant(Product.running().clock().instant(), View.ZONE);
        return variants.text(
                        variants.ground(EVENT, "430000000000", today).base().id())
                .deepCopy();
    }

    private static ObjectNode member(JsonNode text, String list, String key) {
        for (var member : text.get(list)) if (member.get("key").asString().equals(key)) return (ObjectNode) member;
        throw new AssertionError(key);
    }

    private static Guide read(JsonNode text) {
        return bean(AreaVariants.class).read(text);
    }

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }
}
