package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Forbidden;
import yici.kit.Language;
import yici.kit.Translated;

class NewsroomTest {

    private static final String AREA = "430523000000";

    private final Product product = Product.running();
    private final WriteEdition write = product.bean(WriteEdition.class);
    private final BringOn bringOn = product.bean(BringOn.class);
    private final ShowWork show = product.bean(ShowWork.class);
    private final People.Someone editor = People.staff(Post.Role.EDITOR, AREA);
    private final List<People.Someone> reviewers = List.of(
            People.staff(Post.Role.REVIEWER, AREA),
            People.staff(Post.Role.REVIEWER, AREA),
            People.staff(Post.Role.REVIEWER, "430500000000"));

    @Test
    void an_editor_writes_three_others_review_and_a_reader_on_a_phone_sees_it_and_that_a_translation_is_behind() {
        var slug = work();
        try (var desk = Browser.desktop()) {
            desk.signIn(editor.login());
            desk.go("/admin/works/" + slug + "/zh");
            desk.assertGoodPage();
            desk.page().locator("#markdown").fill("## 一\n\n### 二\n\n#### 三\n\n电话 13900000001");
            desk.page().locator("button[name=look]").click();
            assertThat(desk.page().locator("main").textContent()).contains("139…");
            desk.page().locator("form:has(#title) button:not([name])").click();
            assertThat(desk.page()
                            .locator(".govuk-error-summary a[href='#title']")
                            .count())
                    .isEqualTo(1);
            assertThat(desk.page().locator("#markdown").inputValue()).contains("电话");
            desk.assertGoodPage();
            desk.page().locator("#title").fill("邵阳县办事大厅周六也开门");
            desk.page().locator("#changeNote").fill("首次发布");
            desk.page().locator("form:has(#title) button:not([name])").click();
            desk.assertGoodPage();
            desk.page().locator("button[value=SENT]").click();
            assertThat(desk.page().locator("main").textContent()).contains("审核中");
        }
        review(slug, Language.ZH, 1);
        try (var reader = Browser.phone()) {
            reader.go("/works/" + slug, 404);
            bring(slug, Language.ZH, 1, reviewers.get(0), PublicationAct.PUBLISHED);
            reader.go("/works/" + slug);
            assertThat(reader.page().locator("h1").textContent()).contains("邵阳县办事大厅周六也开门");
            reader.assertGoodPage();
        }

        writes(slug, Language.EN, "1");
        publish(slug, Language.EN, 1);
        writes(slug, Language.ZH, "");
        publish(slug, Language.ZH, 2);

        assertThat(show.show(slug, Language.EN).orElseThrow().own())
                .isEqualTo(new Translation.Behind(Language.EN, 1, 2));
        assertThat(show.show(slug, Language.FR).orElseThrow().asked(Language.FR))
                .isEqualTo(new Translation.Missing(Language.FR));
    }

    @Test
    void nobody_judges_the_own_text_or_the_same_one_twice_and_a_county_does_not_judge_another() {
        var slug = work();
        writes(slug, Language.ZH, "");
        bring(slug, Language.ZH, 1, editor, PublicationAct.SENT);
        assertThatThrownBy(() -> bring(slug, Language.ZH, 1, editor, PublicationAct.REVIEWED))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> bring(
                        slug,
                        Language.ZH,
                        1,
                        People.staff(Post.Role.REVIEWER, "430522000000"),
                        PublicationAct.REVIEWED))
                .isInstanceOf(Forbidden.class);

        bring(slug, Language.ZH, 1, reviewers.get(0), PublicationAct.REVIEWED);
        assertThat(bring(slug, Language.ZH, 1, reviewers.get(0), PublicationAct.REVIEWED))
                .isEqualTo(new BringOn.Brought.Again());
        assertThat(bring(slug, Language.ZH, 1, reviewers.get(1), PublicationAct.PUBLISHED))
                .isInstanceOf(BringOn.Brought.NotNow.class);
    }

    @Test
    void the_check_for_secrets_is_signed_with_a_fresh_proof() {
        var slug = work();
        writes(slug, Language.ZH, "");
        bring(slug, Language.ZH, 1, editor, PublicationAct.SENT);
        for (var reviewer : reviewers) bring(slug, Language.ZH, 1, reviewer, PublicationAct.REVIEWED);
        assertThatThrownBy(() ->
                        bringOn.bring(reviewers.get(1).me(), which(slug, Language.ZH, 1), PublicationAct.CLEARED, ""))
                .isInstanceOf(yici.identity.StepUp.class);
    }

    @Test
    void a_release_set_appears_at_one_instant_or_not_at_all() {
        var first = work();
        var second = work();
        for (var slug : List.of(first, second)) {
            writes(slug, Language.ZH, "");
            bring(slug, Language.ZH, 1, editor, PublicationAct.SENT);
        }
        review(first, Language.ZH, 1);
        var set = List.of(which(first, Language.ZH, 1), which(second, Language.ZH, 1));

        assertThat(bringOn.publish(reviewers.get(0).me(), set)).isInstanceOf(BringOn.Brought.NotNow.class);
        assertThat(show.show(first, Language.ZH)).isEmpty();

        review(second, Language.ZH, 1);
        assertThat(bringOn.publish(reviewers.get(0).me(), set)).isInstanceOf(BringOn.Brought.Done.class);
        assertThat(show.show(first, Language.ZH)
                        .orElseThrow()
                        .shown()
                        .standing()
                        .publishedAt())
                .isEqualTo(show.show(second, Language.ZH)
                        .orElseThrow()
                        .shown()
                        .standing()
                        .publishedAt());
    }

    @Test
    void a_release_set_waits_for_its_instant_and_appears_whole() {
        var first = ready();
        var second = ready();
        var set = List.of(which(first, Language.ZH, 1), which(second, Language.ZH, 1));
        var now = product.clock().instant();
        var reviewer = reviewers.get(0).me();
        assertThat(bringOn.schedule(reviewer, set, now)).isEqualTo(new BringOn.Brought.NotThen());
        assertThat(bringOn.schedule(reviewer, set, now.plus(Duration.ofHours(1))))
                .isEqualTo(new BringOn.Brought.Done(Standing.State.SCHEDULED));
        assertThat(bringOn.publish(reviewer, set)).isInstanceOf(BringOn.Brought.NotNow.class);
        assertThat(show.show(first, Language.ZH)).isEmpty();

        var release = product.bean(Releases.class);
        var id = product.bean(TransactionTemplate.class)
                .execute(_ -> release.waiting(set.getFirst()).orElseThrow().id());
        bringOn.publishRelease(id);
        bringOn.publishRelease(id);

        assertThat(publishedAt(first)).isEqualTo(publishedAt(second));
    }

    @Test
    void who_calls_one_off_calls_off_all_that_were_to_appear_with_it() {
        var first = ready();
        var second = ready();
        var set = List.of(which(first, Language.ZH, 1), which(second, Language.ZH, 1));
        bringOn.schedule(reviewers.get(0).me(), set, product.clock().instant().plus(Duration.ofHours(1)));

        assertThat(bringOn.bring(reviewers.get(1).me(), set.getLast(), PublicationAct.CALLED_OFF, ""))
                .isEqualTo(new BringOn.Brought.ReasonMissing());
        assertThat(bringOn.bring(reviewers.get(1).me(), set.getLast(), PublicationAct.CALLED_OFF, "数据要再核"))
                .isEqualTo(new BringOn.Brought.Done(Standing.State.READY));

        assertThat(bringOn.publish(reviewers.get(0).me(), set)).isInstanceOf(BringOn.Brought.Done.class);
    }

    @Test
    void a_reviewer_schedules_on_the_desk_and_a_time_that_is_past_is_refused_with_the_choice_kept() {
        var slug = ready();
        var which = which(slug, Language.ZH, 1);
        var box = "input[value='" + which.work() + ":zh:1']";
        try (var desk = Browser.desktop()) {
            desk.signIn(reviewers.get(0).login());
            var page = desk.go("/admin/works");
            page.locator(box).check();
            page.locator("#at").fill("2026-01-01T09:00");
            page.locator("button[name=later]").click();
            assertThat(desk.status()).isEqualTo(422);
            desk.assertGoodPage();
            desk.screenshot("schedule-flaw-desktop-zh");
            assertThat(page.locator(box).isChecked()).isTrue();
            page.locator("#at")
                    .fill(java.time.LocalDateTime.ofInstant(
                                    product.clock().instant().plus(Duration.ofDays(2)), yici.kit.View.ZONE)
                            .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                            .toString());
            page.locator("button[name=later]").click();
            assertThat(page.locator("[role=status]").innerText()).contains("已定时");
            desk.go("/admin/works/" + slug);
            desk.assertGoodPage();
            assertThat(page.locator("main").innerText()).contains("定时发布", "同一批一起");
            page.locator("#reason-zh").fill("改期");
            page.locator("button[value=CALLED_OFF]").click();
            assertThat(page.locator("main").innerText()).contains("待发布");
        }
    }

    private String ready() {
        var slug = work();
        writes(slug, Language.ZH, "");
        bring(slug, Language.ZH, 1, editor, PublicationAct.SENT);
        review(slug, Language.ZH, 1);
        return slug;
    }

    private java.time.Instant publishedAt(String slug) {
        return show.show(slug, Language.ZH)
                .orElseThrow()
                .shown()
                .standing()
                .publishedAt()
                .orElseThrow();
    }

    @Test
    void what_is_withdrawn_keeps_its_page_and_the_reason() {
        var slug = work();
        writes(slug, Language.ZH, "");
        assertThat(bring(slug, Language.ZH, 1, reviewers.get(0), PublicationAct.FORCED))
                .isEqualTo(new BringOn.Brought.ReasonMissing());
        bringOn.bring(reviewers.get(0).me(), which(slug, Language.ZH, 1), PublicationAct.FORCED, "汛情紧急");
        bringOn.bring(reviewers.get(1).me(), which(slug, Language.ZH, 1), PublicationAct.WITHDRAWN, "水位有误");

        try (var reader = Browser.phone()) {
            reader.go("/works/" + slug);
            assertThat(reader.page().locator("main").textContent()).contains("水位有误");
            reader.assertGoodPage();
        }
    }

    @Test
    void hints_name_the_right_word_and_what_was_copied() {
        var terms = List.of(new Checked.Term("三高四新", "Three Highlands and Four New Missions"));

        assertThat(Checked.of("## A\n\nThe three highs", "三高四新", terms, List.of())
                        .hints())
                .containsExactly(new Checked.Hint(Checked.Kind.TERM, "三高四新", "Three Highlands and Four New Missions"));
        assertThat(Checked.overlap("各级政府应当及时公开信息", "各级政府应当及时公开信息。")).isEqualTo(100);
        assertThat(Checked.overlap("这是完全不同的一句话而已", "各级政府应当及时公开信息。")).isZero();
    }

    private String work() {
        var id = UUID.randomUUID();
        var slug = "test-" + id;
        product.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> product.bean(KeptWorks.class)
                        .add(new Work(
                                id,
                                slug,
                                "article",
                                "",
                                AREA,
                                "邵阳县人民政府办公室",
                                Translated.zh("本站"),
                                "",
                                LocalDate.of(2001, 1, 1),
                                Map.of())));
        return slug;
    }

    private void writes(String slug, Language language, String madeFrom) {
        assertThat(write.write(
                        editor.me(),
                        slug,
                        language,
                        new WriteEdition.Typed("题目", "", "正文 " + slug, "译者", madeFrom, "改了")))
                .isInstanceOf(WriteEdition.Written.Draft.class);
    }

    private void publish(String slug, Language language, int number) {
        bring(slug, language, number, editor, PublicationAct.SENT);
        review(slug, language, number);
        assertThat(bring(slug, language, number, reviewers.get(0), PublicationAct.PUBLISHED))
                .isInstanceOf(BringOn.Brought.Done.class);
    }

    private void review(String slug, Language language, int number) {
        for (var reviewer : reviewers) bring(slug, language, number, reviewer, PublicationAct.REVIEWED);
        assertThat(bring(slug, language, number, reviewers.get(0), PublicationAct.CLEARED))
                .isEqualTo(new BringOn.Brought.Done(Standing.State.READY));
    }

    private BringOn.Brought bring(String slug, Language language, int number, People.Someone who, PublicationAct act) {
        var me = act == PublicationAct.CLEARED ? who.justNow() : who.me();
        return bringOn.bring(me, which(slug, language, number), act, "");
    }

    private BringOn.Which which(String slug, Language language, int number) {
        return new BringOn.Which(
                product.bean(KeptWorks.class).find(slug).orElseThrow().id(), language, number);
    }
}
