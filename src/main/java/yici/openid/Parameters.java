package yici.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a party asks, by name. None may come twice (RFC 6749, 3.1), and together they may not be endless. */
record Parameters(Map<String, String> byName) {

    /** What a request says; a name that came twice is there as {@link #TWICE}. */
    static Parameters of(HttpServletRequest request) {
        var byName = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (OURS.contains(name)) return;
            byName.put(name, values.length == 1 ? values[0] : TWICE);
        });
        return new Parameters(byName);
    }

    private static final String TWICE = "\u0000";

    /** Of the page, not of the party. */
    private static final java.util.Set<String> OURS = java.util.Set.of("lang", "area", "size", "_csrf");

    String get(String name) {
        return byName.getOrDefault(name, "");
    }

    boolean has(String name) {
        return !get(name).isEmpty();
    }

    Optional<String> twice() {
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().equals(TWICE))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean tooLarge() {
        return text().length() > Bounds.REQUEST_CHARACTERS;
    }

    Parameters without(String... names) {
        var rest = new LinkedHashMap<>(byName);
        for (var name : names) rest.remove(name);
        return new Parameters(rest);
    }

    Parameters with(String name, String value) {
        var all = new LinkedHashMap<>(byName);
        all.put(name, value);
        return new Parameters(all);
    }

    String text() {
        return byName.entrySet().stream()
                .map(entry ->
                        URLEncoder.encode(entry.getKey(), UTF_8) + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Parameters read(String text) {
        var byName = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) byName.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return new Parameters(byName);
    }
}
