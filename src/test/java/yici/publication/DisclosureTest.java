package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Forbidden;
import yici.kit.Language;
import yici.kit.Translated;
import yici.kit.View;

/** Records are published within twenty working days, policies explained within three. */
class DisclosureTest {

    private static final String COUNTY = "430426000000";
    private static final Product PRODUCT = Product.running();

    private final Disclosure disclosure = PRODUCT.bean(Disclosure.class);
    private final KeptWorks kept = PRODUCT.bean(KeptWorks.class);
    private final DisclosurePages pages = PRODUCT.bean(DisclosurePages.class);

    @Test
    void a_record_is_due_twenty_working_days_after_the_day_it_was_formed() {
        var slug = work("article", LocalDate.of(2025, 9, 15), Optional.empty());
        disclosure.set(kept.find(slug).orElseThrow().id(), 7, "");

        var record = record(disclosure.records(List.of(COUNTY), Language.ZH), slug);

        // 16–19, 22–26, Sunday 28 worked, 29, 30 September; 国庆和中秋 1–8 October; 9, 10, Saturday 11 worked, 13–17 October
        assertThat(record.dueOn()).isEqualTo(LocalDate.of(2025, 10, 17));
        assertThat(record.doneOn()).isEmpty();
        assertThat(record.isLate(LocalDate.of(2025, 10, 17))).isFalse();
        assertThat(record.isLate(LocalDate.of(2025, 10, 18))).isTrue();
    }

    @Test
    void what_was_published_in_time_is_never_late_however_long_ago() {
        var early = work("article", LocalDate.of(2024, 3, 1), Optional.of(LocalDate.of(2024, 3, 29)));
        var late = work("article", LocalDate.of(2024, 3, 1), Optional.of(LocalDate.of(2024, 4, 1)));
        for (var slug : List.of(early, late))
            disclosure.set(kept.find(slug).orElseThrow().id(), 1, "");

        var records = disclosure.records(List.of(COUNTY), Language.ZH);
        assertThat(record(records, early).isLate(disclosure.today())).isFalse();
        assertThat(record(records, late).isLate(disclosure.today())).isTrue();
    }

    @Test
    void a_policy_is_explained_within_three_working_days() {
        var policy = work("policy", LocalDate.of(2024, 3, 1), Optional.of(LocalDate.of(2024, 3, 1)));
        assertThat(record(disclosure.policies(List.of(COUNTY), Language.ZH), policy)
                        .doneOn())
                .isEmpty();
        var explainer = work("explainer", LocalDate.of(2024, 3, 6), Optional.of(LocalDate.of(2024, 3, 6)));
        kept.explains(
                kept.find(explainer).orElseThrow().id(),
                kept.find(policy).orElseThrow().id());

        var explained = record(disclosure.policies(List.of(COUNTY), Language.ZH), policy);
        assertThat(explained.dueOn()).isEqualTo(LocalDate.of(2024, 3, 6));
        assertThat(explained.isLate(disclosure.today())).isFalse();
    }

    @Test
    void an_editor_says_under_which_item_a_work_falls_and_sees_what_is_overdue() {
        var slug = work("notice", LocalDate.of(2025, 9, 15), Optional.empty());
        var editor = People.staff(Post.Role.EDITOR, COUNTY);
        assertThatThrownBy(() ->
                        pages.set(People.staff(Post.Role.EDITOR, "430424000000").me(), slug, "3"))
                .isInstanceOf(Forbidden.class);
        try (var desk = Browser.desktop()) {
            desk.signIn(editor.login());
            var page = desk.go("/admin/works/" + slug);
            page.locator("#item").selectOption("12");
            page.locator("form[action$='/disclosure'] button").click();
            assertThat(page.locator("[role=status]").innerText()).contains("已保存");
            desk.assertGoodPage();
            desk.go("/admin/disclosure");
            desk.assertGoodPage();
            desk.screenshot("due-desktop-zh");
            assertThat(page.locator("main li:has(a[href='/admin/works/" + slug + "'])")
                            .innerText())
                    .contains("超期");
        }
        assertThat(disclosure.itemOf(kept.find(slug).orElseThrow().id())).hasValue(12);
    }

    @Test
    void the_public_reads_the_catalogue_by_item_and_what_is_not_published_stands_nowhere() {
        var secret = work("article", LocalDate.of(2025, 9, 15), Optional.empty());
        disclosure.set(kept.find(secret).orElseThrow().id(), 1, "");
        try (var phone = Browser.phone(Language.EN)) {
            var page = phone.go("/disclosure?area=430000000000");
            phone.assertGoodPage();
            phone.screenshot("disclosure-phone-en");
            page.locator("main a[href='/disclosure/1']").click();
            phone.assertGoodPage();
            phone.screenshot("disclosure-item-phone-en");
            assertThat(page.locator("main .matter-card").count()).isGreaterThan(5);
        }
        var visitor = new Http(Language.ZH);
        assertThat(visitor.get("/disclosure/1?area=" + COUNTY).body()).doesNotContain(secret);
        assertThat(visitor.get("/disclosure/16").statusCode()).isEqualTo(404);
    }

    private static Disclosure.Record record(List<Disclosure.Record> records, String slug) {
        return records.stream()
                .filter(record -> record.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private String work(String kind, LocalDate formed, Optional<LocalDate> published) {
        var id = UUID.randomUUID();
        var slug = "disclosed-" + id;
        kept.add(new Work(id, slug, kind, "", COUNTY, "政府办公室", Translated.zh("本站"), "", formed, Map.of()));
        published.ifPresent(day -> {
            Instant at = day.atTime(10, 0).atZone(View.ZONE).toInstant();
            kept.add(
                    new Edition(
                            id,
                            Language.ZH,
                            1,
                            "公开测试 " + id,
                            "",
                            "正文\n",
                            OptionalInt.empty(),
                            "",
                            "首次发布",
                            new Edition.Author(Optional.empty(), "政府办公室", at)),
                    Standing.DRAFT.published(at, ""));
        });
        return slug;
    }
}
