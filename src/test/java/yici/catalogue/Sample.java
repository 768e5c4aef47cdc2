package yici.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yici.calendar.ClockRule;
import yici.calendar.ShippedRules;

/** The theme files of the sample province, without a running product. */
final class Sample {

    static final List<String> CODES = List.of(
            "43PCN0009",
            "43PCN0010",
            "43PCN0012",
            "43PCN0013",
            "43PCP0007",
            "43PCP0008",
            "43TCN0003",
            "43TCN0004",
            "43TCN0008");

    private static final Path FOLDER = Path.of("sample");

    private Sample() {}

    static String text(String code) {
        return read(FOLDER.resolve("themes").resolve(code + ".json"));
    }

    static ThemeFile.Theme theme(String code) {
        return theme(code, text(code));
    }

    static ThemeFile.Theme theme(String code, String text) {
        var invented = Json.parse("synthetic-variants.json", read(FOLDER.resolve("themes/synthetic-variants.json")))
                .list("variants")
                .stream()
                .filter(v -> v.text("theme").equals(code))
                .toList();
        return ThemeFile.read(Json.parse(code + ".json", text), invented, outside());
    }

    static ReadGuide.Known outside() {
        var areas = firstColumn("divisions.csv");
        var departments = firstColumn("departments.csv");
        return new ReadGuide.Known() {
            @Override
            public boolean isDepartment(String key) {
                return departments.contains(key);
            }

            @Override
            public boolean isArea(String code) {
                return areas.contains(code);
            }

            @Override
            public ClockRule clock(String key) {
                return ShippedRules.get(key);
            }
        };
    }

    private static Set<String> firstColumn(String file) {
        return Stream.of(read(FOLDER.resolve(file)).split("\r?\n"))
                .map(line -> line.split(",", 2)[0])
                .collect(Collectors.toSet());
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
