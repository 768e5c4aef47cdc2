package yici.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yici.kit.ImportRefused;
import yici.kit.Translated;

/** A place in a file of the sample: what stands there, and where, so that a refusal can name file, line and key. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @param line of a path such as /items/0/key */
    private record Source(String file, ToIntFunction<String> line) {}

    private final Source source;
    private final String path;
    private final JsonNode node;

    private Json(Source source, String path, JsonNode node) {
        this.source = source;
        this.path = path;
        this.node = node;
    }

    static Json parse(String file, String text) {
        try {
            var lines = lines(text);
            return new Json(new Source(file, path -> nearestLine(lines, path)), "", MAPPER.readTree(text));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ImportRefused(file, line, "json", e.getOriginalMessage());
        }
    }

    /** The same kind of thing made by a change that stands in one line of this file: every refusal names that line. */
    Json changed(JsonNode whole, Json change) {
        int line = change.source.line.applyAsInt(change.path);
        return new Json(new Source(change.source.file, _ -> line), "", whole);
    }

    private static Map<String, Integer> lines(String text) {
        var lines = new HashMap<String, Integer>();
        try (var parser = MAPPER.createParser(text)) {
            while (parser.nextToken() != null)
                lines.putIfAbsent(
                        parser.streamReadContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
        }
        return lines;
    }

    private static int nearestLine(Map<String, Integer> lines, String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null) return line;
        }
        return 1;
    }

    ImportRefused refused(String why) {
        return new ImportRefused(
                source.file, source.line.applyAsInt(path), path.isEmpty() ? "/" : path.substring(1), why);
    }

    JsonNode node() {
        return node;
    }

    /** What stands under a name; empty when nothing or null stands there. */
    Optional<Json> maybe(String name) {
        var child = node.get(name);
        return child == null || child.isNull() ? Optional.empty() : Optional.of(below(name, child));
    }

    Json at(String name) {
        return maybe(name).orElseThrow(() -> below(name, node).refused("is missing"));
    }

    private Json below(String name, JsonNode child) {
        return new Json(source, path + "/" + name, child);
    }

    List<Json> list(String name) {
        return maybe(name).map(Json::members).orElse(List.of());
    }

    List<Json> members() {
        if (!node.isArray()) throw refused("is no list");
        var members = new ArrayList<Json>(node.size());
        for (int i = 0; i < node.size(); i++) members.add(below(String.valueOf(i), node.get(i)));
        return members;
    }

    boolean isText() {
        return node.isString();
    }

    String text() {
        if (!node.isString() || node.stringValue().isBlank()) throw refused("is no text");
        return node.stringValue();
    }

    String text(String name) {
        return at(name).text();
    }

    /** Empty where the source has nothing. */
    String textOrNone(String name) {
        return maybe(name).map(j -> j.node.asString("")).orElse("");
    }

    List<String> texts(String name) {
        return list(name).stream().map(Json::text).toList();
    }

    int number(String name) {
        var child = at(name);
        if (!child.node.isIntegralNumber()) throw child.refused("is no whole number");
        return child.node.intValue();
    }

    Optional<Integer> maybeNumber(String name) {
        return maybe(name).map(_ -> number(name));
    }

    boolean yes(String name) {
        var child = at(name);
        if (!child.node.isBoolean()) throw child.refused("is neither true nor false");
        return child.node.booleanValue();
    }

    boolean yesOr(String name, boolean otherwise) {
        return maybe(name).isEmpty() ? otherwise : yes(name);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return at(name).choice(type);
    }

    <E extends Enum<E>> E choice(Class<E> type) {
        String text = text();
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refused(text + " is none of " + Arrays.toString(type.getEnumConstants())));
    }

    /** A text with its translation: {zh, en}. */
    Translated translated() {
        return Translated.of(text("zh"), textOrNone("en"));
    }

    Translated translated(String name) {
        return at(name).translated();
    }

    Optional<Translated> maybeTranslated(String name) {
        return maybe(name).map(Json::translated);
    }

    /** A difference: where, what stood there, what stands there instead, and why. */
    Change change() {
        return new Change(
                texts("path"), maybe("was").map(Json::node), maybe("now").map(Json::node), textOrNone("reason"));
    }

    /** A key that must name one of these things. */
    String oneOf(Set<String> keys, String what) {
        if (!keys.contains(text())) throw refused("there is no " + what + " " + text());
        return text();
    }

    List<String> allOf(String name, Set<String> keys, String what) {
        return list(name).stream().map(j -> j.oneOf(keys, what)).toList();
    }
}
