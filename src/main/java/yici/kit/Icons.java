package yici.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The drawings of {@code /assets/icons.svg}. A new life event gets its own by adding a symbol to the file. */
public final class Icons {

    private static final Set<String> DRAWN = drawn();

    private Icons() {}

    /** The drawing of a life event by its code, or the plain one. */
    public static String event(String code) {
        String name = "event-" + code;
        return DRAWN.contains(name) ? name : "event";
    }

    private static Set<String> drawn() {
        try (var in = Icons.class.getResourceAsStream("/static/assets/icons.svg")) {
            if (in == null) return Set.of();
            var svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("<symbol id=\"([^\"]+)\"")
                    .matcher(svg)
                    .results()
                    .map(m -> m.group(1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
