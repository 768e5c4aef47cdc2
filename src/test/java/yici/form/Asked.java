package yici.form;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.kit.Language;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;
import yici.kit.Words;

/** One element asked on one page, for the tests of the field types. */
final class Asked {

    static final Words WORDS = new Words();
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), View.ZONE);

    private final DataElement element;

    private Asked(DataElement element) {
        this.element = element;
    }

    static Asked required(String key, DataElement.Type type, Option... options) {
        return new Asked(element(key, type, true, options));
    }

    static Asked optional(String key, DataElement.Type type, Option... options) {
        return new Asked(element(key, type, false, options));
    }

    static DataElement element(String key, DataElement.Type type, boolean required, Option... options) {
        return new DataElement(
                key,
                Translated.of("标签", "Label"),
                type,
                required,
                List.of(options),
                List.of("item"),
                DataElement.Origin.ASKED,
                Optional.empty());
    }

    static Option option(String code, String zh, String en) {
        return new Option(code, Translated.of(zh, en));
    }

    static View view(Language language) {
        var province = new View.Place("430000000000", Translated.of("湖南省", "Hunan"), 0);
        return new View(language, WORDS, "/form", "", "token", Optional.empty(), province, List.of(province), false);
    }

    DataElement element() {
        return element;
    }

    /** The raw text of parameters given as name, value, name, value. */
    String read(String... parameters) {
        var posted = new HashMap<String, String[]>();
        for (int i = 0; i < parameters.length; i += 2)
            posted.merge(parameters[i], new String[] {parameters[i + 1]}, Asked::both);
        return Form.read(List.of(element), posted).getOrDefault(element.key(), "?");
    }

    private static String[] both(String[] some, String[] more) {
        return new String[] {some[0], more[0]};
    }

    /** The canonical value, or the broken rule as {@code !rule}. */
    String check(String raw) {
        return switch (Form.check(List.of(element), Map.of(element.key(), raw), NOON)) {
            case Checked.Complete(var answers) -> answers.getOrDefault(element.key(), "");
            case Checked.Incomplete(var errors) ->
                errors.values().iterator().next().key().replace("form.error.", "!");
        };
    }

    String error(String raw, Language language) {
        return switch (Form.check(List.of(element), Map.of(element.key(), raw), NOON)) {
            case Checked.Complete(var _) -> "";
            case Checked.Incomplete(var errors) ->
                errors.values().iterator().next().in(view(language));
        };
    }

    String display(String value, Language language) {
        return Form.display(element, value, view(language));
    }

    String masked(String value) {
        return Form.masked(element, value, view(Language.ZH));
    }

    /** The question as HTML. */
    String drawn(String raw) {
        return drawn(Questions.of(List.of(element), Map.of(element.key(), raw)), Language.ZH);
    }

    static String drawn(Questions questions, Language language) {
        var html = new StringOutput();
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(html), Page.PLAIN, view(language), questions, true);
        return html.toString();
    }
}
