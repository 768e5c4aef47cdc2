package yici.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import yici.kit.Csv;
import yici.kit.ImportRefused;
import yici.kit.Language;
import yici.kit.Translated;

/** The files of the sample that belong to the catalogue. */
final class CatalogueFiles {

    private static final String INVENTED = "synthetic-variants.json";

    private final Path sample;

    CatalogueFiles(Path sample) {
        this.sample = sample;
    }

    /** Where a life event stands in lists, and under which words it is found. */
    record Place(int position, Csv.Row row) {

        /** What people say who do not know the official name. */
        String words() {
            return row.get("words");
        }

        Topic topic(Guide.Audience audience, List<Topic> topics) {
            return topics.stream()
                    .filter(t -> t.audience() == audience && t.key().equals(row.get("topic")))
                    .findFirst()
                    .orElseThrow(() -> row.refused("topic", "there is no topic " + row.get("topic")));
        }
    }

    List<Json> themes() {
        return jsonFiles("themes", file -> !file.equals(INVENTED));
    }

    List<Json> items() {
        return jsonFiles("items", _ -> true);
    }

    /** What single bodies offer differently. */
    List<Json> offers() {
        var path = sample.resolve("offers.json");
        return Files.exists(path) ? json(".", path).list("offers") : List.of();
    }

    List<Json> inventedVariants() {
        var path = sample.resolve("themes").resolve(INVENTED);
        return Files.exists(path) ? json("themes", path).list("variants") : List.of();
    }

    List<Topic> topics() {
        var topics = new ArrayList<Topic>();
        for (var row : Csv.read(sample, "subjects.csv", "audience", "key", "zh")) {
            var audience = audience(row);
            var names = new EnumMap<Language, String>(Language.class);
            for (var language : Language.values())
                if (!row.get(language.code()).isEmpty()) names.put(language, row.get(language.code()));
            topics.add(new Topic(audience, row.get("key"), new Translated(names)));
        }
        return topics;
    }

    private static Guide.Audience audience(Csv.Row row) {
        return Stream.of(Guide.Audience.values())
                .filter(a -> a.name().equals(row.get("audience")))
                .findFirst()
                .orElseThrow(() -> row.refused("audience", "there is no audience " + row.get("audience")));
    }

    /** By code of the life event. */
    Map<String, Place> places() {
        var places = new LinkedHashMap<String, Place>();
        for (var row : Csv.read(sample, "topics.csv", "code", "topic", "words")) {
            var before = places.put(row.get("code"), new Place(places.size(), row));
            if (before != null) throw row.refused("code", "a second " + row.get("code"));
        }
        return places;
    }

    private List<Json> jsonFiles(String folder, Predicate<String> wanted) {
        try (var files = Files.list(sample.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .filter(f -> wanted.test(f.getFileName().toString()))
                    .sorted()
                    .map(f -> json(folder, f))
                    .toList();
        } catch (IOException e) {
            throw new ImportRefused(folder, 0, folder, "cannot be read");
        }
    }

    private static Json json(String folder, Path path) {
        try {
            return Json.parse((folder + "/" + path.getFileName()).replaceFirst("^\\./", ""), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
