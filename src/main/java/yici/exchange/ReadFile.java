package yici.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yici.catalogue.Holding;
import yici.catalogue.Holdings;
import yici.catalogue.ItemFiles;
import yici.kit.ImportRefused;
import yici.kit.Shape;

/** Takes a file apart into records: our own document, or an item file of the province's implementation list. */
@Component
class ReadFile {

    sealed interface Read {
        record Records(List<Incoming> records) implements Read {}

        /** Nothing of it can be told apart. */
        record Unreadable(Problem problem) implements Read {}
    }

    /** A fault deeper in a record is told with the line of what it stands in. */
    private static final int DEEPEST = 5;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ItemFiles items;

    ReadFile(ItemFiles items) {
        this.items = items;
    }

    Read read(String file, String text) {
        JsonNode json;
        Map<String, Integer> lines;
        try {
            json = MAPPER.readTree(text);
            lines = lines(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            return new Read.Unreadable(new Problem(line, "", "", "NOT_JSON", e.getOriginalMessage()));
        }
        if (json.path("unifyId").isString()) return new Read.Records(List.of(item(file, text, json)));
        if (!json.path("format").asString("").equals(Format.NAME))
            return new Read.Unreadable(
                    new Problem(1, "format", json.path("format").asString(""), "UNKNOWN_FORMAT", Format.NAME));
        return new Read.Records(records(file, json, lines));
    }

    private Incoming item(String file, String text, JsonNode json) {
        var key = json.path("key").asString("");
        try {
            var service = items.read(file, text);
            return new Incoming(
                    file, 1, Holding.Kind.SERVICE, service.key(), Optional.of(Holdings.json(service)), List.of());
        } catch (ImportRefused e) {
            var problem = new Problem(e.line(), e.key(), "", "FILE", e.why());
            return new Incoming(file, e.line(), Holding.Kind.SERVICE, key, Optional.empty(), List.of(problem));
        }
    }

    private static List<Incoming> records(String file, JsonNode json, Map<String, Integer> lines) {
        var all = new ArrayList<Incoming>();
        for (var list : Format.LISTS.entrySet()) {
            var members = json.path(list.getValue());
            for (int i = 0; i < members.size(); i++)
                all.add(record(file, list.getKey(), members.get(i), "/" + list.getValue() + "/" + i, lines));
        }
        return List.copyOf(all);
    }

    private static Incoming record(
            String file, Holding.Kind kind, JsonNode json, String path, Map<String, Integer> lines) {
        int line = line(lines, path);
        var faults = Shape.faults(Holdings.form(kind), json);
        if (!faults.isEmpty())
            return new Incoming(
                    file,
                    line,
                    kind,
                    key(kind, json),
                    Optional.empty(),
                    faults.stream().map(f -> problem(f, path, lines)).toList());
        try {
            var holding = Holdings.read(kind, json);
            return new Incoming(file, line, kind, holding.key(), Optional.of(Holdings.json(holding)), List.of());
        } catch (JacksonException | IllegalArgumentException e) {
            var why = e.getCause() == null
                    ? String.valueOf(e.getMessage())
                    : String.valueOf(e.getCause().getMessage());
            var problem = new Problem(line, "", "", "CONTRADICTION", why);
            return new Incoming(file, line, kind, key(kind, json), Optional.empty(), List.of(problem));
        }
    }

    private static Problem problem(Shape.Fault fault, String path, Map<String, Integer> lines) {
        var field = fault.path().isEmpty() ? "" : fault.path().substring(1);
        return new Problem(
                line(lines, path + fault.path()),
                field,
                fault.value(),
                fault.rule().name(),
                String.join(", ", fault.allowed()));
    }

    /** What names it, even where the rest is wrong. */
    private static String key(Holding.Kind kind, JsonNode json) {
        return switch (kind) {
            case TOPIC -> text(json, "audience") + "/" + text(json, "topic");
            case LIFE_EVENT -> text(json.path("guide"), "code");
            case VARIANT -> text(json, "lifeEvent") + "/" + text(json, "variant");
            case SERVICE -> text(json, "key");
            case OFFER -> text(json, "service") + "/" + text(json, "area");
        };
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }

    private static Map<String, Integer> lines(String text) {
        var lines = new HashMap<String, Integer>();
        try (var parser = MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                var context = parser.streamReadContext();
                if (context.getNestingDepth() <= DEEPEST)
                    lines.putIfAbsent(
                            context.pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    private static int line(Map<String, Integer> lines, String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null) return line;
        }
        return 1;
    }
}
