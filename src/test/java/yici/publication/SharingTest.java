package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Forbidden;
import yici.kit.Language;
import yici.kit.Translated;
import yici.kit.View;

/** What one area's works are to another. */
class SharingTest {

    private static final List<String> LINE = List.of("430000000000", "430400000000", "430426000000");
    private static final String NEIGHBOUR = "430424000000";
    /** Before whatever other tests look for among the newest. */
    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);

    private static final List<String> KINDS = List.of("article", "notice", "policy", "explainer");

    private static final Product PRODUCT = Product.running();
    private final ShareWorks share = PRODUCT.bean(ShareWorks.class);
    private final AreaWorks works = PRODUCT.bean(AreaWorks.class);
    private final KeptWorks kept = PRODUCT.bean(KeptWorks.class);

    @Test
    void what_is_offered_is_shown_once_it_is_taken_and_no_longer_when_given_back() {
        var county = People.staff(Post.Role.EDITOR, LINE.get(2));
        var city = People.staff(Post.Role.EDITOR, LINE.get(1));
        var slug = published(LINE.get(2), "article", LocalDate.of(2026, 11, 19));

        assertThat(share.take(city.me(), slug, LINE.get(1))).isEqualTo(new ShareWorks.Shared.NothingToShare());
        assertThat(share.offer(county.me(), slug, LINE.get(1))).isEqualTo(new ShareWorks.Shared.Done());
        assertThat(own(LINE.get(1))).doesNotContain(slug);
        assertThatThrownBy(() -> share.take(county.me(), slug, LINE.get(1))).isInstanceOf(Forbidden.class);
        share.take(city.me(), slug, LINE.get(1));
        assertThat(own(LINE.get(1))).contains(slug);
        share.giveBack(city.me(), slug, LINE.get(1));

        assertThat(own(LINE.get(1))).doesNotContain(slug);
    }

    @Test
    void nothing_is_offered_across_nor_before_it_is_published_nor_by_others() {
        var county = People.staff(Post.Role.EDITOR, LINE.get(2));
        var slug = published(LINE.get(2), "article", LocalDate.of(2026, 11, 18));

        assertThat(share.offer(county.me(), slug, NEIGHBOUR)).isEqualTo(new ShareWorks.Shared.NotOfOneLine());
        assertThat(share.offer(county.me(), "never-written", LINE.get(1)))
                .isEqualTo(new ShareWorks.Shared.NothingToShare());
        assertThatThrownBy(() ->
                        share.offer(People.staff(Post.Role.EDITOR, NEIGHBOUR).me(), slug, LINE.get(1)))
                .isInstanceOf(Forbidden.class);
    }

    @Property(tries = 25)
    void by_rule_an_area_shows_what_the_rule_names_and_nothing_else(
            @ForAll @IntRange(max = 2) int taker,
            @ForAll @IntRange(max = 2) int giver,
            @ForAll @IntRange(max = 4) int ruled,
            @ForAll @IntRange(max = 3) int written) {
        if (taker == giver) return;
        var me = People.staff(Post.Role.EDITOR, LINE.get(taker)).me();
        var rule = new ShareWorks.Rule(LINE.get(taker), LINE.get(giver), ruled == 4 ? "" : KINDS.get(ruled), "");
        share.set(me, rule);
        try {
            var given = published(LINE.get(giver), KINDS.get(written), LONG_AGO);
            var neighbours = published(NEIGHBOUR, KINDS.get(written), LONG_AGO);

            var shown = works.byRule(LINE.get(taker), Language.ZH, 500).stream()
                    .map(Teaser::slug)
                    .toList();

            assertThat(shown.contains(given)).isEqualTo(ruled == 4 || ruled == written);
            assertThat(shown).doesNotContain(neighbours);
        } finally {
            share.end(me, rule);
        }
    }

    @Test
    void without_a_rule_notices_and_policies_come_down_and_nothing_goes_up() {
        var notice = published(LINE.get(1), "notice", LONG_AGO);
        var article = published(LINE.get(1), "article", LONG_AGO);

        assertThat(slugs(works.byRule(LINE.get(2), Language.ZH, 500)))
                .contains(notice)
                .doesNotContain(article);
        assertThat(works.byRule(LINE.get(0), Language.ZH, 500)).isEmpty();
    }

    @Test
    void an_editor_offers_and_another_takes_on_the_pages() {
        var county = People.staff(Post.Role.EDITOR, LINE.get(2));
        var city = People.staff(Post.Role.EDITOR, LINE.get(1));
        var slug = published(LINE.get(2), "article", LocalDate.of(2026, 11, 22));
        try (var desk = Browser.desktop()) {
            desk.signIn(county.login());
            desk.go("/admin/sharing");
            desk.page().locator("#work").selectOption(slug);
            desk.page().locator("#with").selectOption(LINE.get(1));
            desk.page().locator("button[value=offer]").click();
            desk.assertGoodPage();
        }
        try (var phone = Browser.phone()) {
            phone.signIn(city.login());
            phone.go("/admin/sharing");
            phone.assertGoodPage();
            phone.page()
                    .locator("form:has(input[value='" + slug + "']) button[value=take]")
                    .click();
            phone.assertGoodPage();
            phone.go("/areas/" + LINE.get(1));
            assertThat(phone.page()
                            .locator("li:has(a[href='/works/" + slug + "']) .teasers__origin")
                            .first()
                            .textContent())
                    .isEqualTo("来自祁东县");
        }
    }

    private List<String> own(String area) {
        return slugs(works.own(area, Set.copyOf(KINDS), Language.ZH, 500));
    }

    private static List<String> slugs(List<Teaser> teasers) {
        return teasers.stream().map(Teaser::slug).toList();
    }

    private String published(String area, String kind, LocalDate day) {
        var id = UUID.randomUUID();
        var slug = "shared-" + id;
        var now = LONG_AGO.atStartOfDay(View.ZONE).toInstant();
        kept.add(new Work(id, slug, kind, "", area, "政府办公室", Translated.zh("本站"), "", day, Map.of()));
        kept.add(
                new Edition(
                        id,
                        Language.ZH,
                        1,
                        "共享测试 " + id,
                        "",
                        "正文\n",
                        OptionalInt.empty(),
                        "",
                        "首次发布",
                        new Edition.Author(Optional.empty(), "政府办公室", now)),
                Standing.DRAFT.published(now, ""));
        return slug;
    }
}
