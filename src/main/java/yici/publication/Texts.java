package yici.publication;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import yici.kit.Language;
import yici.kit.Translated;

/** Texts by the code of their language, as files and rows have them. */
final class Texts {

    private static final TypeReference<Map<String, String>> BY_KEY = new TypeReference<>() {};

    private Texts() {}

    static Translated of(Map<String, String> byCode) {
        var texts = new EnumMap<Language, String>(Language.class);
        byCode.forEach((code, text) ->
                Language.of(code).filter(_ -> !text.isBlank()).ifPresent(language -> texts.put(language, text)));
        return new Translated(texts);
    }

    static Translated of(String json) {
        return of(map(json));
    }

    static Map<String, String> map(String json) {
        return JsonMapper.shared().readValue(json, BY_KEY);
    }

    static String json(Translated text) {
        var byCode = new TreeMap<String, String>();
        text.texts().forEach((language, words) -> byCode.put(language.code(), words));
        return json(byCode);
    }

    static String json(Map<String, String> texts) {
        return JsonMapper.shared().writeValueAsString(new TreeMap<>(texts));
    }
}
