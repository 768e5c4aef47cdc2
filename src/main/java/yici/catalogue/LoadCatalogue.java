package yici.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.kit.ImportRefused;
import yici.kit.SampleLoader;

/** Brings the life events and services of the sample province in, whole or not at all. */
@Component
class LoadCatalogue implements SampleLoader {

    private static final String INVENTED = "synthetic-variants.json";

    private final Areas areas;
    private final Bodies bodies;
    private final LifeEvents lifeEvents;
    private final PublishEdition publish;
    private final Revision revision;

    LoadCatalogue(Areas areas, Bodies bodies, LifeEvents lifeEvents, PublishEdition publish, Revision revision) {
        this.areas = areas;
        this.bodies = bodies;
        this.lifeEvents = lifeEvents;
        this.publish = publish;
        this.revision = revision;
    }

    @Override
    public String room() {
        return "catalogue";
    }

    @Override
    public int step() {
        return 40;
    }

    @Override
    public void load(Path sample) {
        loadThemes(sample.resolve("themes"), topics(sample.resolve("topics.csv")));
        revision.next();
    }

    private void loadThemes(Path folder, Map<String, String> topics) {
        var invented = invented(folder.resolve(INVENTED));
        for (var path : jsonFiles(folder)) {
            if (path.endsWith(INVENTED)) continue;
            var file = Json.parse("themes/" + path.getFileName(), text(path));
            String code = file.text("code");
            var topic = Optional.ofNullable(topics.get(code))
                    .orElseThrow(() -> file.at("code").refused("topics.csv gives no topic for " + code));
            var theme = ThemeFile.read(file, invented.getOrDefault(code, List.of()), new Outside());
            put(theme, List.copyOf(topics.keySet()).indexOf(code), topic);
        }
    }

    private void put(ThemeFile.Theme theme, int position, String topic) {
        String code = theme.standard().code();
        lifeEvents.put(theme, position, topic);
        lifeEvents.clearVariants(code);
        for (var variant : theme.variants()) {
            lifeEvents.add(variant);
            for (String area : variant.areas()) lifeEvents.give(code, whoseOffer(area), variant.key());
        }
        theme.guides().forEach(publish::publish);
    }

    /** A guide names the counter of a government's own level; the offer is that of the area it belongs to. */
    private String whoseOffer(String code) {
        var area = areas.get(code);
        return area.level() == Area.Level.OWN_LEVEL ? area.parent().orElse(code) : code;
    }

    private Map<String, List<Json>> invented(Path path) {
        var byTheme = new LinkedHashMap<String, List<Json>>();
        if (!Files.exists(path)) return byTheme;
        for (var variant : Json.parse("themes/" + INVENTED, text(path)).list("variants"))
            byTheme.computeIfAbsent(variant.text("theme"), _ -> new ArrayList<>())
                    .add(variant);
        return byTheme;
    }

    /** Topic by code, in the order in which life events are shown. */
    private static Map<String, String> topics(Path path) {
        var topics = new LinkedHashMap<String, String>();
        int line = 0;
        for (String row : text(path).split("\r?\n")) {
            line++;
            if (line == 1 || row.isBlank()) continue;
            String[] cells = row.split(",");
            if (cells.length != 2) throw new ImportRefused("topics.csv", line, row, "is not: code,topic");
            topics.put(cells[0], cells[1]);
        }
        return topics;
    }

    private static List<Path> jsonFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Outside implements ReadGuide.Known {
        @Override
        public boolean isDepartment(String key) {
            return bodies.departments().stream().anyMatch(d -> d.key().equals(key));
        }

        @Override
        public boolean isArea(String code) {
            return areas.find(code).isPresent();
        }
    }
}
