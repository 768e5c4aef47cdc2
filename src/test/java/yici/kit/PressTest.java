package yici.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yici.house.PdfChecks;

class PressTest {

    private static final Instant AT = Instant.parse("2026-11-24T04:00:00Z");

    private final Press press = new Press();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN | “十四五”规划：高、黑、龙、见、青、食、马、鱼、鸟、金、长、门、飞、风、人、口",
                "en | The 14th Five-Year Plan: one thing, done once – in 7 days",
                "fr | Le 14e plan quinquennal : une démarche, une seule fois – œuvre publique, août, Noël, garçon",
                "ko | 제14차 5개년 계획: 한 번에 한 가지 일 (第十四個五年規劃)",
                "ja | 第14次五か年計画：ひとつの手続きを一度で、カタカナも"
            })
    void a_page_in_each_language_can_be_read_by_everyone_and_copied(String language, String sentence) {
        var pdf = press.pdf(page(language, sentence), AT, 7);

        PdfChecks.assertUniversallyAccessible(pdf);
        assertThat(PdfChecks.text(pdf).replaceAll("\\s+", " ")).contains(sentence);
        assertThat(press.pdf(page(language, sentence), AT, 7)).isEqualTo(pdf);
    }

    private static String page(String language, String sentence) {
        return """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="%s"><head><title>%s</title>
                <meta name="description" content="%2$s"/>
                <style>body { font-family: letters, characters, hangul; }</style></head>
                <body><h1>%2$s</h1><p>%2$s</p><table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></body></html>""".formatted(language, sentence);
    }
}
