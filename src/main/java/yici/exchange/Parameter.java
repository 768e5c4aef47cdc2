package yici.exchange;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.Holding;

/** What programs may ask, and how it is written. Requests are read by it, and the description for programs is made from it. */
enum Parameter {
    ON("What is in force on that day; today where none is named.", "2026-11-24"),
    KIND("Only records of that kind.", "SERVICE"),
    AREA(
            "Code of an area: only what counts there. Topics, life events and services count everywhere; of variants and offers the area's "
                    + "own, or those of the nearest level above that has one.",
            "430523000000"),
    BODY(
            "Id of a public body: only life events and services in which it decides, and their variants and offers in its area.",
            "police@430523000000"),
    TEXT("Words, parted by spaces, that all stand somewhere in the texts of the record, in any language.", "身份证"),
    CHANGED_SINCE(
            "Only what has become as it is at that moment or later: published, in force from that day, or given to an area. Topics are "
                    + "always listed, for nobody writes down when they change. What is gone is not listed.",
            "2026-11-01T00:00:00Z"),
    RECORDS("Whether each entry carries its whole record.", "true"),
    PAGE("Which page, from 1.", "1"),
    LIMIT("How many entries a page has.", "20");

    static final int MOST_A_PAGE = 100;
    static final int USUAL_A_PAGE = 20;
    static final int LAST_PAGE = 10_000;

    /** Of the list of records: all of them. */
    static final Set<Parameter> OF_LIST = EnumSet.allOf(Parameter.class);

    /** Of a record, and of the whole in our JSON. */
    static final Set<Parameter> OF_DAY = EnumSet.of(ON);

    /** Of CPSV-AP, which is told for an area. */
    static final Set<Parameter> OF_GRAPH = EnumSet.of(ON, AREA);

    final String description;
    final String example;

    Parameter(String description, String example) {
        this.description = description;
        this.example = example;
    }

    /** As it is written in an address: changedSince. */
    String key() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        for (int i = 1; i < words.length; i++)
            words[i] = words[i].substring(0, 1).toUpperCase(Locale.ROOT) + words[i].substring(1);
        return String.join("", words);
    }

    ObjectNode schema() {
        var schema = JsonNodeFactory.instance.objectNode();
        return switch (this) {
            case ON -> schema.put("type", "string").put("format", "date");
            case CHANGED_SINCE ->
                anyOf(
                        schema,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("type", "string")
                                .put("format", "date-time"),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("type", "string")
                                .put("format", "date"));
            case AREA -> schema.put("type", "string").put("pattern", "^[0-9]{12}$");
            case BODY, TEXT -> schema.put("type", "string").put("maxLength", ReadAsked.LONGEST_TEXT);
            case RECORDS -> schema.put("type", "boolean").put("default", false);
            case PAGE ->
                schema.put("type", "integer")
                        .put("minimum", 1)
                        .put("maximum", LAST_PAGE)
                        .put("default", 1);
            case LIMIT ->
                schema.put("type", "integer")
                        .put("minimum", 1)
                        .put("maximum", MOST_A_PAGE)
                        .put("default", USUAL_A_PAGE);
            case KIND -> {
                var choices = schema.put("type", "string").putArray("enum");
                Arrays.stream(Holding.Kind.values()).map(Enum::name).forEach(choices::add);
                yield schema;
            }
        };
    }

    private static ObjectNode anyOf(ObjectNode schema, ObjectNode... schemas) {
        var either = schema.putArray("anyOf");
        for (var one : schemas) either.add(one);
        return schema;
    }
}
