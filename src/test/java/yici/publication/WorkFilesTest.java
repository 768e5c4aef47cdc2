package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import yici.attachment.Pictures;
import yici.house.Browser;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Language;

/** Pictures and papers of works, an edition lent to somebody outside, the site as of another instant, and writing with all of it at hand. */
class WorkFilesTest {

    private static final String AREA = "430426000000";

    private final Product product = Product.running();
    private final AddFile addFile = product.bean(AddFile.class);
    private final People.Someone editor = People.staff(Post.Role.EDITOR, AREA);
    private final People.Someone reviewer = People.staff(Post.Role.REVIEWER, AREA);

    @Test
    void a_photograph_stands_upright_in_three_widths_without_what_the_camera_wrote_into_it() throws IOException {
        var photograph = turned(jpeg(1600, 900));
        assertThat(new String(photograph, StandardCharsets.ISO_8859_1)).contains("Exif");

        var sizes = product.bean(Pictures.class).sizes(photograph, List.of(640, 320, 1280));

        assertThat(sizes).extracting(Pictures.Sized::width).containsExactly(320, 640, 900);
        assertThat(sizes.getLast().height()).isEqualTo(1600);
        for (var size : sizes) {
            var read = ImageIO.read(new ByteArrayInputStream(size.bytes()));
            assertThat(read.getWidth()).isEqualTo(size.width());
            assertThat(Math.abs(read.getHeight() - size.height())).isLessThanOrEqualTo(1);
            assertThat(new String(size.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        }
    }

    @Test
    void what_is_no_picture_or_promises_too_much_is_not_worked_on() throws IOException {
        var pictures = product.bean(Pictures.class);
        assertThat(pictures.sizes("no picture".getBytes(StandardCharsets.UTF_8), List.of(320)))
                .isEmpty();
        var bomb = png(64, 64);
        bomb[16] = 0x7f; // says it is two thousand million points wide
        assertThat(pictures.sizes(bomb, List.of(320))).isEmpty();
        var cut = java.util.Arrays.copyOf(jpeg(800, 600), 400);
        assertThat(pictures.sizes(cut, List.of(320))).allMatch(size -> size.width() > 0);
    }

    @Test
    void no_picture_without_words_and_nobody_outside_sees_it_before_its_work_is_public() throws Exception {
        var slug = begin();
        assertThat(addFile.add(editor.me(), slug, "a.jpg", jpeg(800, 400), " ", ""))
                .isInstanceOf(AddFile.Added.AltMissing.class);
        assertThat(addFile.add(editor.me(), slug, "a.html", "<script>".getBytes(StandardCharsets.UTF_8), "网页", ""))
                .isInstanceOf(AddFile.Added.Refused.class);
        var file = add(slug);
        assertThat(file.address()).endsWith("/800x400.jpg");

        var visitor = new Http();
        assertThat(visitor.get(file.address()).statusCode()).isEqualTo(404);
        var inside = new Http();
        inside.signIn(editor.login());
        assertThat(inside.get(file.address()).statusCode()).isEqualTo(200);

        write(slug, "## 一\n\n" + file.markdown());
        force(slug);
        var shown = visitor.get(file.address());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type").orElse("")).isEqualTo("image/jpeg");
        assertThat(visitor.get(file.address().replace("800x400", "w320")).statusCode())
                .isEqualTo(200);
        assertThat(visitor.get(file.address().replace("800x400", "w999")).statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/works/" + slug).body())
                .contains("width=\"800\"", "height=\"400\"", "w320.jpg 320w", "alt=\"衡山县政务大厅正门\"");
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var pdf = client.send(
                    java.net.http.HttpRequest.newBuilder(
                                    java.net.URI.create(product.url() + "/zh/works/" + slug + ".pdf"))
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.ofByteArray());
            yici.house.PdfChecks.assertUniversallyAccessible(pdf.body());
            assertThat(new String(pdf.body(), StandardCharsets.ISO_8859_1)).contains("/Image");
        }
    }

    @Test
    void an_edition_is_lent_by_a_link_that_shows_its_pictures_and_can_be_ended() throws IOException {
        var slug = begin();
        var file = add(slug);
        write(slug, "## 预览\n\n" + file.markdown());
        var which = which(slug);
        var token = product.bean(Previews.class).lend(editor.me(), which);

        var visitor = new Http();
        var lent = visitor.get("/preview/" + token);
        assertThat(lent.statusCode()).isEqualTo(200);
        assertThat(lent.body()).contains("未发布", "/preview/" + token + "/media/");
        assertThat(lent.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(visitor.get(file.address().replace("/media/", "/preview/" + token + "/media/"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.get(file.address()).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/preview/" + "A".repeat(32)).statusCode()).isEqualTo(404);

        product.bean(Previews.class).end(editor.me(), which);
        assertThat(visitor.get("/preview/" + token).statusCode()).isEqualTo(404);
    }

    @Test
    void the_site_as_of_an_instant_shows_what_stood_then_and_what_is_scheduled_by_then() {
        var slug = begin();
        write(slug, "## 将来\n\n下周的事。");
        var me = reviewer.me();
        var bringOn = product.bean(BringOn.class);
        bringOn.bring(editor.me(), which(slug), PublicationAct.SENT, "");
        for (int i = 0; i < 3; i++)
            bringOn.bring(People.staff(Post.Role.REVIEWER, AREA).me(), which(slug), PublicationAct.REVIEWED, "");
        bringOn.bring(reviewer.justNow(), which(slug), PublicationAct.CLEARED, "");
        var now = product.clock().instant();
        var then = now.plus(java.time.Duration.ofDays(7));
        assertThat(bringOn.schedule(me, List.of(which(slug)), then)).isInstanceOf(BringOn.Brought.Done.class);

        var asOf = product.bean(SiteAsOf.class);
        assertThat(asOf.newest(AREA, Language.ZH, now)).extracting(Line::slug).doesNotContain(slug);
        assertThat(asOf.newest(AREA, Language.ZH, then.plusSeconds(60)))
                .extracting(Line::slug)
                .contains(slug);
        bringOn.bring(me, which(slug), PublicationAct.CALLED_OFF, "不办了");
        assertThat(asOf.newest(AREA, Language.ZH, then.plusSeconds(60)))
                .extracting(Line::slug)
                .doesNotContain(slug);

        assertThat(asOf.newest("430000000000", Language.EN, java.time.Instant.parse("2021-06-01T00:00:00Z")))
                .isNotEmpty()
                .allMatch(line -> line.publishedAt().isBefore(java.time.Instant.parse("2021-06-01T00:00:00Z")));
    }

    @Test
    void an_editor_sees_the_preview_follow_pastes_from_word_and_picks_a_link() {
        var slug = begin();
        try (var desk = Browser.desktop(Language.EN)) {
            desk.signIn(editor.login());
            desk.go("/admin/works/" + slug + "/files");
            desk.assertGoodPage();
            desk.page()
                    .setInputFiles(
                            "#file",
                            new com.microsoft.playwright.options.FilePayload("hall.png", "image/png", pngQuietly()));
            desk.page().locator("#zh").fill("");
            desk.page().locator("main form button").first().click();
            assertThat(desk.page().locator(".govuk-error-summary a[href='#zh']").count())
                    .isEqualTo(1);
            desk.page()
                    .setInputFiles(
                            "#file",
                            new com.microsoft.playwright.options.FilePayload("hall.png", "image/png", pngQuietly()));
            desk.page().locator("#zh").fill("政务大厅正门");
            desk.page().locator("main form button").first().click();
            assertThat(desk.page().locator("main code").first().textContent()).startsWith("![政务大厅正门](/media/");
            desk.assertGoodPage();
            desk.screenshot("work-files");

            desk.go("/admin/works/" + slug + "/zh");
            desk.page().locator("#markdown").fill("## 点击这里\n\n正文");
            desk.page().locator("#look #preview").waitFor();
            assertThat(desk.page().locator("#look").textContent()).contains("Say it better");
            desk.page().locator("#markdown").evaluate("""
                    area => {
                        const data = new DataTransfer();
                        data.setData("text/html", "<h2>贴进来的标题</h2><p><b>粗</b>字</p>");
                        data.setData("text/plain", "贴进来的标题");
                        area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
                    }""");
            desk.page().locator("#look h2:has-text('贴进来的标题')").waitFor();
            assertThat(desk.page().locator("#markdown").inputValue()).contains("## 贴进来的标题", "**粗**字");
            desk.page().locator("#q").fill("plan");
            desk.page().locator("form[data-links] button").click();
            desk.page().locator("#links-here button").first().click();
            assertThat(desk.page().locator("#markdown").inputValue()).contains("](/works/");
            desk.assertGoodPage();
            desk.screenshot("work-write");
            desk.page().locator("#title").fill("预览给外面的人看");
            desk.page().locator("#changeNote").fill("首次发布");
            desk.page().locator("form:has(#title) button:not([name])").click();
            desk.page().locator("form[action$='/lend'] button").first().click();
            assertThat(desk.page().locator("a.long-address").textContent()).contains("/preview/");
            desk.assertGoodPage();
            desk.screenshot("work-lent");
            desk.go(desk.page().locator("a.long-address").getAttribute("href"));
            desk.assertGoodPage();
            desk.go("/admin/as-of?at=2021-07-01T09:00");
            desk.assertGoodPage();
            desk.screenshot("site-as-of");
            desk.page().locator("main ul.govuk-list a").first().click();
            desk.assertGoodPage();
            desk.page().locator("main .matter-card a").first().click();
            desk.assertGoodPage();
            desk.screenshot("work-as-of");
        }
    }

    private WorkFiles.File add(String slug) throws IOException {
        return ((AddFile.Added.Done) addFile.add(editor.me(), slug, "hall.jpg", jpeg(800, 400), "衡山县政务大厅正门", ""))
                .file();
    }

    private String begin() {
        var slug = "files-" + UUID.randomUUID();
        var typed = new KeepWork.Typed(
                slug, "notice", "", AREA, "衡山县人民政府", "衡山县人民政府", "", "", "2019-05-06", Set.of(), "", Map.of());
        assertThat(product.bean(KeepWork.class).begin(editor.me(), typed)).isEqualTo(new KeepWork.Kept.Done(slug));
        return slug;
    }

    private void write(String slug, String markdown) {
        var typed = new WriteEdition.Typed("大厅开门", "", markdown, "", "", "首次发布");
        assertThat(product.bean(WriteEdition.class).write(editor.me(), slug, Language.ZH, typed))
                .isInstanceOf(WriteEdition.Written.Draft.class);
    }

    private void force(String slug) {
        assertThat(product.bean(BringOn.class).bring(reviewer.me(), which(slug), PublicationAct.FORCED, "测试"))
                .isInstanceOf(BringOn.Brought.Done.class);
    }

    private BringOn.Which which(String slug) {
        var work = product.bean(KeptWorks.class).find(slug).orElseThrow();
        return new BringOn.Which(work.id(), Language.ZH, 1);
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        return written(width, height, "jpg");
    }

    private static byte[] png(int width, int height) throws IOException {
        return written(width, height, "png");
    }

    private static byte[] pngQuietly() {
        try {
            return png(700, 300);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] written(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var paint = image.createGraphics();
        paint.setColor(new Color(0x44, 0x54, 0x6a));
        paint.fillRect(0, 0, width, height);
        paint.setColor(Color.ORANGE);
        paint.fillOval(width / 4, height / 4, width / 2, height / 2);
        paint.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** As a camera writes that it was held on its side: orientation 6. */
    private static byte[] turned(byte[] jpeg) {
        var exif = new byte[] {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        // after the part that says it is a JPEG, which is the first
        int place = 4 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF);
        var all = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, all, 0, place);
        System.arraycopy(exif, 0, all, place, exif.length);
        System.arraycopy(jpeg, place, all, place + exif.length, jpeg.length - place);
        return all;
    }
}
