package yici.form;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yici.form.DataElement.Type;
import yici.house.PageChecks;
import yici.kit.Language;
import yici.kit.Page;
import yici.kit.Translated;

/** The forms of the nine themes as HTML. */
class DrawnPagesTest {

    private static final String DOCUMENT =
            "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>Form</title></head><body><form method=\"post\">%s</form></body></html>";

    @ParameterizedTest
    @EnumSource
    void every_page_of_the_themes_is_correct_html_with_one_heading_empty_or_full_of_errors(Language language) {
        for (var theme : Themes.all()) {
            PageChecks.assertValidHtml(document(theme, language, page -> Questions.of(page.elements(), Map.of())));
            PageChecks.assertValidHtml(document(theme, language, DrawnPagesTest::wrong));
        }
    }

    /** All pages of a theme in one document: the keys of a theme are unique, so ids must be too. */
    private static String document(Themes.Theme theme, Language language, Function<FormPage, Questions> questions) {
        var pages = Form.of(theme.elements()).pages();
        var html = pages.stream()
                .map(page -> Asked.drawn(questions.apply(page), language))
                .collect(Collectors.joining());

        assertThat(html.split("<h1", -1)).as(theme.code()).hasSize(pages.size() + 1);
        return DOCUMENT.formatted(language.tag(), html);
    }

    /** Everything filled in wrong, with a note and the items that need it. */
    private static Questions wrong(FormPage page) {
        var raw = new LinkedHashMap<String, String>();
        page.elements().forEach(element -> raw.put(element.key(), "\"wrong\" & <wrong>"));
        var errors = Form.check(page.elements(), raw, Asked.NOON) instanceof Checked.Incomplete(var found)
                ? found
                : Map.<String, FieldError>of();
        var notes = new LinkedHashMap<String, String>();
        var needed = new LinkedHashMap<String, List<Translated>>();
        page.elements().forEach(element -> {
            notes.put(element.key(), "From the account");
            needed.put(element.key(), List.of(Translated.zh("户口登记"), Translated.of(element.key(), "Item")));
        });
        return new Questions(page.elements(), raw, errors, notes, needed);
    }

    @Test
    void what_all_questions_are_needed_for_is_said_once() {
        var mother = List.of(
                Asked.element("motherName", Type.STRING, true), Asked.element("motherIdNo", Type.ID_NUMBER, true));
        var item = List.of(Translated.zh("户口登记"));

        var same = new Questions(mother, Map.of(), Map.of(), Map.of(), Map.of("motherName", item, "motherIdNo", item));
        var different = new Questions(mother, Map.of(), Map.of(), Map.of(), Map.of("motherName", item));

        assertThat(Asked.drawn(same, Language.ZH))
                .containsOnlyOnce("户口登记")
                .doesNotContain("Name-needed", "IdNo-needed");
        assertThat(Asked.drawn(different, Language.ZH))
                .contains("motherName-needed")
                .doesNotContain("motherIdNo-needed");
    }

    @Test
    void the_error_summary_leads_to_the_first_input_of_each_field() {
        var date = Asked.element("birthDate", Type.DATE, true);
        var phone = Asked.element("contactPhone", Type.PHONE, true);
        var elements = List.of(date, phone);
        var html = new StringOutput();
        if (Form.check(elements, Map.of(), Asked.NOON) instanceof Checked.Incomplete(var errors))
            JteerrorsGenerated.render(
                    new OwaspHtmlTemplateOutput(html), Page.PLAIN, Asked.view(Language.EN), elements, errors);

        assertThat(html.toString()).contains("href=\"#birthDate-day\"", "href=\"#contactPhone\"", "role=\"alert\"");
    }

    @Test
    void the_summary_says_what_was_answered_and_leads_back_to_it() {
        var pages = Form.of(List.of(
                        Asked.element("birthDate", Type.DATE, true), Asked.element("idNo", Type.ID_NUMBER, true)))
                .pages();
        var answers = Map.of("birthDate", "2026-03-08", "idNo", "11010519491231002X");

        assertThat(summary(pages, answers, "/drafts/7/form", false))
                .contains("2026年3月8日", "11010519491231002X", "href=\"/drafts/7/form/birthDate#birthDate-year\"");
        assertThat(summary(pages, Map.of("idNo", "11010519491231002X"), "", true))
                .contains("1101**********002X", "未填写")
                .doesNotContain("href");
    }

    private static String summary(List<FormPage> pages, Map<String, String> answers, String base, boolean masked) {
        var html = new StringOutput();
        JtesummaryGenerated.render(
                new OwaspHtmlTemplateOutput(html), Page.PLAIN, Asked.view(Language.ZH), pages, answers, base, masked);
        return html.toString();
    }
}
