package yici.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yici.form.DataElement.Origin;
import yici.form.DataElement.Type;
import yici.kit.Translated;

/** The forms and rules of the sample's nine themes, read without the catalogue. */
final class Themes {

    record Theme(String code, List<DataElement> elements, Map<String, Rule> rules) {
        @Override
        public String toString() {
            return code;
        }
    }

    private static final Map<String, Type> TYPES = Map.of(
            "idNumber", Type.ID_NUMBER,
            "uscc", Type.CREDIT_CODE,
            "areaCode", Type.AREA,
            "bankAccount", Type.BANK_ACCOUNT,
            "orgCode", Type.BODY,
            "personList", Type.PERSON_LIST,
            "datetime", Type.DATE_TIME,
            "multiEnum", Type.MULTI_ENUM);

    private Themes() {}

    static List<Theme> all() {
        try (var files = Files.list(Path.of("sample/themes"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("43"))
                    .sorted()
                    .map(Themes::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Theme read(Path file) {
        var json = JsonMapper.builder().build().readTree(file.toFile());
        var elements = new ArrayList<DataElement>();
        json.path("formFields").forEach(field -> elements.add(element(field)));
        var rules = new HashMap<String, Rule>();
        json.path("conditions").forEach(condition -> {
            if (condition.path("rule").isObject())
                rules.put(condition.path("key").asString(), rule(condition.path("rule")));
        });
        return new Theme(json.path("code").asString(), elements, rules);
    }

    private static DataElement element(JsonNode field) {
        var options = new ArrayList<Option>();
        field.path("options").forEach(o -> options.add(new Option(o.path("code").asString(), translated(o))));
        String type = field.path("type").asString();
        return new DataElement(
                field.path("key").asString(),
                translated(field.path("label")),
                Optional.ofNullable(TYPES.get(type)).orElseGet(() -> Type.valueOf(type.toUpperCase(Locale.ROOT))),
                field.path("required").asBoolean(),
                options,
                field.path("neededBy").valueStream().map(JsonNode::asString).toList(),
                Origin.ASKED,
                Optional.empty());
    }

    private static Translated translated(JsonNode text) {
        return Translated.of(text.path("zh").asString(), text.path("en").asString(""));
    }

    private static Rule rule(JsonNode rule) {
        var tests = rule.path("tests")
                .valueStream()
                .map(test -> new Rule.Test(
                        test.path("field").asString(), test.path("operator").asString(), canonical(test.path("value"))))
                .toList();
        return new Rule(Rule.Mode.valueOf(rule.path("mode").asString()), tests);
    }

    private static String canonical(JsonNode value) {
        if (value.isArray()) return value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","));
        if (value.isObject())
            return value.propertyStream()
                    .map(p -> p.getKey() + "=" + p.getValue().asString())
                    .collect(Collectors.joining(","));
        return value.asString();
    }
}
