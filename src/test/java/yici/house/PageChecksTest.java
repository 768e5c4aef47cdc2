package yici.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageChecksTest {

    private static final String GOOD = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><title>一次</title></head>
            <body><main><h1>出生一件事</h1><label for="name">姓名</label> <input id="name" name="name"></main></body>
            </html>
            """;

    @Test
    void a_good_page_passes() {
        try (var visitor = Browser.desktop()) {
            visitor.page().setContent(GOOD);

            PageChecks.assertAccessible(visitor.page());
            PageChecks.assertValidHtml(GOOD);
            PageChecks.assertFits(visitor.page());
        }
    }

    @Test
    void an_input_without_a_label_is_reported_with_its_element() {
        try (var visitor = Browser.desktop()) {
            visitor.page().setContent(GOOD.replace("<label for=\"name\">姓名</label>", ""));

            assertThat(PageChecks.accessibilityViolations(visitor.page()))
                    .anySatisfy(violation -> assertThat(violation).contains("label", "<input id=\"name\""));
        }
    }

    @Test
    void pale_text_is_reported() {
        try (var visitor = Browser.desktop()) {
            visitor.page().setContent(GOOD.replace("<h1>", "<h1 style=\"color:#ccc;background:#fff\">"));

            assertThat(PageChecks.accessibilityViolations(visitor.page()))
                    .anySatisfy(violation -> assertThat(violation).contains("color-contrast"));
        }
    }

    @Test
    void broken_html_is_reported_with_its_line() {
        var broken = GOOD.replace("</main>", "<p><div>text</div></p><img src=\"a.png\"></main>");

        assertThat(PageChecks.htmlErrors(broken))
                .anySatisfy(error -> assertThat(error).contains("line 4", "No “p” element in scope"))
                .anySatisfy(error -> assertThat(error).contains("line 4", "alt"));
    }

    @Test
    void the_same_id_twice_is_reported() {
        var broken = GOOD.replace("<h1>", "<h1 id=\"name\">");

        assertThat(PageChecks.htmlErrors(broken))
                .anySatisfy(error -> assertThat(error).contains("Duplicate ID"));
    }

    @Test
    void a_page_wider_than_a_phone_is_reported() {
        try (var visitor = Browser.phone()) {
            visitor.page().setContent(GOOD.replace("<h1>", "<h1 style=\"width:600px\">"));

            assertThatThrownBy(() -> PageChecks.assertFits(visitor.page())).hasMessageContaining("375");
        }
    }
}
