package yici.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import yici.form.DataElement;
import yici.form.DataElement.Origin;
import yici.form.DataElement.Type;
import yici.form.Option;
import yici.form.Rule;
import yici.kit.Translated;

/** Form fields and rules of a theme file. */
final class ReadElement {

    private static final Map<String, Type> TYPES = Map.ofEntries(
            Map.entry("string", Type.STRING),
            Map.entry("number", Type.NUMBER),
            Map.entry("money", Type.MONEY),
            Map.entry("boolean", Type.BOOLEAN),
            Map.entry("date", Type.DATE),
            Map.entry("month", Type.MONTH),
            Map.entry("datetime", Type.DATE_TIME),
            Map.entry("enum", Type.ENUM),
            Map.entry("multiEnum", Type.MULTI_ENUM),
            Map.entry("idNumber", Type.ID_NUMBER),
            Map.entry("uscc", Type.CREDIT_CODE),
            Map.entry("phone", Type.PHONE),
            Map.entry("address", Type.ADDRESS),
            Map.entry("areaCode", Type.AREA),
            Map.entry("bankAccount", Type.BANK_ACCOUNT),
            Map.entry("orgCode", Type.BODY),
            Map.entry("personList", Type.PERSON_LIST));

    private static final Map<String, Origin> ORIGINS = Map.of(
            "asked", Origin.ASKED,
            "profile", Origin.PROFILE,
            "licence", Origin.LICENCE,
            "sharedData", Origin.SHARED_DATA);

    private static final Set<String> OPERATORS = Set.of(
            "EQ",
            "NE",
            "IN",
            "NOT_IN",
            "LT",
            "LTE",
            "GT",
            "GTE",
            "EXISTS",
            "WITHIN_MONTHS",
            "GTE_BY_SEX",
            "LT_BY_SEX",
            "GTE_BY_CLASS");

    private ReadElement() {}

    static DataElement of(Json json, Set<String> items, Set<String> elements) {
        var type = one(TYPES, json.at("type"), "field type");
        var options = json.list("options").stream()
                .map(o -> new Option(o.text("code"), o.translated()))
                .toList();
        boolean choice = type == Type.ENUM || type == Type.MULTI_ENUM;
        if (choice && options.isEmpty()) throw json.refused("a choice without options");
        return new DataElement(
                json.text("key"),
                json.translated("label"),
                type,
                json.yes("required"),
                options,
                json.allOf("neededBy", items, "item"),
                one(ORIGINS, json.at("source"), "source of a field"),
                json.maybe("sourceDetail").map(d -> Translated.zh(d.text())),
                json.maybe("requiredWhen").map(rule -> rule(rule, elements)));
    }

    private static <T> T one(Map<String, T> known, Json json, String what) {
        return Objects.requireNonNull(known.get(json.oneOf(known.keySet(), what)));
    }

    static Rule rule(Json json, Set<String> elements) {
        var tests = json.list("tests").stream()
                .map(t -> new Rule.Test(
                        t.at("field").oneOf(elements, "form field"),
                        t.at("operator").oneOf(OPERATORS, "operator"),
                        canonical(t.at("value").node())))
                .toList();
        if (tests.isEmpty()) throw json.refused("a rule without tests");
        return new Rule(json.choice("mode", Rule.Mode.class), List.copyOf(tests));
    }

    /** Several values joined by commas, a map as {@code 1=55,2=45}. */
    private static String canonical(JsonNode value) {
        if (value.isArray())
            return value.values().stream().map(JsonNode::asString).collect(joining(","));
        if (value.isObject())
            return value.properties().stream()
                    .map(e -> e.getKey() + "=" + e.getValue().asString())
                    .collect(joining(","));
        return value.asString();
    }
}
