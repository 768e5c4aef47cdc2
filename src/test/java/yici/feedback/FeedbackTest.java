package yici.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Forbidden;
import yici.kit.Language;

/** What readers say of pages. */
class FeedbackTest {

    private static final String COUNTY = "430426000000";
    private static final String NEIGHBOUR = "430424000000";
    private static final String WORK = "/zh/works/work-plans-2021";

    private final Product product = Product.running();
    private final SayOfPage sayOfPage = product.bean(SayOfPage.class);
    private final AnswerReport answerReport = product.bean(AnswerReport.class);
    private final Reports reports = product.bean(Reports.class);

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void a_mistake_is_answered_within_three_working_days() {
        product.clock().to(LocalDate.of(2026, 9, 29));

        var report = said(COUNTY);

        // 30 September, 国庆 until 7 October, 8 and 9 October
        assertThat(report.dueOn()).isEqualTo(LocalDate.of(2026, 10, 9));
    }

    @Test
    void a_form_sent_twice_is_one_report() {
        var id = UUID.randomUUID();

        assertThat(say(id, "第二段的日期写错了")).isEqualTo(say(id, "第二段的日期写错了"));
    }

    @Test
    void what_it_is_about_must_be_said_and_nobody_is_to_be_named() {
        assertThat(sayOfPage.say(UUID.randomUUID(), page(COUNTY), Optional.empty(), "有错"))
                .isEqualTo(new SayOfPage.Outcome.Flawed("kind", "feedback.flaw.kind"));
        assertThat(say(UUID.randomUUID(), " 错 "))
                .isEqualTo(new SayOfPage.Outcome.Flawed("words", "feedback.flaw.words-short"));
        for (var personal : List.of("我的电话13712345678", "430523199503169821 查不到"))
            assertThat(say(UUID.randomUUID(), personal))
                    .isEqualTo(new SayOfPage.Outcome.Flawed("words", "feedback.flaw.personal"));
        assertThat(sayOfPage.say(UUID.randomUUID(), page(COUNTY), Optional.of(Report.Kind.USEFUL), ""))
                .isInstanceOf(SayOfPage.Outcome.Received.class);
    }

    @Test
    void the_editors_of_the_area_answer_once_and_those_of_another_do_not() {
        var editor = People.staff(Post.Role.EDITOR, COUNTY).me();
        var neighbour = People.staff(Post.Role.EDITOR, NEIGHBOUR).me();
        var report = said(COUNTY);

        assertThat(answerReport.list(neighbour, false)).extracting(Report::id).doesNotContain(report.id());
        assertThatThrownBy(
                        () -> answerReport.answer(neighbour, report.id(), Optional.of(Report.Outcome.MENDED), "已经改正"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> answerReport.list(People.citizen().me(), false))
                .isInstanceOf(Forbidden.class);
        assertThat(answerReport.answer(editor, report.id(), Optional.empty(), "已经改正"))
                .isEqualTo(new AnswerReport.Outcome.Flawed("outcome", "feedback.flaw.outcome"));
        assertThat(answerReport.answer(editor, report.id(), Optional.of(Report.Outcome.MENDED), "已经改正"))
                .isEqualTo(new AnswerReport.Outcome.Answered());
        assertThat(answerReport.answer(editor, report.id(), Optional.of(Report.Outcome.THANKS), "谢谢，已经收到"))
                .isEqualTo(new AnswerReport.Outcome.TooLate());
        assertThat(reports.byNumber(report.number())
                        .orElseThrow()
                        .answer()
                        .orElseThrow()
                        .words())
                .isEqualTo("已经改正");
    }

    @Test
    void no_address_leads_away_from_the_site() {
        var visitor = new Http(Language.ZH);

        for (var page : List.of("//evil.example", "https://evil.example", "javascript:alert(1)", "/a\"><script>"))
            assertThat(visitor.get("/tell?page="
                                    + java.net.URLEncoder.encode(page, java.nio.charset.StandardCharsets.UTF_8))
                            .body())
                    .contains("name=\"page\" value=\"/\"")
                    .doesNotContain("href=\"//evil", "href=\"https://evil", "href=\"javascript", "\"><script>");
        assertThat(visitor.get("/tell/F-0000000000").statusCode()).isEqualTo(404);
    }

    @Test
    void a_reader_reports_a_mistake_of_a_work_and_reads_the_answer() {
        String number;
        try (var phone = Browser.phone(Language.EN)) {
            var page = phone.go(WORK.replace("/zh/", "/en/"));
            page.locator("article a[href^='/tell']").click();
            phone.assertGoodPage();
            phone.screenshot("tell-phone-en");
            page.locator("main form button").click();
            assertThat(phone.status()).isEqualTo(422);
            phone.assertGoodPage();
            page.locator("input[value=mistake]").check();
            page.locator("#words").fill("The second paragraph names the wrong year.");
            page.locator("main form button").click();
            phone.assertGoodPage();
            phone.screenshot("tell-receipt-phone-en");
            number = page.url().replaceAll(".*/", "");
        }
        var report = reports.byNumber(number).orElseThrow();
        assertThat(report.edition()).startsWith("en-");
        assertThat(report.area()).isEqualTo("430000000000");

        try (var desk = Browser.desktop()) {
            desk.signIn(People.staff(Post.Role.EDITOR, "430000000000").login());
            var page = desk.go("/admin");
            page.locator("main a[href='/admin/reports']").first().click();
            desk.assertGoodPage();
            var card = page.locator("#report-" + number);
            card.locator("summary").click();
            card.locator("textarea").fill("Thank you, the year is mended.");
            card.locator("button").click();
            assertThat(desk.status()).isEqualTo(422);
            desk.assertGoodPage();
            desk.screenshot("reports-desktop-zh");
            assertThat(card.locator("textarea").inputValue()).isEqualTo("Thank you, the year is mended.");
            card.locator("select").selectOption("mended");
            card.locator("button").click();
            assertThat(page.locator("[role=status]").innerText()).contains("答复已经发出");
            desk.assertGoodPage();
        }
        var visitor = new Http(Language.EN);
        assertThat(visitor.get("/tell/" + number).body()).contains("Thank you, the year is mended.");
    }

    private Report said(String area) {
        var id = UUID.randomUUID();
        sayOfPage.say(id, page(area), Optional.of(Report.Kind.MISTAKE), "第二段的日期写错了");
        return reports.find(id).orElseThrow();
    }

    private SayOfPage.Outcome say(UUID id, String words) {
        return sayOfPage.say(id, page(COUNTY), Optional.of(Report.Kind.MISTAKE), words);
    }

    private static PageInQuestion page(String area) {
        return new PageInQuestion("/areas/" + area, "/areas/" + area, area, "");
    }
}
