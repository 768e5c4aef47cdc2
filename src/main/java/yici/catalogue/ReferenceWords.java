package yici.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import yici.kit.View;

/** What stands in a field that speaks of other things of the guide by their keys: rules, effects, edges, and lists of items. */
final class ReferenceWords {

    /** In which list the keys of a field are found. */
    private static final Map<String, String> KEYS_OF = Map.of(
            "usedBy", "items",
            "appliesTo", "items",
            "neededBy", "items",
            "exceptItems", "items",
            "items", "items",
            "passes", "elements");

    private static final Map<String, String> KEY_OF = Map.of("group", "groups", "question", "questions");

    private static final List<String> LISTS =
            List.of("items", "groups", "evidence", "conditions", "elements", "questions");

    private final View view;
    private final JsonNode text;

    private ReferenceWords(View view, JsonNode text) {
        this.view = view;
        this.text = text;
    }

    /** Empty for a field that says what it says by itself. */
    static Optional<String> of(View view, JsonNode text, List<String> path, JsonNode value) {
        return new ReferenceWords(view, text).tell(path, value);
    }

    private Optional<String> tell(List<String> path, JsonNode value) {
        var field = path.getLast();
        if (field.equals(Changes.ORDER)) return Optional.of(inOrder(path.subList(0, path.size() - 1), value));
        if (field.equals("rule") && value.isObject()) return Optional.of(rule(value));
        if (value.isObject() && value.has("onlyIfIncluded")) return Optional.of(edge(value));
        if (value.isString() && KEY_OF.containsKey(field) && path.size() > 1)
            return Optional.of(name(KEY_OF.get(field), value.asString()));
        if (!value.isArray()) return Optional.empty();
        if (field.equals("effects")) return Optional.of(list(value, this::effect));
        if (field.equals("prerequisites")) return Optional.of(list(value, this::edge));
        if (field.equals("options")) return Optional.of(list(value, this::option));
        if (!KEYS_OF.containsKey(field)) return Optional.empty();
        return Optional.of(list(value, key -> name(KEYS_OF.get(field), key.asString())));
    }

    private String list(JsonNode values, java.util.function.Function<JsonNode, String> words) {
        return values.isEmpty()
                ? view.t("catalogue.value.none")
                : StreamSupport.stream(values.spliterator(), false)
                        .map(words)
                        .collect(joining(view.t("catalogue.comma")));
    }

    private String rule(JsonNode value) {
        return GuideJson.rule(value).words(view, GuideJson.elements(text.path("elements")));
    }

    /** 等“供水”办完（交接：户号）. */
    private String edge(JsonNode edge) {
        String before = edge.path("item").isString()
                ? name("items", edge.path("item").asString())
                : name("groups", edge.path("group").asString(""));
        return edge.path("passes").isEmpty()
                ? view.t("catalogue.edge", before)
                : view.t(
                        "catalogue.edge.passes",
                        before,
                        list(edge.path("passes"), key -> name("elements", key.asString())));
    }

    private String effect(JsonNode effect) {
        var ref = effect.path("ref").asString("");
        return view.t(
                "catalogue.effect." + effect.path("kind").asString(),
                anyName(ref),
                effect.path("value").asString(""));
    }

    private String option(JsonNode option) {
        return view.t(GuideJson.translated(option.path("label")));
    }

    private String inOrder(List<String> list, JsonNode names) {
        return list(
                names,
                key -> Changes.at(text, below(list, key.asString()))
                        .flatMap(thing -> ChangeWords.name(view, thing))
                        .orElse(key.asString()));
    }

    private static List<String> below(List<String> list, String name) {
        return java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(name))
                .toList();
    }

    private String name(String list, String key) {
        return ChangeWords.name(view, text, List.of(list, key));
    }

    private String anyName(String key) {
        return LISTS.stream()
                .flatMap(list -> Changes.at(text, List.of(list, key)).stream())
                .flatMap(thing -> ChangeWords.name(view, thing).stream())
                .findFirst()
                .orElse(key);
    }
}
