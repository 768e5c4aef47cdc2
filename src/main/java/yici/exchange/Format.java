package yici.exchange;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.Holding;
import yici.catalogue.Holdings;
import yici.kit.Shape;

/** Our own JSON: one document with a list of records for each kind. What it may hold is told by its schema, made from the records themselves. */
@Component
class Format {

    static final String NAME = "yici.catalogue/1";
    static final String SCHEMA_PATH = "/api/v1/catalogue.schema.json";

    /** Names of the lists, in the order in which records are taken. */
    static final Map<Holding.Kind, String> LISTS = lists();

    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Holdings holdings;

    Format(Holdings holdings) {
        this.holdings = holdings;
    }

    private static Map<Holding.Kind, String> lists() {
        var lists = new LinkedHashMap<Holding.Kind, String>();
        lists.put(Holding.Kind.TOPIC, "topics");
        lists.put(Holding.Kind.LIFE_EVENT, "lifeEvents");
        lists.put(Holding.Kind.VARIANT, "variants");
        lists.put(Holding.Kind.SERVICE, "services");
        lists.put(Holding.Kind.OFFER, "offers");
        return lists;
    }

    /** Everything in force on that day. */
    JsonNode export(LocalDate day) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("format", NAME).put("day", day.toString());
        LISTS.values().forEach(document::putArray);
        for (var holding : holdings.all(day))
            document.withArray(LISTS.get(holding.kind())).add(Holdings.json(holding));
        return document;
    }

    static String write(JsonNode json) {
        return PRETTY.writeValueAsString(json) + "\n";
    }

    /** @param at the address of the schema itself */
    static ObjectNode schema(String at) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("$id", at);
        schema.put("title", "Catalogue of services and life events");
        var definitions = Shape.definitions();
        describe(schema, definitions, "#/$defs/");
        var all = schema.putObject("$defs");
        definitions.forEach(all::set);
        return schema;
    }

    /**
     * The document itself.
     *
     * @param definitions gets those of the records
     * @param where the address before the name of one
     */
    static void describe(ObjectNode schema, Map<String, ObjectNode> definitions, String where) {
        schema.put("type", "object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        properties.putObject("format").put("type", "string").put("const", NAME);
        properties.putObject("day").put("type", "string").put("format", "date");
        schema.putArray("required").add("format");
        LISTS.forEach((kind, list) -> properties
                .putObject(list)
                .put("type", "array")
                .set("items", Shape.schema(Holdings.form(kind), definitions, where)));
    }
}
