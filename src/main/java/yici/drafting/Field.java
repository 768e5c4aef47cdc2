package yici.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import yici.catalogue.Guide;
import yici.drafting.Wrong.Flaw;
import yici.form.Feel;
import yici.form.Rule;

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
        YES_NO,
        /** Some of the things named in options. */
        SET,
        /** A condition over answers, in FEEL. */
        RULE,
        /** What choosing an answer brings about. */
        EFFECTS,
        /** The answers a question of the form offers: a line for each, code and label. */
        OPTIONS,
        /** What the clock stops for: a line for each, name, limit and reason. */
        STOPS,
        /** The way through: a line for each step, who takes it and what it is. */
        STEPS
    }

    sealed interface Reading {
        record Value(Optional<JsonNode> value) implements Reading {}

        record Flawed(String input, Wrong wrong) implements Reading {}
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

    /**
     * @param stands what the field holds now; empty for nothing
     * @param guide the whole, for what it speaks of
     */
    Reading read(Map<String, String> typed, Optional<JsonNode> stands, Guide guide) {
        return switch (kind) {
            case LIMIT -> limit(typed);
            case LINE -> line(typed);
            case TEXT -> text(typed, stands);
            case COUNT ->
                number(typed.getOrDefault("value", "").strip())
                        .<Reading>map(n -> new Reading.Value(Optional.of(JSON.numberNode(n))))
                        .orElseGet(() -> new Reading.Flawed("value", Flaw.NOT_A_NUMBER));
            case CHOICE -> choice(typed);
            case SET -> set(typed);
            case RULE -> rule(typed, guide);
            case EFFECTS -> Effects.read(typed, guide);
            case OPTIONS -> OptionLines.read(typed.getOrDefault("value", ""), stands);
            case STOPS -> StopLines.read(typed.getOrDefault("value", ""), stands);
            case STEPS -> StepLines.read(typed.getOrDefault("value", ""), stands);
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

    /** Each box has a name of its own: a form that is kept as it was typed has one value for each name. */
    private Reading set(Map<String, String> typed) {
        var chosen = JSON.arrayNode();
        for (int i = 0; i < options.size(); i++) if (typed.containsKey("member-" + i)) chosen.add(options.get(i));
        if (chosen.isEmpty() && !optional) return new Reading.Flawed("member-0", Flaw.EMPTY);
        return new Reading.Value(Optional.of(chosen));
    }

    private Reading rule(Map<String, String> typed, Guide guide) {
        var text = typed.getOrDefault("value", "").strip();
        if (text.isEmpty()) return nothing();
        return switch (Feel.read(text, guide.elements())) {
            case Feel.Reading.Read(var rule) -> new Reading.Value(Optional.of(json(rule)));
            case Feel.Reading.Refused refused -> new Reading.Flawed("value", new Wrong.NotFeel(refused));
        };
    }

    private static JsonNode json(Rule rule) {
        var tests = JSON.arrayNode();
        for (var test : rule.tests())
            tests.add(JSON.objectNode()
                    .put("field", test.field())
                    .put("operator", test.operator())
                    .put("value", test.value()));
        var json = JSON.objectNode().put("mode", rule.mode().name());
        json.set("tests", tests);
        return json;
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
    Map<String, String> typed(Optional<JsonNode> stands, Guide guide) {
        return stands.map(value -> typed(value, guide)).orElseGet(Map::of);
    }

    private Map<String, String> typed(JsonNode value, Guide guide) {
        return switch (kind) {
            case LIMIT ->
                Map.of(
                        "value", value.path("value").asString(),
                        "unit", value.path("unit").asString());
            case TEXT ->
                Map.of(
                        "value", value.path("texts").path("ZH").asString(""),
                        "en", value.path("texts").path("EN").asString(""));
            case SET -> members(value);
            case RULE ->
                Map.of(
                        "value",
                        rule(guide).map(r -> Feel.write(r, guide.elements())).orElse(""));
            case EFFECTS -> Effects.typed(value);
            case OPTIONS -> Map.of("value", OptionLines.write(value));
            case STOPS -> Map.of("value", StopLines.write(value));
            case STEPS -> Map.of("value", StepLines.write(value));
            case LINE, COUNT, CHOICE, YES_NO -> Map.of("value", value.asString());
        };
    }

    private Map<String, String> members(JsonNode value) {
        var typed = new LinkedHashMap<String, String>();
        for (var key : value) {
            int place = options.indexOf(key.asString());
            if (place >= 0) typed.put("member-" + place, "on");
        }
        return typed;
    }

    /** The rule of the condition this is a field of. */
    Optional<Rule> rule(Guide guide) {
        return guide.conditions().stream()
                .filter(c -> c.key().equals(path.get(1)))
                .findFirst()
                .flatMap(Guide.Condition::rule);
    }
}
