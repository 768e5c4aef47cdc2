package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yici.house.Browser;
import yici.house.Product;
import yici.kit.Language;

/** A work as a text to go on writing with, and a whole column on one page. */
class OdtTest {

    private static final String MARKDOWN = """
            ## 办法

            第一段有**重点**、*语气*和[链接](/works/x)，还有[坏链接](javascript:x)。

            1. 取号
            2. 办理
               - 带证件

            | 窗口 | 电话 |
            | --- | ---: |
            | 一 | 0739 |

            > 引文

            ![大厅正门](/media/00000000-0000-0000-0000-000000000001/800x400.png)
            """;

    @Test
    void headings_lists_tables_links_and_pictures_are_what_they_are() throws IOException {
        var picture = new Odt.Picture(new byte[] {1, 2, 3}, "png", 800, 400);
        var files = unpacked(odt(MARKDOWN, Optional.of(picture)));

        assertThat(files.keySet()).first().isEqualTo("mimetype");
        assertThat(new String(files.get("mimetype"), StandardCharsets.US_ASCII)).isEqualTo(Odt.TYPE);
        assertThat(files.get("Pictures/1.png")).containsExactly(1, 2, 3);
        var content = xml(files.get("content.xml"));
        assertThat(content.select("text|h[text:outline-level=1]").text()).isEqualTo("题目 <一> & 二");
        assertThat(content.select("text|h[text:outline-level=2]").text()).isEqualTo("办法");
        assertThat(content.select("text|list-item").first().text()).isEqualTo("1. 取号");
        assertThat(content.select("text|list text|list text|list-item").text()).isEqualTo("带证件");
        assertThat(content.select("table|table-header-rows table|table-cell").eachText())
                .containsExactly("窗口", "电话");
        assertThat(content.select("text|a").eachAttr("xlink:href")).containsExactly("https://example.gov.cn/works/x");
        assertThat(content.select("draw|frame svg|title").text()).isEqualTo("大厅正门");
        assertThat(xml(files.get("styles.xml")).select("[style:language-asian=zh]"))
                .isNotEmpty();
        assertThat(xml(files.get("META-INF/manifest.xml")).select("manifest|file-entry"))
                .hasSize(5);
    }

    @Property(tries = 200)
    void whatever_is_written_the_file_can_be_read(@ForAll String text) throws Exception {
        var files = unpacked(odt(text, Optional.empty()));
        var factory = javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance();
        for (var part : files.entrySet())
            if (part.getKey().endsWith(".xml"))
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(part.getValue()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_published_work_is_taken_away_as_a_text_in_each_language(Language language) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(
                                    Product.running().url() + "/" + language.code() + "/works/work-plans-2021.odt"))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo(Odt.TYPE);
            var shown = Product.running()
                    .bean(ShowWork.class)
                    .show("work-plans-2021", language)
                    .orElseThrow();
            assertThat(xml(unpacked(answer.body()).get("content.xml")).text())
                    .contains(shown.shown().edition().title());
        }
    }

    @Test
    void a_whole_column_is_read_and_printed_on_one_page() {
        try (var desk = Browser.desktop()) {
            desk.go("/columns/plan-14-5/print");
            desk.assertGoodPage();
            var lines = Product.running().bean(ListWorks.class).in("plan-14-5", Language.ZH, 0, 60);
            assertThat(desk.page().locator("article.whole h2").allTextContents())
                    .hasSameSizeAs(lines)
                    .contains(lines.getFirst().title());
            desk.screenshot("column-whole");
        }
    }

    private static byte[] odt(String markdown, Optional<Odt.Picture> picture) {
        var sheet = new Odt.Sheet(
                "题目 <一> & 二",
                "",
                "",
                "zh-CN",
                markdown,
                "来自 https://example.gov.cn",
                Instant.parse("2026-03-01T00:00:00Z"));
        return Odt.of(sheet, "https://example.gov.cn", _ -> picture);
    }

    private static Map<String, byte[]> unpacked(byte[] file) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes());
        }
        return files;
    }

    private static Document xml(byte[] part) {
        return Jsoup.parse(new String(part, StandardCharsets.UTF_8), Parser.xmlParser());
    }
}
