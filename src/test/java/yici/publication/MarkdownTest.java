package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "text <iframe src=//evil.example></iframe> text",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
                "<style>@import 'https://evil.example'</style>",
                "<!--><script>alert(1)</script-->",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#115;cript:alert(1))",
                "[x](&#x6A;avascript:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](\u0001javascript:alert(1))",
                "[x](vbscript:msgbox(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](//evil.example/x)",
                "[x](/\\evil.example)",
                "[x](file:///etc/passwd)",
                "![x](https://evil.example/pixel.png)",
                "![x](data:image/svg+xml;base64,PHN2Zz4=)",
                "![x\" onerror=\"alert(1)](/a.png)",
                "[x](https://a.example \"\\\" onmouseover=\\\"alert(1)\")",
                "<javascript:alert(1)>",
                "```html\" onmouseover=\"alert(1)\n<script>\n```",
                "| a |\n|---|\n| <script>alert(1)</script> |",
                "# <script>alert(1)</script>",
                "[x]: javascript:alert(1)\n\n[x]",
                "`<script>alert(1)</script>`",
                "&lt;script&gt;alert(1)&lt;/script&gt;"
            })
    void no_script_survives(String attack) {
        assertHarmless(attack);
    }

    @Property(tries = 300)
    void whatever_is_written_can_do_no_harm(@ForAll @StringLength(max = 200) String text) {
        assertHarmless(text);
        assertHarmless("[x](" + text + ")");
        assertHarmless("![" + text + "](" + text + ")");
    }

    private static void assertHarmless(String markdown) {
        for (var element : elements(Markdown.html(markdown))) {
            assertThat(element.getLocalName())
                    .isNotIn("script", "style", "iframe", "object", "embed", "svg", "math", "form", "base", "link");
            for (int i = 0; i < element.getAttributes().getLength(); i++)
                assertThat(element.getAttributes().item(i).getNodeName())
                        .doesNotStartWith("on")
                        .isNotEqualTo("style");
            if (element.hasAttribute("href"))
                assertThat(element.getAttribute("href")).matches("(?is)(https?://|mailto:|tel:|#|/(?![/\\\\])).*|/");
            if (element.getLocalName().equals("img"))
                assertThat(element.getAttribute("src")).matches("(?s)/(?![/\\\\]).*|/");
        }
    }

    /** As a browser would read it. */
    private static List<Element> elements(String html) {
        try {
            var all = new ArrayList<Element>();
            collect(new HtmlDocumentBuilder().parseFragment(new InputSource(new StringReader(html)), "body"), all);
            return all;
        } catch (IOException | SAXException e) {
            throw new AssertionError(html, e);
        }
    }

    private static void collect(Node node, List<Element> into) {
        if (node instanceof Element element) into.add(element);
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) collect(child, into);
    }

    @Test
    void what_a_harmful_link_said_stays_readable() {
        assertThat(Markdown.html("See [the rules](javascript:alert(1)) here."))
                .isEqualTo("<p class=\"govuk-body\">See the rules here.</p>\n");
    }

    @Test
    void links_images_of_this_site_and_tables_are_shown() {
        var html = Markdown.html("# A\n\n[x](/works/a) ![alt](/files/a.png)\n\n| n | v |\n|---|--:|\n| a | 1 |\n");

        assertThat(html)
                .contains("<h2", "href=\"/works/a\"", "alt=\"alt\"", "scope=\"col\"", "govuk-table__cell--numeric")
                .doesNotContain("align=", "<h1");
    }
}
