package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yici.house.Browser;
import yici.kit.Language;

/** Blocks of a text: timelines, bars, facts, notes and transcripts, typed line by line. */
class BlocksTest {

    @Test
    void a_timeline_is_a_list_with_its_days_and_its_links() {
        var html = html("```timeline 这一年\n2021年1月 | 通过[纲要](/works/x)\n2021年6月 ｜ 印发\n```");

        assertThat(html.select("ol.block-timeline > li strong").eachText()).containsExactly("2021年1月", "2021年6月");
        assertThat(html.select("ol.block-timeline a").attr("href")).isEqualTo("/works/x");
        assertThat(html.select(".block-caption").text()).isEqualTo("这一年");
    }

    @Test
    void bars_are_a_table_to_everybody_and_as_long_as_their_numbers() {
        var html = html("```bars 支出（亿元）\n教育 | 1,500.5\n卫生 | 750.25 亿\n```");

        assertThat(html.select("table caption").text()).isEqualTo("支出（亿元）");
        assertThat(html.select("th[scope=row]").eachText()).containsExactly("教育", "卫生");
        assertThat(html.select("td.govuk-table__cell--numeric").eachText()).containsExactly("1,500.5", "750.25 亿");
        assertThat(html.select("rect").eachAttr("width")).containsExactly("100", "50");
        assertThat(html.select("td[aria-hidden=true]")).hasSize(2);
        assertThat(html("```bars\n教育 | 很多\n```").select("pre code").text()).isEqualTo("教育 | 很多");
    }

    @Test
    void facts_notes_and_transcripts_are_what_they_are_called_and_other_code_stays_code() {
        assertThat(html("```facts\n责任单位 | 省**发改委**\n```").select("dl dd strong").text())
                .isEqualTo("发改委");
        assertThat(html("```note\n数据为示例。\n```").select(".govuk-inset-text p").text())
                .isEqualTo("数据为示例。");
        assertThat(html("```transcript 文字稿\n主持人 | 大家好\n```")
                        .select("details[open] p")
                        .text())
                .isEqualTo("主持人 大家好");
        assertThat(html("```sql\nselect 1\n```").select("pre code").text()).isEqualTo("select 1");
    }

    @Property(tries = 300)
    void whatever_is_typed_in_a_block_nothing_of_it_runs(@ForAll String words, @ForAll boolean bars) {
        var html = html("```" + (bars ? "bars " : "timeline ")
                + words.lines().findFirst().orElse("") + "\n<script>x</script> | 5 [a](javascript:x)\n" + words
                + " | 1\n```");
        assertThat(html.select("script, [onclick], [onerror], a[href^=javascript], iframe"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/works/plan-14-5-timeline", "/works/nine-events-infographic"})
    void a_reader_on_a_phone_finds_them_on_the_page_and_passes_it_on(String work) {
        try (var phone = Browser.phone(Language.EN)) {
            phone.go(work);
            phone.assertGoodPage();
            phone.page().locator("details.share summary").click();
            assertThat(phone.page().locator("#share-address").textContent()).contains(work);
            phone.assertGoodPage();
            phone.screenshot("blocks-" + work.substring(7));
        }
    }

    private static Document html(String markdown) {
        return Jsoup.parse(Markdown.html(markdown));
    }
}
