package yici.kit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The product's own words, from {@code messages/<room>_<language>.properties} (UTF-8). Keys begin with the room's name; {@code {0}} stands
 * for the first argument. A key that is missing is a bug that a test finds; on a page it shows as the key.
 */
@Component
public class Words {

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private final Map<Language, Map<String, String>> byLanguage = new EnumMap<>(Language.class);

    public Words() {
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (var language : Language.values()) {
                var words = new HashMap<String, String>();
                for (var file : resolver.getResources("classpath*:messages/*_" + language.code() + ".properties")) {
                    var properties = new Properties();
                    try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                        properties.load(in);
                    }
                    properties.forEach((key, text) -> words.put((String) key, (String) text));
                }
                byLanguage.put(language, Map.copyOf(words));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String say(Language language, String key, Object... arguments) {
        String text = byLanguage.getOrDefault(language, Map.of()).get(key);
        if (text == null) return key;
        // in one go: what a person typed may itself look like a place
        return PLACE.matcher(text).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(
                    index < arguments.length ? String.valueOf(arguments[index]) : place.group());
        });
    }

    public boolean has(Language language, String key) {
        return byLanguage.getOrDefault(language, Map.of()).containsKey(key);
    }
}
