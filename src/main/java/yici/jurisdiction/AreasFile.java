package yici.jurisdiction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.kit.Csv;
import yici.kit.ImportRefused;
import yici.kit.Translated;

/** {@code divisions.csv} and {@code former-codes.csv}, checked line by line before anything is written. */
final class AreasFile {

    private static final String FILE = "divisions.csv";
    private static final String FORMER = "former-codes.csv";

    private static final Map<String, Area.Level> LEVELS = Map.of(
            "province", Area.Level.PROVINCE,
            "prefecture", Area.Level.PREFECTURE,
            "county", Area.Level.COUNTY,
            "zone", Area.Level.ZONE,
            "ownLevel", Area.Level.OWN_LEVEL);

    record FormerCode(String code, String nameZh, String area, int changedIn) {}

    private AreasFile() {}

    /** By code, in the order of the file. */
    static Map<String, Area> read(Path sample) {
        var rows = Csv.read(sample, FILE, "code12", "code6", "name_zh", "name_en", "level", "parent12");
        var areas = new LinkedHashMap<String, Area>();
        var lines = new LinkedHashMap<Area, Csv.Row>();
        for (var row : rows) {
            var area = area(row);
            if (areas.put(area.code(), area) != null) throw row.refused(area.code(), "code stands twice");
            lines.put(area, row);
        }
        lines.forEach((area, row) -> checkParent(row, area, areas));
        if (areas.values().stream().noneMatch(area -> area.level() == Area.Level.PROVINCE))
            throw new ImportRefused(FILE, 0, "province", "no area is a province");
        return areas;
    }

    private static Area area(Csv.Row row) {
        var code = row.get("code12");
        if (!code.matches("[0-9]{12}")) throw row.refused(code, "is not a code of 12 digits");
        if (!code.startsWith(row.get("code6")))
            throw row.refused(code, "does not begin with code6 " + row.get("code6"));
        if (row.get("name_zh").isEmpty()) throw row.refused(code, "has no Chinese name");
        var level = LEVELS.get(row.get("level"));
        if (level == null) throw row.refused(code, "unknown level " + row.get("level"));
        var parent = Optional.of(row.get("parent12")).filter(text -> !text.isEmpty());
        return new Area(code, Translated.of(row.get("name_zh"), row.get("name_en")), level, parent);
    }

    /** Levels fall from parent to child, so no circle can close. */
    private static void checkParent(Csv.Row row, Area area, Map<String, Area> areas) {
        boolean top = area.level() == Area.Level.PROVINCE;
        if (top != area.parent().isEmpty())
            throw row.refused(area.code(), "a province has no parent, every other area has one");
        if (top) {
            if (areas.values().stream().anyMatch(other -> other.level() == area.level() && !other.equals(area)))
                throw row.refused(area.code(), "is not the only province");
            return;
        }
        var parent = areas.get(area.parent().orElseThrow());
        if (parent == null)
            throw row.refused(area.code(), "unknown parent " + area.parent().get());
        if (depth(parent.level()) >= depth(area.level()))
            throw row.refused(area.code(), "parent " + parent.code() + " is not of a higher level");
    }

    private static int depth(Area.Level level) {
        return switch (level) {
            case PROVINCE -> 0;
            case PREFECTURE -> 1;
            case COUNTY, ZONE -> 2;
            case OWN_LEVEL -> 3;
        };
    }

    static List<FormerCode> readFormerCodes(Path sample, Map<String, Area> areas) {
        var seen = new LinkedHashMap<String, FormerCode>();
        for (var row : Csv.read(sample, FORMER, "code12", "name_zh", "replaced_by", "changed_in")) {
            var code = row.get("code12");
            if (!code.matches("[0-9]{6}000000"))
                throw row.refused(code, "is not the code of a county: six digits, six zeros");
            if (areas.containsKey(code)) throw row.refused(code, "is in use today");
            if (!areas.containsKey(row.get("replaced_by")))
                throw row.refused(code, "unknown area " + row.get("replaced_by"));
            if (!row.get("changed_in").matches("[12][0-9]{3}")) throw row.refused(code, "changed_in is not a year");
            var former = new FormerCode(
                    code, row.get("name_zh"), row.get("replaced_by"), Integer.parseInt(row.get("changed_in")));
            if (seen.put(code, former) != null) throw row.refused(code, "code stands twice");
        }
        return new ArrayList<>(seen.values());
    }
}
