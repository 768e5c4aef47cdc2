package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Forbidden;
import yici.kit.Language;

/** A work is begun on a page, gets an address, a source and columns; a column is opened; an address that was good once leads on. */
class KeepWorkTest {

    private static final String AREA = "430424000000";

    private final Product product = Product.running();
    private final KeepWork keepWork = product.bean(KeepWork.class);
    private final ShowWork show = product.bean(ShowWork.class);
    private final People.Someone editor = People.staff(Post.Role.EDITOR, AREA);
    private final People.Someone reviewer = People.staff(Post.Role.REVIEWER, AREA);

    @Test
    void
            an_editor_begins_a_document_on_a_page_a_reviewer_opens_a_column_that_takes_it_in_and_a_reader_finds_it_there() {
        var slug = "rule-" + UUID.randomUUID();
        var column = "papers-" + UUID.randomUUID();
        try (var desk = Browser.desktop()) {
            desk.signIn(editor.login());
            desk.go("/admin/works/new");
            desk.assertGoodPage();
            desk.page().locator("a[href$='kind=policy']").click();
            desk.page().locator("#slug").fill("Kein Slug");
            desk.page().locator("#body").fill("衡东县人民政府办公室");
            desk.page().locator("main form button").last().click();
            assertThat(desk.page().locator(".govuk-error-summary a").allTextContents())
                    .hasSize(4);
            assertThat(desk.page().locator("#body").inputValue()).isEqualTo("衡东县人民政府办公室");
            desk.assertGoodPage();
            desk.screenshot("work-begin-flawed");
            desk.page().locator("#slug").fill(slug);
            desk.page().locator("#sourceZh").fill("衡东县人民政府办公室");
            desk.page().locator("#formedOn").fill("2019-05-06");
            desk.page().locator("#field-indexNo").fill("430424-2019-00012");
            desk.page().locator("#field-issuedBy").fill("衡东县人民政府办公室");
            desk.page().locator("#field-validity").selectOption("in-force");
            desk.page().locator("#field-topic").fill("教育");
            desk.page().locator("main form button").last().click();
            assertThat(desk.page().url()).endsWith("/admin/works/" + slug + "/zh");
            desk.page().locator("#title").fill("衡东县学前教育办法");
            desk.page().locator("#markdown").fill("## 第一条\n\n孩子三岁入园。");
            desk.page().locator("#changeNote").fill("首次发布");
            desk.page().locator("form:has(#title) button:not([name])").click();
            desk.go("/admin/works/" + slug);
            desk.assertGoodPage();
            desk.screenshot("work-on");
        }
        force(slug);
        try (var desk = Browser.phone(Language.EN)) {
            desk.signIn(reviewer.login());
            desk.go("/admin/columns/new");
            desk.assertGoodPage();
            desk.screenshot("column-new-phone");
            desk.page().locator("#key").fill(column);
            desk.page().locator("#name-zh").fill("衡东教育文件");
            desk.page().locator("#description-zh").fill("县里关于教育的文件。");
            desk.page().locator("#curator").fill("衡东县教育局");
            desk.page().locator("#freshness").fill("0");
            desk.page().locator("#template").selectOption("BY_YEAR");
            desk.page().locator("#ruleKind").selectOption("policy");
            desk.page().locator("#ruleTopic").fill("教育");
            desk.page().locator("main form button").last().click();
            assertThat(desk.page()
                            .locator(".govuk-error-summary a[href='#freshness']")
                            .count())
                    .isEqualTo(1);
            desk.page().locator("#freshness").fill("3650");
            desk.page().locator("main form button").last().click();
            assertThat(desk.page().locator("main").textContent()).contains("衡东教育文件");
            desk.assertGoodPage();
        }
        try (var reader = Browser.phone()) {
            reader.go("/columns/" + column);
            assertThat(reader.page().locator("main").textContent()).contains("2019", "衡东县学前教育办法");
            reader.assertGoodPage();
            reader.screenshot("column-by-year-phone");
        }
    }

    @Test
    void a_changed_address_leads_on_and_one_that_is_ended_says_why_it_is_gone() {
        var first = begin("first-" + UUID.randomUUID());
        product.bean(WriteEdition.class).write(editor.me(), first, Language.ZH, NewsroomTexts.of("地址", ""));
        force(first);
        var second = "second-" + UUID.randomUUID();
        assertThatThrownBy(() -> keepWork.change(editor.me(), first, typed(second)))
                .as("what is public is changed by who reviews")
                .isInstanceOf(Forbidden.class);
        assertThat(keepWork.change(reviewer.me(), first, typed(second))).isEqualTo(new KeepWork.Kept.Done(second));

        var http = new Http();
        assertThat(leadsTo("/works/" + first)).isEqualTo("/works/" + second);
        assertThat(keepWork.begin(editor.me(), typed(first)))
                .as("nobody else gets an address that leads somewhere")
                .isEqualTo(new KeepWork.Kept.Flawed(Map.of("slug", "publication.flaw.slug.taken")));

        assertThat(keepWork.change(reviewer.me(), second, typed(first))).isEqualTo(new KeepWork.Kept.Done(first));
        assertThat(http.get("/works/" + first).statusCode()).isEqualTo(200);

        assertThat(keepWork.endAddress(reviewer.me(), first, second, " ")).isFalse();
        assertThat(keepWork.endAddress(reviewer.me(), first, second, "地址写错了")).isTrue();
        var gone = http.get("/works/" + second);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("地址写错了");
    }

    @Test
    void a_language_is_left_out_with_a_reason_readers_see_and_taken_up_again() {
        var slug = begin("left-" + UUID.randomUUID());
        product.bean(WriteEdition.class).write(editor.me(), slug, Language.ZH, NewsroomTexts.of("只发中文", ""));
        assertThat(keepWork.leaveOut(editor.me(), slug, Language.ZH, "不行")).isFalse();
        assertThat(keepWork.leaveOut(editor.me(), slug, Language.KO, "仅涉及本县居民")).isTrue();
        force(slug);
        assertThat(show.show(slug, Language.KO).orElseThrow().asked(Language.KO))
                .isEqualTo(new Translation.Untranslated(Language.KO, "仅涉及本县居民"));
        assertThat(keepWork.leaveOut(reviewer.me(), slug, Language.KO, "")).isTrue();
        assertThat(show.show(slug, Language.KO).orElseThrow().asked(Language.KO))
                .isEqualTo(new Translation.Missing(Language.KO));
    }

    @Test
    void an_explainer_and_its_document_show_each_other_and_a_neighbour_begins_nothing_here() {
        var document = begin("document-" + UUID.randomUUID());
        var explainer = "explainer-" + UUID.randomUUID();
        var unknown = new KeepWork.Typed(
                explainer,
                "explainer",
                "qa",
                AREA,
                "衡东县",
                "衡东县",
                "",
                "",
                "2019-05-06",
                Set.of(),
                "/works/nothing-here",
                Map.of());
        assertThat(keepWork.begin(editor.me(), unknown))
                .isEqualTo(new KeepWork.Kept.Flawed(Map.of("explains", "publication.flaw.explains")));
        var known = new KeepWork.Typed(
                explainer,
                "explainer",
                "qa",
                AREA,
                "衡东县",
                "衡东县",
                "",
                "",
                "2019-05-06",
                Set.of(),
                "https://www.example.gov.cn/zh/works/" + document,
                Map.of());
        assertThat(keepWork.begin(editor.me(), known)).isInstanceOf(KeepWork.Kept.Done.class);
        for (var slug : List.of(document, explainer)) {
            product.bean(WriteEdition.class).write(editor.me(), slug, Language.ZH, NewsroomTexts.of(slug, ""));
            force(slug);
        }
        assertThat(show.show(document, Language.ZH).orElseThrow().explainers())
                .extracting(Line::slug)
                .containsExactly(explainer);
        var neighbour = People.staff(Post.Role.EDITOR, "430423000000");
        assertThatThrownBy(() -> keepWork.begin(neighbour.me(), typed("no-" + UUID.randomUUID())))
                .isInstanceOf(Forbidden.class);
    }

    /** Without going there: what was read once stands ready, and a change is heard of a moment after it was made. */
    private String leadsTo(String path) {
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(product.url() + path));
            return client.send(request.build(), java.net.http.HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElse("");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String begin(String slug) {
        assertThat(keepWork.begin(editor.me(), typed(slug))).isEqualTo(new KeepWork.Kept.Done(slug));
        return slug;
    }

    private static KeepWork.Typed typed(String slug) {
        return new KeepWork.Typed(
                slug, "notice", "", AREA, "衡东县人民政府", "衡东县人民政府", "Hengdong", "", "2019-05-06", Set.of(), "", Map.of());
    }

    private void force(String slug) {
        var work = product.bean(KeptWorks.class).find(slug).orElseThrow();
        assertThat(product.bean(BringOn.class)
                        .bring(
                                reviewer.me(),
                                new BringOn.Which(work.id(), Language.ZH, 1),
                                PublicationAct.FORCED,
                                "测试"))
                .isInstanceOf(BringOn.Brought.Done.class);
    }
}
