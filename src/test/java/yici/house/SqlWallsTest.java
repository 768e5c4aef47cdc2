package yici.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A room's SQL names its own schema only; what another room keeps is asked at its door. */
class SqlWallsTest {

    private static final Pattern TABLE = Pattern.compile(
            "(?i)\\b(?:from|join|into|update|references|table|exists|only|on|using)\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?(\\w+)\\.\\w+"
                    + "|,\\s*(\\w+)\\.\\w+\\s+(?:as\\s+)?\\w+\\s+(?:where|join|,)");

    private static final Pattern SQL = Pattern.compile(
            "(?is)\\b(select\\b.*|insert\\s+into|update\\s+\\w|delete\\s+from|with\\s+\\w+\\s+as|from\\s+\\w+\\.\\w)");

    @Test
    void java_of_a_room_queries_its_own_schema_only() {
        var trespasses = new ArrayList<String>();
        for (var file : Sources.files(Sources.JAVA, ".java")) {
            var own = schemaOf(Sources.room(Sources.JAVA, file));
            for (var text : Sources.strings(Sources.read(file)))
                if (SQL.matcher(text).find()) trespasses.addAll(foreign(file, own, text));
        }

        assertThat(trespasses).isEmpty();
    }

    @Test
    void a_migration_touches_its_own_schema_only() {
        var trespasses = new ArrayList<String>();
        for (var file : Sources.files(Sources.MIGRATIONS, ".sql")) {
            var own = Sources.room(Sources.MIGRATIONS, file);
            trespasses.addAll(foreign(file, own, Sources.read(file).replaceAll("--[^\n]*", "")));
        }

        assertThat(trespasses).isEmpty();
    }

    @Test
    void a_query_of_another_rooms_table_is_noticed() {
        var file = Path.of("Example.java");

        assertThat(foreign(file, "casework", "select name from identity.account where id = :id"))
                .hasSize(1);
        assertThat(foreign(file, "casework", "select 1 from casework.a a, catalogue.edition e where a.id = e.id"))
                .hasSize(1);
        assertThat(foreign(
                        file,
                        "casework",
                        "select c.identity from casework.case_file c join casework.act a on a.no = c.no"))
                .isEmpty();
    }

    private static List<String> foreign(Path file, String own, String sql) {
        var schemas = new TreeSet<String>();
        for (var room : Sources.rooms()) schemas.add(schemaOf(room));
        schemas.add("house");
        schemas.remove(own);

        var found = new ArrayList<String>();
        var table = TABLE.matcher(sql);
        while (table.find()) {
            var schema = table.group(1) == null ? table.group(2) : table.group(1);
            if (schemas.contains(schema))
                found.add(file + ": room " + own + " names " + table.group().strip());
        }
        return found;
    }

    /** The root package keeps its notes in schema {@code house}; a connector's schema has the connector's name. */
    private static String schemaOf(String room) {
        return room.isEmpty() ? "house" : room.substring(room.lastIndexOf('.') + 1);
    }
}
