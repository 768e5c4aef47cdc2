package yici.jurisdiction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import yici.kit.Csv;
import yici.kit.Language;
import yici.kit.Translated;

/** {@code departments.csv}: one line a department, with the pattern by which its bodies are named at each level. */
final class DepartmentsFile {

    private static final String FILE = "departments.csv";

    /** Instead of patterns: a party that is no public body, and a department that has none of its own. */
    private static final Set<String> WITHOUT_BODIES = Set.of("external", "any");

    /** Zones and own-level nodes have no bodies of their own. */
    private static final Map<String, Area.Level> LEVELS =
            Map.of("province", Area.Level.PROVINCE, "prefecture", Area.Level.PREFECTURE, "county", Area.Level.COUNTY);

    private DepartmentsFile() {}

    record Line(
            String key,
            String nameZh,
            String nameEn,
            String labelZh,
            boolean external,
            String handledBy,
            Map<Area.Level, String> patterns,
            Map<Area.Level, String> patternsEn) {

        /** One body for every area of a level that has a pattern. */
        List<PublicBody> bodies(Collection<Area> areas) {
            var byCode = new LinkedHashMap<String, Area>();
            for (var area : areas) byCode.put(area.code(), area);
            return areas.stream()
                    .filter(area -> patterns.containsKey(area.level()))
                    .map(area -> body(area, byCode))
                    .toList();
        }

        private PublicBody body(Area area, Map<String, Area> byCode) {
            var prefecture = area.level() == Area.Level.COUNTY
                    ? byCode.getOrDefault(area.parent().orElse(""), area)
                    : area;
            var zh = patterns.getOrDefault(area.level(), "")
                    .replace("{市}", prefecture.name().zh())
                    .replace("{县}", area.name().zh());
            var en = patternsEn
                    .getOrDefault(area.level(), "{area} " + nameEn)
                    .replace("{area}", area.name().in(Language.EN));
            return new PublicBody(Register.idOf(key, area.code()), key, area.code(), Translated.of(zh, en));
        }
    }

    static List<Line> read(Path sample) {
        var rows = Csv.read(
                sample,
                FILE,
                "key",
                "name_zh",
                "name_en",
                "levels",
                "guide_label",
                "label_zh",
                "levels_en",
                "handled_by");
        var lines = new LinkedHashMap<String, Line>();
        for (var row : rows) {
            var line = line(row);
            if (lines.put(line.key(), line) != null) throw row.refused(line.key(), "key stands twice");
        }
        for (var row : rows) checkHandledBy(row, lines);
        return new ArrayList<>(lines.values());
    }

    private static Line line(Csv.Row row) {
        var key = row.get("key");
        if (!key.matches("[a-z][a-z-]*")) throw row.refused(key, "is not a key of small letters and hyphens");
        if (row.get("name_zh").isEmpty()) throw row.refused(key, "has no Chinese name");
        if (row.get("levels").isEmpty()) throw row.refused(key, "has neither bodies nor the word external");
        boolean withoutBodies = WITHOUT_BODIES.contains(row.get("levels"));
        return new Line(
                key,
                row.get("name_zh"),
                row.get("name_en"),
                label(row),
                row.get("levels").equals("external"),
                row.get("handled_by"),
                withoutBodies ? Map.of() : patterns(row, "levels"),
                patterns(row, "levels_en"));
    }

    /** What people call it: our own word, else the guides', else the name without the province before it. */
    private static String label(Csv.Row row) {
        if (!row.get("label_zh").isEmpty()) return row.get("label_zh");
        if (!row.get("guide_label").isEmpty()) return row.get("guide_label");
        return row.get("name_zh").replaceFirst("^湖南省(?=.{2})", "");
    }

    /** {@code level:pattern;level:pattern}. Below the province a pattern names the area, or many bodies would share one name. */
    private static Map<Area.Level, String> patterns(Csv.Row row, String column) {
        var patterns = new EnumMap<Area.Level, String>(Area.Level.class);
        if (row.get(column).isEmpty()) return patterns;
        for (var part : row.get(column).split(";")) {
            int colon = part.indexOf(':');
            var level = colon < 0 ? null : LEVELS.get(part.substring(0, colon).toLowerCase(Locale.ROOT));
            if (level == null) throw row.refused(row.get("key"), "unknown level in " + column + ": " + part);
            var pattern = part.substring(colon + 1);
            if (level != Area.Level.PROVINCE && !namesItsArea(pattern, level))
                throw row.refused(row.get("key"), "pattern does not name its area: " + part);
            patterns.put(level, pattern);
        }
        return patterns;
    }

    private static boolean namesItsArea(String pattern, Area.Level level) {
        return pattern.contains("{area}") || pattern.contains(level == Area.Level.PREFECTURE ? "{市}" : "{县}");
    }

    private static void checkHandledBy(Csv.Row row, Map<String, Line> lines) {
        var key = row.get("key");
        var handledBy = row.get("handled_by");
        if (handledBy.isEmpty()) {
            if (row.get("levels").equals("any")) throw row.refused(key, "has no bodies and no handled_by");
            return;
        }
        var other = lines.get(handledBy);
        if (other == null) throw row.refused(key, "unknown department " + handledBy);
        if (other.patterns().isEmpty()) throw row.refused(key, "handled_by " + handledBy + " has no bodies itself");
    }
}
