package yici.application;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers and snapshots as they lie in jsonb columns. A mapper of its own: what was written years ago reads the same, whatever the web layer
 * is told about JSON.
 */
final class Jsonb {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Jsonb() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static <T> T read(String json, TypeReference<T> type) {
        return MAPPER.readValue(json, type);
    }

    static Map<String, String> texts(String json) {
        return MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    }
}
