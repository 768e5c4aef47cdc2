package yici.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The table of clocks as it is shipped, for rules that need no database. */
public final class ShippedRules {

    private static final Map<String, ClockRule> RULES = read();

    private ShippedRules() {}

    public static ClockRule get(String key) {
        return RULES.get(key);
    }

    private static Map<String, ClockRule> read() {
        try {
            var csv = new ClassPathResource("law/" + ClocksFile.NAME).getContentAsString(UTF_8);
            return ClocksFile.read(csv).stream().collect(Collectors.toMap(ClockRule::key, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
