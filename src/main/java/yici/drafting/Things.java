package yici.drafting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lists a guide is made of, as kept text. */
final class Things {

    static final Set<String> LISTS =
            Set.of("items", "evidence", "conditions", "questions", "elements", "groups", "faq");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Things() {}

    static ArrayNode list(JsonNode of, String name) {
        return of.get(name) instanceof ArrayNode list ? list : JSON.arrayNode();
    }

    static boolean drop(ArrayNode from, Predicate<JsonNode> which) {
        int before = from.size();
        from.removeIf(which);
        return from.size() < before;
    }

    static boolean remove(ArrayNode from, String key) {
        return drop(from, thing -> name(thing).equals(key));
    }

    /** What names a thing in its list. */
    static String name(JsonNode thing) {
        if (thing.path("key").isString()) return thing.path("key").asString();
        return thing.path("question").path("texts").path("ZH").asString("");
    }

    static List<String> names(ArrayNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(Things::name).toList();
    }

    /** A key nobody has to think of: the first that is free. */
    static String freshKey(ArrayNode list, String prefix) {
        var taken = StreamSupport.stream(list.spliterator(), false)
                .map(Things::name)
                .collect(Collectors.toSet());
        int number = 1;
        while (taken.contains(prefix + number)) number++;
        return prefix + number;
    }

    static ArrayNode array(List<String> keys) {
        var array = JSON.arrayNode();
        keys.forEach(array::add);
        return array;
    }

    static ObjectNode limit(int value, String unit) {
        return JSON.objectNode().put("unit", unit).put("value", value);
    }

    /** What was ticked, of these, in their order. */
    static List<String> ticked(Map<String, String> typed, List<String> options) {
        return java.util.stream.IntStream.range(0, options.size())
                .filter(i -> typed.containsKey("member-" + i))
                .mapToObj(options::get)
                .toList();
    }
}
