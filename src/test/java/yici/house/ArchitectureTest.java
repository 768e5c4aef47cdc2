package yici.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The drawing in ARCHITECTURE.md is the house that stands. */
class ArchitectureTest {

    private static final Pattern ROOM_LINE = Pattern.compile("(?m)^(\\d)  ([a-z][a-z.]*) +\\S");
    private static final Pattern NEIGHBOURS = Pattern.compile("allowedDependencies\\s*=\\s*\\{([^}]*)}");

    @Test
    void every_room_is_drawn_and_every_drawn_room_stands() {
        assertThat(new TreeSet<>(levels().keySet())).isEqualTo(Sources.rooms());
    }

    @Test
    void an_arrow_goes_down_only() {
        var levels = levels();
        var upward = new ArrayList<String>();
        for (var room : Sources.rooms())
            for (var neighbour : neighbours(room))
                if (levels.getOrDefault(neighbour, 9) >= levels.getOrDefault(room, 9))
                    upward.add(room + " -> " + neighbour);

        assertThat(upward).isEmpty();
    }

    @Test
    void the_drawing_fits_two_screens() {
        assertThat(Sources.read(Path.of("ARCHITECTURE.md")).lines().count()).isLessThanOrEqualTo(100);
    }

    private static Map<String, Integer> levels() {
        var levels = new TreeMap<String, Integer>();
        var line = ROOM_LINE.matcher(Sources.read(Path.of("ARCHITECTURE.md")));
        while (line.find()) levels.put(line.group(2), Integer.parseInt(line.group(1)));
        return levels;
    }

    private static TreeSet<String> neighbours(String room) {
        var declared = NEIGHBOURS.matcher(
                Sources.read(Sources.JAVA.resolve(room.replace('.', '/')).resolve("package-info.java")));
        var found = new TreeSet<String>();
        if (declared.find()) found.addAll(Sources.strings(declared.group(1)));
        return found;
    }
}
