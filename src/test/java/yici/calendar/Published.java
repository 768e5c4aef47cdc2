package yici.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import yici.kit.Csv;

/** The calendars of 2024 to 2026 and the clocks of law as the product ships them, without a database. */
final class Published {

    static final WorkCalendar CALENDAR = new WorkCalendar(
            3,
            Csv.read(Path.of("sample"), "holidays-cn.csv", "date", "type", "name").stream()
                    .map(row -> new SpecialDay(
                            LocalDate.parse(row.get("date")),
                            row.get("type").equals("holiday") ? Kind.HOLIDAY : Kind.WORKDAY,
                            row.get("name")))
                    .toList(),
            Set.of(2024, 2025, 2026));

    static final String CLOCKS = clocks();

    private static final Map<String, ClockRule> RULES =
            ClocksFile.read(CLOCKS).stream().collect(Collectors.toMap(ClockRule::key, Function.identity()));

    private Published() {}

    static ClockRule rule(String key) {
        var rule = RULES.get(key);
        if (rule == null) throw new IllegalArgumentException(key);
        return rule;
    }

    static LegalClock clock(String key, String day) {
        return LegalClock.of(rule(key), LocalDate.parse(day).atTime(10, 30));
    }

    static Due.On on(LegalClock clock) {
        return (Due.On) Reckoning.due(clock, CALENDAR);
    }

    private static String clocks() {
        try {
            return new ClassPathResource("law/clocks.csv").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
