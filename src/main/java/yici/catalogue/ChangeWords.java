package yici.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import yici.kit.Translated;
import yici.kit.View;

/** Changes and what stands in a field, as a lay person reads them. */
public final class ChangeWords {

    private static final Set<String> LISTS =
            Set.of("items", "evidence", "conditions", "questions", "elements", "groups", "servicePoints", "faq");

    /**
     * @param what the thing and its field
     * @param was empty where there was nothing
     * @param now empty where nothing is left
     */
    public record Told(String what, String was, String now, String reason) {}

    private ChangeWords() {}

    /** @param base what the changes are told against */
    public static List<Told> tell(View view, JsonNode base, List<Change> changes) {
        return changes.stream()
                .map(change -> new Told(
                        what(view, base, change.path()),
                        change.was()
                                .map(v -> value(view, base, change.path(), v))
                                .orElse(""),
                        change.now()
                                .map(v -> value(view, base, change.path(), v))
                                .orElse(""),
                        change.reason()))
                .toList();
    }

    /** The thing and its field: 社会保障卡申领 · 承诺时限. */
    public static String what(View view, JsonNode text, List<String> path) {
        if (path.getLast().equals(Changes.ORDER))
            return what(view, text, path.subList(0, path.size() - 1))
                    + view.t("catalogue.dot")
                    + view.t("catalogue.part.order");
        if (path.size() == 2 && LISTS.contains(path.getFirst())) return field(view, path.getFirst());
        var parts = new java.util.ArrayList<String>();
        Optional<JsonNode> place = Optional.of(text);
        for (var name : path) {
            place = place.flatMap(p -> Changes.child(p, name));
            place.flatMap(p -> name(view, p)).ifPresent(parts::add);
        }
        var field = path.getLast();
        if (isField(field)) parts.add(field(view, path));
        if (parts.isEmpty()) parts.add(path.getLast());
        return String.join(view.t("catalogue.dot"), parts);
    }

    private static boolean isField(String name) {
        return name.matches("[a-z][A-Za-z]*") && FIELDS.contains(name);
    }

    /** The fields there are words for. */
    private static final Set<String> FIELDS = Set.of(
            "jointLimit",
            "name",
            "promised",
            "statutory",
            "result",
            "note",
            "presence",
            "offlineOnly",
            "prerequisites",
            "clockStops",
            "items",
            "evidence",
            "conditions",
            "questions",
            "elements",
            "groups",
            "servicePoints",
            "faq",
            "necessity",
            "waiver",
            "waiverReason",
            "when",
            "copies",
            "paper",
            "acceptStandard",
            "fillingNote",
            "basis",
            "photoSpec",
            "usedBy",
            "text",
            "title",
            "rule",
            "label",
            "required",
            "address",
            "hours",
            "consultPhone",
            "complaintPhone",
            "leadBody",
            "question",
            "answer",
            "department",
            "group",
            "fees",
            "flow",
            "steps",
            "reform",
            "owe",
            "commitment",
            "min",
            "max",
            "appliesTo",
            "sourceText",
            "charged",
            "choices",
            "effects",
            "type",
            "options",
            "neededBy",
            "nodeType");

    /** What the field is called; its own name where nobody has called it anything. */
    public static String field(View view, String field) {
        return FIELDS.contains(field) ? view.t("catalogue.part." + field) : field;
    }

    /** What the field at a place is called. */
    public static String field(View view, List<String> path) {
        boolean ofGroup = path.getFirst().equals("groups") && path.getLast().equals("rule");
        return ofGroup ? view.t("catalogue.part.groupRule") : field(view, path.getLast());
    }

    /** What a thing calls itself; its key where it has no name. */
    public static String name(View view, JsonNode text, List<String> path) {
        return Changes.at(text, path).flatMap(thing -> name(view, thing)).orElse(path.getLast());
    }

    static Optional<String> name(View view, JsonNode thing) {
        for (var field : List.of("name", "title", "label", "text", "question")) {
            var text = thing.path(field);
            if (text.has("texts")) return Optional.of(view.t(translated(text)));
            if (text.isString() && field.equals("name")) return Optional.of(text.asString());
        }
        return Optional.empty();
    }

    /** What stands at a place of a text, what it speaks of called by its names. */
    public static String value(View view, JsonNode text, List<String> path, JsonNode value) {
        return ReferenceWords.of(view, text, path, value).orElseGet(() -> value(view, path.getLast(), value));
    }

    /** What stands in a field. */
    public static String value(View view, String field, JsonNode value) {
        if (value.isBoolean()) return view.t(value.asBoolean() ? "catalogue.value.yes" : "catalogue.value.no");
        if (value.isString()) return word(view, field, value.asString());
        if (value.has("texts")) return view.t(translated(value));
        if (value.has("value") && value.has("unit")) return limit(view, value);
        if (value.isArray())
            return StreamSupport.stream(value.spliterator(), false)
                    .map(member -> value(view, field, member))
                    .collect(joining(view.t("catalogue.comma")));
        if (value.isObject()) return name(view, value).orElseGet(() -> view.t("catalogue.value.other"));
        return value.asString();
    }

    /** One of a field's own words; anything else as it stands. */
    public static String word(View view, String field, String value) {
        return switch (field) {
            case "necessity" -> view.t("catalogue.value.necessity." + value);
            case "waiver" -> view.t("catalogue.value.waiver." + value);
            case "presence" -> view.t("catalogue.value.presence." + value);
            case "type" -> view.t("catalogue.value.type." + value);
            case "nodeType", "rule" -> view.t("catalogue.value." + value);
            default -> value;
        };
    }

    private static String limit(View view, JsonNode value) {
        return Count.limit(
                view,
                new Guide.Limit(
                        value.path("value").asInt(),
                        Guide.Unit.valueOf(value.path("unit").asString().toUpperCase(Locale.ROOT))));
    }

    private static Translated translated(JsonNode text) {
        return GuideJson.translated(text);
    }
}
