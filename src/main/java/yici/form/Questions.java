package yici.form;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.kit.Translated;
import yici.kit.View;

/**
 * What {@code form/page.jte} draws.
 *
 * @param raw values as typed or as kept, by element key
 * @param errors by element key
 * @param notes texts by element key, such as where a value was taken from
 * @param neededFor names of the items that need an element, by element key
 */
public record Questions(
        List<DataElement> elements,
        Map<String, String> raw,
        Map<String, FieldError> errors,
        Map<String, String> notes,
        Map<String, List<Translated>> neededFor) {

    public static Questions of(List<DataElement> elements, Map<String, String> raw) {
        return new Questions(elements, raw, Map.of(), Map.of(), Map.of());
    }

    /** Draws one of the questions; {@code heading} makes its label the heading of the page. */
    Content draw(DataElement element, View view, boolean heading) {
        var field = Field.of(element);
        return field.draw(new Drawing(
                view,
                element,
                raw.getOrDefault(element.key(), ""),
                Optional.ofNullable(errors.get(element.key())),
                Optional.ofNullable(notes.get(element.key())),
                neededByAll() ? List.of() : needed(element),
                field.hint().map(view::t),
                heading));
    }

    /** True when the same items need all of the questions: said once then. */
    boolean neededByAll() {
        return elements.size() > 1
                && elements.stream().map(this::needed).distinct().count() == 1;
    }

    List<Translated> needed(DataElement element) {
        return neededFor.getOrDefault(element.key(), List.of());
    }

    public Questions with(Map<String, FieldError> errors) {
        return new Questions(elements, raw, errors, notes, neededFor);
    }
}
