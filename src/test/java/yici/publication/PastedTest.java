package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What is pasted from a word processor comes as clean Markdown. */
class PastedTest {

    @Test
    void a_page_of_word_keeps_headings_lists_tables_and_links_and_loses_its_type_comments_and_hidden_marks() {
        var html = """
                <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font-family:宋体}</style></head><body>
                <!--StartFragment-->
                <h1 style='text-align:center'><span style='font-family:黑体'>关于办事大厅周六开放的通知</span></h1>
                <p class=MsoNormal>自<b>2026年3月1日</b>起，<span style='color:red'>每周六</span>上午开放。<o:p></o:p></p>
                <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>带身份证</p>
                <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>带户口簿</p>
                <ol><li>取号<ul><li>机器</li></ul></li><li>办理</li></ol>
                <table><tr><td><p>窗口</p></td><td><p>电话</p></td></tr><tr><td>1|2</td><td>0739-0000000</td></tr></table>
                <p class=MsoNormal>详见<a href="https://www.example.gov.cn/a b">官网</a>，<a href="javascript:alert(1)">不要点</a>。</p>
                <script>alert(1)</script><img src="file:///C:/1.png"><p>用*号和_线_不变样</p>
                </body></html>""";

        assertThat(Pasted.markdown(html)).isEqualTo("""
                ## 关于办事大厅周六开放的通知

                自**2026年3月1日**起，每周六上午开放。

                - 带身份证
                - 带户口簿

                1. 取号
                   - 机器
                2. 办理

                | 窗口 | 电话 |
                | --- | --- |
                | 1\\|2 | 0739-0000000 |

                详见[官网](https://www.example.gov.cn/a%20b)，不要点。

                用\\*号和\\_线\\_不变样""");
    }

    @Test
    void plain_words_of_another_page_stay_paragraphs() {
        assertThat(Pasted.markdown("<div>一<br>二<div>三</div></div><div>四</div>")).isEqualTo("一\n二\n\n三\n\n四");
        assertThat(Pasted.markdown("")).isEmpty();
    }

    @Property(tries = 300)
    void whatever_is_pasted_says_its_words_and_nothing_that_runs(@ForAll String words) {
        var html = "<p>" + Jsoup.parse("").createElement("p").text(words).html() + "</p><script>bad()</script>";
        var again = Markdown.html(Pasted.markdown(html));
        assertThat(Jsoup.parse(again).select("script, iframe, [onclick], [onerror]"))
                .isEmpty();
        assertThat(again).doesNotContain("bad()");
    }
}
