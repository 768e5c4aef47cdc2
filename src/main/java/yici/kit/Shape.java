package yici.kit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a record is written as JSON, told by the record itself: as a JSON Schema for others, and as a check of what others send. Both follow
 * every change of the record, so neither can be out of date.
 */
public final class Shape {

    /** What is wrong with a value. */
    public enum Rule {
        MISSING,
        UNKNOWN_FIELD,
        NOT_A_TEXT,
        NOT_A_WHOLE_NUMBER,
        NOT_YES_OR_NO,
        NOT_A_LIST,
        NOT_AN_OBJECT,
        NOT_A_DATE,
        NOT_A_CHOICE
    }

    /**
     * @param path from the record down: {@code /implementation/steps/0/name}
     * @param allowed what may stand there, for {@link Rule#NOT_A_CHOICE}
     */
    public record Fault(String path, Rule rule, String value, List<String> allowed) {}

    private static final int MOST_FAULTS = 50;

    private Shape() {}

    // --- checking --------------------------------------------------------------------------------------------------

    /** Empty when the value can be read as such a record; the first fifty otherwise. */
    public static List<Fault> faults(Class<? extends Record> type, JsonNode value) {
        var faults = new ArrayList<Fault>();
        check(type, value, "", faults);
        return List.copyOf(faults);
    }

    private static void check(Type type, JsonNode value, String path, List<Fault> faults) {
        if (faults.size() >= MOST_FAULTS) return;
        if (type instanceof ParameterizedType generic) {
            checkGeneric(generic, value, path, faults);
            return;
        }
        var plain = (Class<?>) type;
        if (plain == JsonNode.class) return;
        if (plain == String.class) must(value.isString(), Rule.NOT_A_TEXT, value, path, faults);
        else if (plain == int.class || plain == Integer.class)
            must(value.isIntegralNumber(), Rule.NOT_A_WHOLE_NUMBER, value, path, faults);
        else if (plain == boolean.class || plain == Boolean.class)
            must(value.isBoolean(), Rule.NOT_YES_OR_NO, value, path, faults);
        else if (plain == LocalDate.class) must(isDate(value), Rule.NOT_A_DATE, value, path, faults);
        else if (plain.isEnum()) checkChoice(plain, value, path, faults);
        else if (plain.isRecord()) checkRecord(plain, value, path, faults);
        else throw new IllegalStateException("no JSON for " + plain);
    }

    private static void checkGeneric(ParameterizedType type, JsonNode value, String path, List<Fault> faults) {
        var inner = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            if (!value.isNull()) check(inner[0], value, path, faults);
        } else if (type.getRawType() == List.class) {
            if (!must(value.isArray(), Rule.NOT_A_LIST, value, path, faults)) return;
            for (int i = 0; i < value.size(); i++) check(inner[0], value.get(i), path + "/" + i, faults);
        } else if (type.getRawType() == Map.class) {
            if (!must(value.isObject(), Rule.NOT_AN_OBJECT, value, path, faults)) return;
            for (var entry : value.properties()) {
                var at = path + "/" + escaped(entry.getKey());
                check(inner[0], JsonNodeFactory.instance.stringNode(entry.getKey()), at, faults);
                check(inner[1], entry.getValue(), at, faults);
            }
        } else throw new IllegalStateException("no JSON for " + type);
    }

    private static void checkRecord(Class<?> type, JsonNode value, String path, List<Fault> faults) {
        if (!must(value.isObject(), Rule.NOT_AN_OBJECT, value, path, faults)) return;
        var names = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (var component : type.getRecordComponents()) {
            var at = path + "/" + component.getName();
            var child = value.get(component.getName());
            boolean absent = child == null || child.isNull();
            if (!absent) check(component.getGenericType(), child, at, faults);
            else if (!mayBeAbsent(component)) faults.add(new Fault(at, Rule.MISSING, "", List.of()));
        }
        for (var name : value.propertyNames())
            if (!names.contains(name))
                faults.add(
                        new Fault(path + "/" + escaped(name), Rule.UNKNOWN_FIELD, shortened(value.get(name)), names));
    }

    private static void checkChoice(Class<?> type, JsonNode value, String path, List<Fault> faults) {
        var choices = choices(type);
        if (!value.isString() || !choices.contains(value.asString()))
            faults.add(new Fault(path, Rule.NOT_A_CHOICE, shortened(value), choices));
    }

    private static boolean must(boolean holds, Rule rule, JsonNode value, String path, List<Fault> faults) {
        if (!holds) faults.add(new Fault(path, rule, shortened(value), List.of()));
        return holds;
    }

    private static boolean isDate(JsonNode value) {
        try {
            return value.isString() && LocalDate.parse(value.asString()).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String shortened(JsonNode value) {
        var text = value.isString() ? value.asString() : value.toString();
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getType() == Optional.class || component.getType() == JsonNode.class;
    }

    private static List<String> choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(c -> ((Enum<?>) c).name())
                .toList();
    }

    // --- describing ------------------------------------------------------------------------------------------------

    /**
     * The definition of a record and of all it is made of, by name.
     *
     * @param definitions gets them
     * @param where the address before a name: {@code #/$defs/}
     * @return a reference to the record's own
     */
    public static ObjectNode schema(Type type, Map<String, ObjectNode> definitions, String where) {
        var node = JsonNodeFactory.instance.objectNode();
        if (type instanceof ParameterizedType generic) return generic(generic, definitions, where);
        var plain = (Class<?>) type;
        if (plain == JsonNode.class) return node;
        if (plain == String.class) return node.put("type", "string");
        if (plain == int.class || plain == Integer.class) return node.put("type", "integer");
        if (plain == boolean.class || plain == Boolean.class) return node.put("type", "boolean");
        if (plain == LocalDate.class) return node.put("type", "string").put("format", "date");
        if (plain.isEnum()) {
            var choices = node.put("type", "string").putArray("enum");
            choices(plain).forEach(choices::add);
            return node;
        }
        define(plain, definitions, where);
        return node.put("$ref", where + name(plain));
    }

    /** In the order of names, as they are written down. */
    public static Map<String, ObjectNode> definitions() {
        return new TreeMap<>();
    }

    private static ObjectNode generic(ParameterizedType type, Map<String, ObjectNode> definitions, String where) {
        var inner = type.getActualTypeArguments();
        var node = JsonNodeFactory.instance.objectNode();
        if (type.getRawType() == Optional.class) {
            if (inner[0] == JsonNode.class) return node;
            ArrayNode either = node.putArray("anyOf");
            either.add(schema(inner[0], definitions, where));
            either.addObject().put("type", "null");
            return node;
        }
        if (type.getRawType() == List.class) {
            node.put("type", "array").set("items", schema(inner[0], definitions, where));
            return node;
        }
        node.put("type", "object").set("additionalProperties", schema(inner[1], definitions, where));
        if (inner[0] instanceof Class<?> key && key.isEnum()) {
            var choices = node.putObject("propertyNames").putArray("enum");
            choices(key).forEach(choices::add);
        }
        return node;
    }

    private static void define(Class<?> type, Map<String, ObjectNode> definitions, String where) {
        if (definitions.containsKey(name(type))) return;
        var node = JsonNodeFactory.instance.objectNode();
        definitions.put(name(type), node);
        node.put("type", "object").put("additionalProperties", false);
        var properties = node.putObject("properties");
        var required = node.putArray("required");
        for (var component : type.getRecordComponents()) {
            properties.set(component.getName(), schema(component.getGenericType(), definitions, where));
            if (!mayBeAbsent(component)) required.add(component.getName());
        }
        if (required.isEmpty()) node.remove("required");
    }

    /** With the name of what it is part of: GuideItem. */
    private static String name(Class<?> type) {
        var around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : around.getSimpleName() + type.getSimpleName();
    }
}
