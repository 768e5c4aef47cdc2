package yici.form;

import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yici.kit.Translated;
import yici.kit.View;

/**
 * All that a field's template needs besides the field.
 *
 * @param raw as typed, or the canonical value
 * @param note such as where the value was taken from
 * @param neededFor names of the items that need it
 * @param hint the text itself
 * @param heading true when the label is the heading of the page
 */
record Drawing(
        View view,
        DataElement element,
        String raw,
        Optional<FieldError> error,
        Optional<String> note,
        List<Translated> neededFor,
        Optional<String> hint,
        boolean heading) {

    String id() {
        return element.key();
    }

    String wrongGroup() {
        return error.isPresent() ? " govuk-form-group--error" : "";
    }

    /** For {@code class} of an input, a select or a text area: {@code wrong("input")}. */
    String wrong(String part) {
        return error.isPresent() ? " govuk-" + part + "--error" : "";
    }

    /** The ids of all that explains the field; null leaves the attribute out. */
    @Nullable
    String describedBy() {
        String ids = Stream.of(
                        id("note", note.isPresent()),
                        id("hint", hint.isPresent()),
                        id("needed", !neededFor.isEmpty()),
                        id("error", error.isPresent()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    private Optional<String> id(String part, boolean there) {
        return there ? Optional.of(id() + "-" + part) : Optional.empty();
    }

    static Content content(Consumer<HtmlTemplateOutput> template) {
        return output -> template.accept((HtmlTemplateOutput) output);
    }
}
