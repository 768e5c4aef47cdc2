package yici.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The graphs of the nine real life events, all items chosen at once: larger than any application. */
class GuideGraphsTest {

    static Stream<Path> guides() throws Exception {
        return Files.list(Path.of("sample/themes"))
                .filter(file -> file.getFileName().toString().startsWith("43"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void every_guide_can_be_drawn_in_chinese_and_english(Path guide) throws Exception {
        for (var language : List.of("zh", "en")) {
            var graph = graph(guide, language);

            assertThat(graph.nodes()).hasSizeGreaterThan(3);
            GraphTest.keepsItsPromises(graph);
        }
    }

    static Graph graph(Path guide, String language) throws Exception {
        var json = JsonMapper.shared().readTree(Files.readString(guide));
        var nodes = new ArrayList<Graph.Node>();
        var edges = new ArrayList<Graph.Edge>();
        for (var item : json.get("items")) {
            var id = item.get("key").asString();
            var sub = item.get("department").asString() + " · "
                    + item.get("promisedLimit").get("value").asString();
            nodes.add(new Graph.Node(id, in(item.get("name"), language), sub, State.PLANNED));
            for (var before : item.path("prerequisites"))
                for (var from : before(json, before, id))
                    edges.add(new Graph.Edge(from, id, String.join("、", texts(before.path("passes")))));
        }
        return new Graph(nodes, edges);
    }

    private static List<String> before(JsonNode guide, JsonNode prerequisite, String item) {
        if (prerequisite.path("item").isString())
            return List.of(prerequisite.get("item").asString());
        var except = texts(prerequisite.path("exceptItems"));
        for (var group : guide.get("groups"))
            if (group.get("key").equals(prerequisite.get("group")))
                return texts(group.get("items")).stream()
                        .filter(key -> !key.equals(item) && !except.contains(key))
                        .toList();
        throw new AssertionError(prerequisite.toString());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static String in(JsonNode name, String language) {
        return name.path(language).isString()
                ? name.get(language).asString()
                : name.get("zh").asString();
    }
}
