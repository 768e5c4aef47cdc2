package yici.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yici.kit.Translated;

/** Which kinds of works there are, what each asks for: {@code publication/kinds.json}. A new kind is an entry there. */
@Component
class Kinds {

    /** @param schemaType of schema.org */
    record Kind(String key, Translated name, String schemaType, List<Field> fields) {

        /** The names of required fields that are not there. */
        List<Field> missing(Map<String, String> given) {
            return fields.stream()
                    .filter(Field::required)
                    .filter(field -> given.getOrDefault(field.key(), "").isBlank())
                    .toList();
        }
    }

    /** @param type text, date, or validity: one of our own words */
    record Field(String key, Translated name, String type, boolean required) {}

    private record Raw(String key, Map<String, String> names, String schemaType, List<RawField> fields) {}

    private record RawField(String key, Map<String, String> names, String type, boolean required) {}

    private final Map<String, Kind> byKey = new LinkedHashMap<>();

    Kinds() {
        try (var in = Kinds.class.getResourceAsStream("/publication/kinds.json")) {
            if (in == null) throw new IllegalStateException("publication/kinds.json is missing");
            for (var raw : JsonMapper.shared().readValue(in.readAllBytes(), Raw[].class))
                byKey.put(raw.key(), kind(raw));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(Raw raw) {
        var fields = raw.fields().stream()
                .map(field -> new Field(field.key(), Texts.of(field.names()), field.type(), field.required()))
                .toList();
        return new Kind(raw.key(), Texts.of(raw.names()), raw.schemaType(), fields);
    }

    Optional<Kind> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Kind get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no kind of works: " + key));
    }

    List<Kind> all() {
        return List.copyOf(byKey.values());
    }
}
