package yici.catalogue;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import yici.form.DataElement;
import yici.form.Rule;
import yici.kit.Translated;

/** Guides as they are kept with their edition, and services. The same guide always gives the same text, so that equal content has an equal hash. */
final class GuideJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            // the components of the records and nothing else: a method isSomething() is no part of the guide
            .changeDefaultVisibility(
                    v -> v.withFieldVisibility(ANY).withGetterVisibility(NONE).withIsGetterVisibility(NONE))
            .build();

    private static final Constructor<?> WHOLE = Guide.class.getConstructors()[0];

    private GuideJson() {}

    static String write(Guide guide) {
        return MAPPER.writeValueAsString(guide);
    }

    static Guide read(String json) {
        return MAPPER.readValue(json, Guide.class);
    }

    static Guide read(JsonNode content) {
        return MAPPER.treeToValue(content, Guide.class);
    }

    /** @param content shares with its base every node in which they do not differ */
    static Guide read(JsonNode content, JsonNode base, Guide baseGuide) {
        var parts = Guide.class.getRecordComponents();
        var values = new Object[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                var node = content.get(parts[i].getName());
                if (node == null) return read(content);
                values[i] = node == base.get(parts[i].getName())
                        ? parts[i].getAccessor().invoke(baseGuide)
                        : MAPPER.treeToValue(node, MAPPER.constructType(parts[i].getGenericType()));
            }
            return (Guide) WHOLE.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Translated translated(JsonNode text) {
        return MAPPER.treeToValue(text, Translated.class);
    }

    static Rule rule(JsonNode rule) {
        return MAPPER.treeToValue(rule, Rule.class);
    }

    static List<DataElement> elements(JsonNode elements) {
        return List.of(MAPPER.treeToValue(elements, DataElement[].class));
    }

    static JsonNode tree(Guide guide) {
        return tree(write(guide));
    }

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    static String write(JsonNode content) {
        return MAPPER.writeValueAsString(content);
    }

    static String write(List<Change> changes) {
        return MAPPER.writeValueAsString(changes);
    }

    static List<Change> readChanges(String json) {
        return List.of(MAPPER.readValue(json, Change[].class));
    }

    static String write(Service service) {
        return MAPPER.writeValueAsString(service);
    }

    static Service readService(JsonNode content) {
        return MAPPER.treeToValue(content, Service.class);
    }

    static String writeAny(Record record) {
        return MAPPER.writeValueAsString(record);
    }

    static <T> T readAny(JsonNode json, Class<T> type) {
        return MAPPER.treeToValue(json, type);
    }

    static JsonNode tree(Service service) {
        return tree(write(service));
    }

    static String hash(String json) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
