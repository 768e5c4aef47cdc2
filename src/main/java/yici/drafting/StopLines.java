package yici.drafting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.Guide;

/** What the clock of an item stops for, as it is typed: {@code 残疾评定结论公示 / 5 工作日 / 理由}, a line for each. */
final class StopLines {

    private static final int MOST = 10;
    private static final int LONGEST = 300;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private enum Unit {
        WORKING_DAY("工作日"),
        DAY("日"),
        HOUR("小时"),
        MONTH("个月"),
        YEAR("年");

        private final String zh;

        Unit(String zh) {
            this.zh = zh;
        }

        static Optional<Unit> of(String typed) {
            return Stream.of(values())
                    .filter(unit -> unit.zh.equals(typed) || unit.name().equals(typed))
                    .findFirst();
        }
    }

    private StopLines() {}

    /** A public notice that belongs to a stop stays with the name. */
    static Field.Reading read(String typed, Optional<JsonNode> stands) {
        var lines = typed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.size() > MOST) return new Field.Reading.Flawed("value", Wrong.Flaw.TOO_LONG);
        var stops = JSON.arrayNode();
        var names = new LinkedHashSet<String>();
        for (var line : lines) {
            var stop = stop(line, stands);
            if (stop.isEmpty() || !names.add(stop.get().path("name").asString()))
                return new Field.Reading.Flawed("value", Wrong.Flaw.NO_STOP);
            stops.add(stop.get());
        }
        return new Field.Reading.Value(Optional.of(stops));
    }

    private static Optional<ObjectNode> stop(String line, Optional<JsonNode> stands) {
        var parts = line.split("\\s+/\\s+", 3);
        if (parts.length < 2 || line.length() > LONGEST || parts[0].isBlank()) return Optional.empty();
        var limit = parts[1].strip().split("\\s+", 2);
        if (limit.length < 2 || !limit[0].matches("[1-9]\\d{0,2}")) return Optional.empty();
        return Unit.of(limit[1].strip()).map(unit -> {
            var name = parts[0].strip();
            var stop = before(name, stands).orElseGet(() -> JSON.objectNode().put("name", name));
            stop.set(
                    "limit",
                    Things.limit(
                            Integer.parseInt(limit[0]),
                            Guide.Unit.valueOf(unit.name()).name()));
            stop.put("reason", parts.length == 3 ? parts[2].strip() : "");
            return stop;
        });
    }

    private static Optional<ObjectNode> before(String name, Optional<JsonNode> stands) {
        return stands.stream()
                .flatMap(stops -> StreamSupport.stream(stops.spliterator(), false))
                .filter(stop -> stop.path("name").asString("").equals(name))
                .map(stop -> (ObjectNode) stop.deepCopy())
                .findFirst();
    }

    static String write(JsonNode stops) {
        return StreamSupport.stream(stops.spliterator(), false)
                .map(StopLines::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(JsonNode stop) {
        var limit = stop.path("limit");
        var reason = stop.path("reason").asString("");
        return List.of(
                        stop.path("name").asString(""),
                        limit.path("value").asString() + " "
                                + Unit.valueOf(limit.path("unit").asString()).zh,
                        reason)
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" / "));
    }
}
