package yici.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import yici.catalogue.Guide;

/**
 * One thing that can be changed, and how it is typed.
 *
 * @param path from the whole down
 * @param optional may be left empty
 * @param options of a choice
 */
record Field(List<String> path, Kind kind, boolean optional, List<String> options) {

    enum Kind {
        LIMIT,
        /** A text in Chinese only. */
        LINE,
        /** A text in languages. */
        TEXT,
        COUNT,
        CHOICE,
        YES_NO
    }

    enum Flaw {
        EMPTY,
        NOT_A_NUMBER,
        TOO_LONG,
        NOT_OFFERED,
        NO_REASON;

        String words() {
            return "drafting.flaw." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    sealed interface Reading {
        record Value(Optional<JsonNode> value) implements Reading {}

        record Flawed(String input, Flaw flaw) implements Reading {}
    }

    static final int LONGEST = 2000;
    private static final int MOST = 3650;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** As it travels in an address and as findings name it. */
    String at() {
        return String.join("/", path);
    }

    String name() {
        return path.getLast();
    }

    /** @param stands what the field holds now; empty for nothing */
    Reading read(Map<String, String> typed, Optional<JsonNode> stands) {
        return switch (kind) {
            case LIMIT -> limit(typed);
            case LINE -> line(typed);
            case TEXT -> text(typed, stands);
            case COUNT ->
                number(typed.getOrDefault("value", "").strip())
                        .<Reading>map(n -> new Reading.Value(Optional.of(JSON.numberNode(n))))
                        .orElseGet(() -> new Reading.Flawed("value", Flaw.NOT_A_NUMBER));
            case CHOICE -> choice(typed);
            case YES_NO ->
                switch (typed.getOrDefault("value", "")) {
                    case "true" -> new Reading.Value(Optional.of(JSON.booleanNode(true)));
                    case "false" -> new Reading.Value(Optional.of(JSON.booleanNode(false)));
                    default -> new Reading.Flawed("value", Flaw.EMPTY);
                };
        };
    }

    private Reading limit(Map<String, String> typed) {
        var value = typed.getOrDefault("value", "").strip();
        if (value.isEmpty()) return nothing();
        var number = number(value);
        if (number.isEmpty()) return new Reading.Flawed("value", Flaw.NOT_A_NUMBER);
        var unit = typed.getOrDefault("unit", "");
        if (List.of(Guide.Unit.values()).stream().noneMatch(u -> u.name().equals(unit)))
            return new Reading.Flawed("unit", Flaw.NOT_OFFERED);
        var limit = JSON.objectNode();
        limit.put("unit", unit);
        limit.put("value", number.get());
        return new Reading.Value(Optional.of(limit));
    }

    private Reading line(Map<String, String> typed) {
        var value = typed.getOrDefault("value", "").strip();
        if (value.length() > LONGEST) return new Reading.Flawed("value", Flaw.TOO_LONG);
        if (value.isEmpty() && !optional) return new Reading.Flawed("value", Flaw.EMPTY);
        return new Reading.Value(Optional.of(JSON.stringNode(value)));
    }

    /** Languages that were not typed stay as long as the Chinese they translate. */
    private Reading text(Map<String, String> typed, Optional<JsonNode> stands) {
        var zh = typed.getOrDefault("value", "").strip();
        var en = typed.getOrDefault("en", "").strip();
        if (zh.isEmpty() && en.isEmpty() && optional) return nothing();
        if (zh.isEmpty()) return new Reading.Flawed("value", Flaw.EMPTY);
        if (zh.length() > LONGEST) return new Reading.Flawed("value", Flaw.TOO_LONG);
        if (en.length() > LONGEST) return new Reading.Flawed("en", Flaw.TOO_LONG);
        var texts = JSON.objectNode();
        var before = stands.map(s -> s.path("texts"));
        if (before.filter(b -> zh.equals(b.path("ZH").asString(""))).isPresent())
            before.get().propertyStream().forEach(text -> texts.set(text.getKey(), text.getValue()));
        texts.put("ZH", zh);
        if (en.isEmpty()) texts.remove("EN");
        else texts.put("EN", en);
        var sorted = JSON.objectNode();
        texts.propertyNames().stream().sorted().forEach(language -> sorted.set(language, texts.get(language)));
        return new Reading.Value(Optional.of(JSON.objectNode().set("texts", sorted)));
    }

    private Reading choice(Map<String, String> typed) {
        var value = typed.getOrDefault("value", "");
        return options.contains(value)
                ? new Reading.Value(Optional.of(JSON.stringNode(value)))
                : new Reading.Flawed("value", Flaw.EMPTY);
    }

    private Reading nothing() {
        return optional ? new Reading.Value(Optional.empty()) : new Reading.Flawed("value", Flaw.EMPTY);
    }

    private static Optional<Integer> number(String typed) {
        return typed.matches("\\d{1,4}") && Integer.parseInt(typed) <= MOST
                ? Optional.of(Integer.parseInt(typed))
                : Optional.empty();
    }

    /** What stands there, as the form shows it. */
    Map<String, String> typed(Optional<JsonNode> stands) {
        var typed = new LinkedHashMap<String, String>();
        stands.ifPresent(value -> {
            switch (kind) {
                case LIMIT -> {
                    typed.put("value", value.path("value").asString());
                    typed.put("unit", value.path("unit").asString());
                }
                case TEXT -> {
                    typed.put("value", value.path("texts").path("ZH").asString(""));
                    typed.put("en", value.path("texts").path("EN").asString(""));
                }
                case LINE, COUNT, CHOICE, YES_NO -> typed.put("value", value.asString());
            }
        });
        return Map.copyOf(typed);
    }
}
