package yici.drafting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.Guide;
import yici.drafting.ReshapeGuide.Edited;
import yici.form.DataElement;
import yici.form.DataElement.Type;
import yici.kit.Translated;

/**
 * A question of the form: one of the dictionary, or, with a reason, one that nobody asks yet.
 *
 * @param use the one of the dictionary; empty for a new one
 * @param alike what the dictionary has that may mean the same as the new one
 * @param taken what a short name stands for in the dictionary
 */
record AddElement(
        Optional<DataElement> use, Map<String, String> typed, List<Dictionary.Alike> alike, Map<String, String> taken)
        implements ReshapeGuide.Edit {

    /** Names of inputs on the pages where rules are tried. */
    private static final Set<String> RESERVED = Set.of("value", "reason", "version", "at", "try", "sex", "date", "not");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String at() {
        return "elements";
    }

    @Override
    public boolean alwaysNeedsReason() {
        return use.isEmpty();
    }

    @Override
    public Edited on(Guide guide, ObjectNode text) {
        var needed =
                Things.ticked(typed, guide.items().stream().map(Guide.Item::key).toList());
        if (needed.isEmpty()) return new Edited.Flawed("member-0", Wrong.Flaw.EMPTY);
        var element = JSON.objectNode();
        var flawed = use.map(known -> known(known, element)).orElseGet(() -> fresh(element));
        if (flawed.isPresent()) return flawed.get();
        var key = element.path("key").asString();
        if (guide.elements().stream().anyMatch(e -> e.key().equals(key)))
            return new Edited.Flawed(use.isPresent() ? "member-0" : "key", Wrong.Flaw.THERE_ALREADY);
        element.put("required", typed.containsKey("required"));
        element.set("neededBy", Things.array(needed));
        Things.list(text, "elements").add(element);
        return new Edited.Done(List.of(List.of("elements", key)));
    }

    private static Optional<Edited> known(DataElement known, ObjectNode element) {
        element.put("key", known.key()).put("type", known.type().name());
        element.set("label", texts(known.label()));
        var options = JSON.arrayNode();
        for (var option : known.options()) {
            var one = JSON.objectNode().put("code", option.code());
            one.set("label", texts(option.label()));
            options.add(one);
        }
        element.set("options", options);
        element.put("origin", known.origin().name());
        known.originDetail().ifPresent(detail -> element.set("originDetail", texts(detail)));
        return Optional.empty();
    }

    private static ObjectNode texts(Translated said) {
        var texts = JSON.objectNode();
        said.texts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Enum::name)))
                .forEach(e -> texts.put(e.getKey().name(), e.getValue()));
        var text = JSON.objectNode();
        text.set("texts", texts);
        return text;
    }

    private Optional<Edited> fresh(ObjectNode element) {
        var label = typed.getOrDefault("zh", "").strip();
        if (label.isEmpty()) return flawed("zh", Wrong.Flaw.EMPTY);
        if (label.length() > Field.LONGEST) return flawed("zh", Wrong.Flaw.TOO_LONG);
        var same = alike.stream().filter(Dictionary.Alike::same).findFirst();
        if (same.isPresent())
            return flawed("zh", new Wrong.Tangle("drafting.flaw.same-meaning", List.of(name(same.get()))));
        if (!alike.isEmpty() && !typed.containsKey("different"))
            return flawed(
                    "different",
                    new Wrong.Tangle(
                            "drafting.flaw.like-meaning",
                            List.of(alike.stream().map(AddElement::name).collect(Collectors.joining("、")))));
        var key = typed.getOrDefault("key", "").strip();
        if (!key.matches("[a-z][A-Za-z0-9]{1,39}") || RESERVED.contains(key.toLowerCase(Locale.ROOT)))
            return flawed("key", Wrong.Flaw.NO_SHORT_NAME);
        var other = taken.get(key);
        if (other != null)
            return flawed("key", new Wrong.Tangle("drafting.flaw.short-name-taken", List.of(key, other)));
        var type = type();
        if (type.isEmpty()) return flawed("type", Wrong.Flaw.EMPTY);
        JsonNode options = JSON.arrayNode();
        if (type.get() == Type.ENUM || type.get() == Type.MULTI_ENUM)
            switch (OptionLines.read(typed.getOrDefault("options", ""), Optional.empty())) {
                case Field.Reading.Flawed(var _, var wrong) -> {
                    return flawed("options", wrong);
                }
                case Field.Reading.Value(var read) -> options = read.orElseThrow();
            }
        element.put("key", key).put("type", type.get().name());
        element.set("label", Texts.of(label, typed.getOrDefault("en", "").strip()));
        element.set("options", options);
        element.put("origin", DataElement.Origin.ASKED.name());
        return Optional.empty();
    }

    private Optional<Type> type() {
        return Arrays.stream(Type.values())
                .filter(t -> t.name().equals(typed.getOrDefault("type", "")))
                .findFirst();
    }

    private static String name(Dictionary.Alike alike) {
        var element = alike.entry().element();
        return element.label().zh() + " (" + element.key() + ")";
    }

    private static Optional<Edited> flawed(String input, Wrong wrong) {
        return Optional.of(new Edited.Flawed(input, wrong));
    }
}
