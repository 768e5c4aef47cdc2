package yici.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.Browser;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Post;
import yici.kit.Forbidden;

/** The site of an area is its own to name, to colour and to arrange. */
class SitePagesTest {

    /** 中方县: its site is nobody else's in these tests. */
    private static final String AREA = "431221000000";

    private final Product product = Product.running();
    private final KeepSite keepSite = product.bean(KeepSite.class);
    private final Sites sites = product.bean(Sites.class);
    private final Areas areas = product.bean(Areas.class);

    @Test
    void an_editor_previews_and_keeps_the_site_and_everybody_sees_it_at_once() {
        var editor = People.staff(Post.Role.EDITOR, AREA);
        assertThat(new Http().get("/areas/" + AREA).body()).doesNotContain("中方县的新名字");
        try (var desk = Browser.desktop()) {
            desk.signIn(editor.login());
            desk.go("/admin/site");
            desk.assertGoodPage();
            desk.page().locator("#name-zh").fill("中方县的新名字");
            desk.page().locator("#colour").fill("#ffcc00");
            desk.page().locator("button:not([name])").last().click();
            assertThat(desk.page()
                            .locator(".govuk-error-summary a[href='#colour']")
                            .count())
                    .isEqualTo(1);
            assertThat(desk.page().locator("#name-zh").inputValue()).isEqualTo("中方县的新名字");
            desk.assertGoodPage();
            desk.page().locator("#colour").fill("#0b5d3b");
            var preview = desk.page()
                    .context()
                    .waitForPage(() -> desk.page().locator("button[name=look]").click());
            preview.waitForLoadState();
            assertThat(preview.locator("h1").textContent()).contains("中方县的新名字");
            assertThat(new Http().get("/areas/" + AREA).body()).doesNotContain("中方县的新名字");
            preview.close();
            desk.page().locator("button:not([name])").last().click();
            desk.page().waitForURL("**/admin/site?of=" + AREA + "&done=kept");
            assertThat(desk.page().locator("main").textContent()).contains("已保存");
            desk.screenshot("site-edit-1280");
            desk.assertGoodPage();
        }
        soon("/areas/" + AREA, "中方县的新名字");
        try (var reader = Browser.phone()) {
            reader.go("/areas/" + AREA);
            assertThat(reader.page().locator("h1").textContent()).contains("中方县的新名字");
            assertThat(reader.page()
                            .locator("link[href='/areas/colours/0b5d3b.css']")
                            .count())
                    .isEqualTo(1);
            reader.assertGoodPage();
        }
        assertThat(product.bean(JdbcClient.class)
                        .sql("select count(*) from audit.event where act = 'site.site-kept' and actor = :me")
                        .param("me", editor.me().asActor())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_kept_home_page_is_old_the_moment_the_site_changes() {
        var administrator = People.administrator("431222000000");
        new Http().get("/areas/431222000000");
        keep(administrator, "431222000000", Map.of("name-zh", "沅陵改名", "block-1", "notices", "block-2", "bodies"));

        assertThat(soon("/areas/431222000000", "沅陵改名")).doesNotContain("id=\"tasks\"");
    }

    @Test
    void neither_a_neighbour_nor_a_reviewer_keeps_it_and_only_the_province_gives_host_names() {
        for (var stranger :
                List.of(People.staff(Post.Role.EDITOR, "431223000000"), People.staff(Post.Role.REVIEWER, AREA)))
            assertThatThrownBy(() -> keep(stranger, AREA, Map.of("name-zh", "不是我的")))
                    .isInstanceOf(Forbidden.class);
        var county = People.administrator(AREA);
        var province = People.administrator("430000000000");

        assertThat(keepSite.mayNameHosts(county.me(), areas.province())).isFalse();
        assertThat(keepSite.mayNameHosts(province.me(), areas.province())).isTrue();
        assertThat(keepSite.keep(
                        province.me(),
                        areas.get("431224000000"),
                        new KeepSite.Typed(Map.of("name-zh", "溆浦县", "hosts", "huaihua.yici.example")),
                        true))
                .isEqualTo(new KeepSite.Kept.Flawed(Map.of("hosts", "site.edit.flaw.hosts")));
    }

    @Test
    void what_is_wrong_is_named_by_its_field() {
        var editor = People.staff(Post.Role.EDITOR, AREA);

        assertThat(keep(
                        editor,
                        AREA,
                        Map.of("colour", "red", "block-1", "news", "block-3", "news", "lead-fr", "x".repeat(201))))
                .isEqualTo(new KeepSite.Kept.Flawed(Map.of(
                        "name-zh", "site.edit.flaw.name",
                        "colour", "site.edit.flaw.colour",
                        "lead-fr", "site.edit.flaw.long",
                        "block-1", "site.edit.flaw.twice")));
    }

    @Test
    void an_area_that_says_nothing_has_what_its_level_has() {
        for (var code : List.of("430000000000", "431100000000", "431124000000")) {
            var area = areas.get(code);
            assertThat(sites.of(area).blocks()).isEqualTo(Block.byDefault(area.level()));
        }
    }

    private KeepSite.Kept keep(People.Someone who, String area, Map<String, String> fields) {
        return keepSite.keep(who.me(), areas.get(area), new KeepSite.Typed(new HashMap<>(fields)), false);
    }

    /** Told by the database, so within a moment. */
    private static String soon(String path, String words) {
        var body = new Http().get(path).body();
        for (int i = 0; i < 200 && !body.contains(words); i++)
            body = new Http().get(path).body();
        assertThat(body).contains(words);
        return body;
    }
}
