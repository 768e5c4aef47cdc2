package yici.drafting;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The answers a question of the form offers, as they are typed: {@code FAMILY 家庭户 / Family household}, a line for each. */
final class OptionLines {

    private static final int MOST = 60;
    private static final int LONGEST = 100;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OptionLines() {}

    /** Languages that are not typed stay as long as the Chinese they translate. */
    static Field.Reading read(String typed, Optional<JsonNode> stands) {
        var lines = typed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.isEmpty()) return new Field.Reading.Flawed("value", Wrong.Flaw.EMPTY);
        if (lines.size() > MOST) return new Field.Reading.Flawed("value", Wrong.Flaw.TOO_LONG);
        var options = JSON.arrayNode();
        var codes = new LinkedHashSet<String>();
        for (var line : lines) {
            var parts = line.split("\\s+", 2);
            if (parts.length < 2 || !parts[0].matches("[A-Za-z0-9_]{1,40}") || !codes.add(parts[0]))
                return new Field.Reading.Flawed("value", Wrong.Flaw.NO_CODE);
            var labels = parts[1].split("\\s+/\\s+", 2);
            if (labels[0].isBlank()) return new Field.Reading.Flawed("value", Wrong.Flaw.NO_CODE);
            if (line.length() > LONGEST) return new Field.Reading.Flawed("value", Wrong.Flaw.TOO_LONG);
            options.add(option(parts[0], labels, stands));
        }
        return new Field.Reading.Value(Optional.of(options));
    }

    private static JsonNode option(String code, String[] labels, Optional<JsonNode> stands) {
        var option = JSON.objectNode().put("code", code);
        option.set("label", label(code, labels, stands));
        return option;
    }

    private static JsonNode label(String code, String[] labels, Optional<JsonNode> stands) {
        var english = labels.length == 2 ? labels[1] : "";
        return before(code, stands)
                .filter(b -> b.path("texts").path("ZH").asString("").equals(labels[0])
                        && b.path("texts").path("EN").asString("").equals(english))
                .orElseGet(() -> Texts.of(labels[0], english));
    }

    private static Optional<JsonNode> before(String code, Optional<JsonNode> stands) {
        return stands.stream()
                .flatMap(options -> StreamSupport.stream(options.spliterator(), false))
                .filter(option -> option.path("code").asString("").equals(code))
                .map(option -> option.path("label"))
                .findFirst();
    }

    static String write(JsonNode options) {
        return StreamSupport.stream(options.spliterator(), false)
                .map(option -> option.path("code").asString("") + " "
                        + labels(option.path("label").path("texts")))
                .collect(Collectors.joining("\n"));
    }

    private static String labels(JsonNode texts) {
        var english = texts.path("EN").asString("");
        return texts.path("ZH").asString("") + (english.isEmpty() ? "" : " / " + english);
    }
}
