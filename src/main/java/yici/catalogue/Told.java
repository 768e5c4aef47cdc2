package yici.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import yici.kit.Language;
import yici.kit.View;

/**
 * A change as it is told to people.
 *
 * @param where from the part of the guide down to the field
 * @param was what it said; empty for something new
 * @param now what it says; empty for something left out
 * @param reason why; empty where nobody has said
 */
public record Told(String where, Optional<String> was, Optional<String> now, String reason) {

    private static final List<String> TITLES = List.of("name", "label", "title", "text", "question", "key");

    /** @param whole the guide or service in which the place of the change is found: the one it was made on, or for something new the other */
    public static Told of(View view, Change change, Record whole) {
        var where = FieldWords.of(whole, change.field()).stream()
                .map(part -> part.say(view))
                .collect(Collectors.joining(view.t("catalogue.history.below")));
        return new Told(
                where,
                change.was().map(value -> said(view, value)),
                change.now().map(value -> said(view, value)),
                change.reason());
    }

    private static String said(View view, JsonNode value) {
        if (value.isArray())
            return StreamSupport.stream(value.spliterator(), false)
                    .map(member -> said(view, member))
                    .collect(Collectors.joining(view.t("catalogue.history.comma")));
        if (!value.isObject()) return word(view, value.asString());
        if (value.has("texts")) return text(view, value.get("texts"));
        if (value.has("value") && value.has("unit"))
            return word(
                    view,
                    value.get("value").asString() + " " + value.get("unit").asString());
        for (var title : TITLES) if (Changes.child(value, title).isPresent()) return said(view, value.get(title));
        return value.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .map(field -> said(view, field.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String text(View view, JsonNode texts) {
        return texts.path(view.language().name())
                .asString(texts.path(Language.ZH.name()).asString(""));
    }

    private static String word(View view, String value) {
        return FieldWords.value(view, value).orElse(value);
    }
}
