package yici.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What one room keeps of a person. Every room that keeps any implements it, so that the person can see and copy all of it. */
public interface PersonalData {

    /** Names the words that say what it is, why and on what basis it is kept, and for how long: {@code privacy.held.<key>.*}. */
    String key();

    /** How many records there are of this account. */
    long count(UUID account);

    /** The page on which the person sees them one by one, and can correct or remove what may be. */
    String page();

    /** All of them, field by field: texts, numbers, lists and maps. In a stable order. */
    List<Map<String, Object>> copy(UUID account);

    /** Rows the database wrote as JSON objects. */
    static List<Map<String, Object>> records(List<@Nullable String> rows) {
        var mapper = JsonMapper.shared();
        return rows.stream()
                .flatMap(Stream::ofNullable)
                .<Map<String, Object>>map(
                        row -> mapper.readValue(row, new TypeReference<LinkedHashMap<String, Object>>() {}))
                .toList();
    }
}
