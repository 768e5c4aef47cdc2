package yici.survival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import tools.jackson.databind.json.JsonMapper;
import yici.kit.Language;

/** What the search of the copy knows: the titles of each language, with where they are. */
final class Titles {

    /**
     * @param title as the page says it
     * @param at below the copy's folder
     * @param lang where it is not the page's own
     */
    record Title(String title, String at, String lang) {}

    private final Map<Language, List<Title>> titles = new EnumMap<>(Language.class);

    void add(Place place, Document page) {
        if (place.language().isEmpty() || !isSought(place)) return;
        var heading = page.selectFirst("h1");
        if (heading == null) return;
        var home = place.path().equals("/") || place.path().startsWith("/areas/");
        var title = home ? heading.text() : page.title().replaceFirst(" - [^-]*$", "");
        titles.computeIfAbsent(place.language().get(), _ -> new ArrayList<>())
                .add(new Title(title, place.file().replaceFirst("index\\.html$", ""), heading.attr("lang")));
    }

    private static boolean isSought(Place place) {
        return place.query().isEmpty()
                && !place.path().equals(Place.SEARCH)
                && !place.path().matches("/works/.*/.*");
    }

    void write(Path folder) throws IOException {
        for (var language : Language.values()) {
            var file = folder.resolve(file(language));
            Files.createDirectories(file.getParent());
            Files.write(file, new JsonMapper().writeValueAsBytes(titles.getOrDefault(language, List.of())));
        }
    }

    static String file(Language language) {
        return "titles/" + language.code() + ".json";
    }
}
