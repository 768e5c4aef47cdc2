package yici.drafting;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The steps of the way through, as they are typed: {@code APPLICANT 在线申请 / Apply online}, a line for each, in their order. */
final class StepLines {

    private static final int MOST = 30;
    private static final int LONGEST = 300;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StepLines() {}

    /** Languages that are not typed stay as long as the Chinese they translate. */
    static Field.Reading read(String typed, Optional<JsonNode> stands) {
        var lines = typed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.isEmpty()) return new Field.Reading.Flawed("value", Wrong.Flaw.EMPTY);
        if (lines.size() > MOST) return new Field.Reading.Flawed("value", Wrong.Flaw.TOO_LONG);
        var steps = JSON.arrayNode();
        for (var line : lines) {
            var parts = line.split("\\s+", 2);
            if (parts.length < 2 || line.length() > LONGEST || !parts[0].matches("[A-Za-z0-9_-]{1,40}"))
                return new Field.Reading.Flawed("value", Wrong.Flaw.NO_STEP);
            var names = parts[1].split("\\s+/\\s+", 2);
            if (names[0].isBlank()) return new Field.Reading.Flawed("value", Wrong.Flaw.NO_STEP);
            steps.add(step(steps.size() + 1, parts[0], names, stands));
        }
        return new Field.Reading.Value(Optional.of(steps));
    }

    private static ObjectNode step(int number, String actor, String[] names, Optional<JsonNode> stands) {
        var step = JSON.objectNode().put("number", number);
        var english = names.length == 2 ? names[1] : "";
        step.set("name", before(names[0], english, stands).orElseGet(() -> Texts.of(names[0], english)));
        step.put("actor", actor);
        return step;
    }

    private static Optional<JsonNode> before(String zh, String en, Optional<JsonNode> stands) {
        return stands.stream()
                .flatMap(steps -> StreamSupport.stream(steps.spliterator(), false))
                .map(step -> step.path("name"))
                .filter(name -> name.path("texts").path("ZH").asString("").equals(zh)
                        && name.path("texts").path("EN").asString("").equals(en))
                .findFirst();
    }

    static String write(JsonNode steps) {
        return StreamSupport.stream(steps.spliterator(), false)
                .map(step -> step.path("actor").asString("") + " "
                        + labels(step.path("name").path("texts")))
                .collect(Collectors.joining("\n"));
    }

    private static String labels(JsonNode texts) {
        var english = texts.path("EN").asString("");
        return texts.path("ZH").asString("") + (english.isEmpty() ? "" : " / " + english);
    }
}
