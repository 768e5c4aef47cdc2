package yici.survival;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;
import yici.kit.Language;
import yici.kit.View;
import yici.kit.Words;

/**
 * The public site as a folder of plain files that any web server can serve. It is made beside the folder and put in its place when it is whole; until
 * then, and when anything goes wrong, the copy before stays.
 */
public final class CopySite {

    /** Lies in every copy, and says that the folder may be replaced by a newer one. */
    private static final String MARK = "copy.json";

    /**
     * @param from where the running site answers
     * @param official where the world sees it
     * @param areas whose home pages are copied; all where it is empty
     * @param papers whether PDFs and texts to edit are copied too
     * @param archive a file in which every answer is kept as it came, for web archives (WARC); empty: none is made
     */
    public record Asked(
            URI from, URI official, Path folder, Set<String> areas, boolean papers, Optional<Path> archive) {}

    public sealed interface Copied {
        /** @param missing addresses that pages name and the site does not have */
        record Whole(int pages, int files, int missing) implements Copied {}

        /** There is something in the folder that is no copy of a site. */
        record NotOurs(Path folder) implements Copied {}

        record Broken(String why) implements Copied {}
    }

    private final Words words;
    private final Clock clock;

    public CopySite(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    public Copied copy(Asked asked) {
        return copy(asked, place -> asked.papers() || !place.path().matches(".*\\.(pdf|odt)"));
    }

    Copied copy(Asked asked, Predicate<Place> also) {
        var folder = asked.folder().toAbsolutePath().normalize();
        var part = folder.resolveSibling("." + folder.getFileName() + ".part");
        try {
            if (!isFree(folder)) return new Copied.NotOurs(folder);
            FileSystemUtils.deleteRecursively(part);
            Files.createDirectories(part);
            var made = make(asked, part, also);
            swap(part, folder);
            return made;
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(part.toFile());
            return new Copied.Broken(Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    private static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder) || Files.exists(folder.resolve(MARK))) return true;
        if (!Files.isDirectory(folder)) return false;
        try (var there = Files.list(folder)) {
            return there.findAny().isEmpty();
        }
    }

    private Copied make(Asked asked, Path part, Predicate<Place> also) throws IOException {
        var scope = new Scope(asked.from(), asked.official(), asked.areas(), also);
        var answers = Map.<Place, Crawl.Answer>of();
        var archive = archive(asked);
        try (var crawl = new Crawl(asked.from(), asked.official(), scope, part, archive, clock)) {
            answers = crawl.walk();
        } finally {
            if (archive.isPresent()) archive.get().close();
        }
        var home = answers.get(Place.page(Language.ZH, "/"));
        if (home == null || !home.isThere()) throw new IOException(asked.from() + " has no home page");

        var now = clock.instant();
        var make = new MakeStatic(
                answers, scope, asked.from(), asked.official(), words, LocalDate.ofInstant(now, View.ZONE));
        var titles = new Titles();
        int pages = 0;
        for (var one : answers.entrySet())
            if (one.getValue().isThere() && one.getValue().isHtml()) {
                var file = part.resolve(one.getKey().file());
                var page = make.make(one.getKey(), Files.readString(file));
                Files.writeString(file, page.outerHtml());
                titles.add(one.getKey(), page);
                pages++;
            }
        titles.write(part);
        for (var place : answers.keySet()) signpost(place, make, part);
        script(part);
        Files.write(
                part.resolve(MARK),
                new JsonMapper()
                        .writeValueAsBytes(
                                Map.of("of", asked.official().toString(), "made", now.toString(), "pages", pages)));
        int there =
                (int) answers.values().stream().filter(Crawl.Answer::isThere).count();
        int missing = (int) answers.values().stream()
                .filter(answer -> !answer.isThere() && answer.movedTo().isEmpty())
                .count();
        return new Copied.Whole(pages, there, missing);
    }

    private Optional<Archive> archive(Asked asked) throws IOException {
        return asked.archive().isEmpty()
                ? Optional.empty()
                : Optional.of(new Archive(asked.archive().get(), asked.official(), clock.instant()));
    }

    /** Where an address is kept without its language, or as it was before it moved, a small page leads on. */
    private static void signpost(Place place, MakeStatic make, Path part) throws IOException {
        if (!place.isPage()) return;
        var standing = make.standing(place);
        if (standing.isEmpty()) return;
        if (!standing.get().equals(place)) write(part, place.file(), standing.get(), make);
        if (place.query().isEmpty() && place.language().equals(java.util.Optional.of(Language.ZH)))
            write(part, place.fileWithoutLanguage(), standing.get(), make);
    }

    private static void write(Path part, String file, Place to, MakeStatic make) throws IOException {
        var languages = Arrays.stream(Language.values())
                .filter(language -> make.standing(to.in(language)).isPresent())
                .map(language -> "<li><a href=\"%s\" lang=\"%s\" hreflang=\"%s\">%s</a></li>"
                        .formatted(
                                HtmlUtils.htmlEscape(to.in(language).seenFrom(file)),
                                language.tag(),
                                language.tag(),
                                language.ownName()))
                .collect(Collectors.joining("\n"));
        var target = part.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, """
                <!DOCTYPE html>
                <html lang="zh-CN">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="refresh" content="0; url=%s">
                <title>中文 · English · Français · 한국어 · 日本語</title>
                </head>
                <body>
                <main>
                <h1>中文 · <span lang="en">English</span> · <span lang="fr">Français</span> · <span lang="ko">한국어</span> · <span lang="ja">日本語</span></h1>
                <ul>
                %s
                </ul>
                </main>
                </body>
                </html>
                """.formatted(HtmlUtils.htmlEscape(to.seenFrom(file)), languages));
    }

    private static void script(Path part) throws IOException {
        var target = part.resolve(MakeStatic.SCRIPT.file());
        Files.createDirectories(target.getParent());
        try (var script =
                Objects.requireNonNull(CopySite.class.getResourceAsStream("search-titles.js"), "search-titles.js")) {
            Files.writeString(target, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void swap(Path part, Path folder) throws IOException {
        var old = folder.resolveSibling("." + folder.getFileName() + ".old");
        FileSystemUtils.deleteRecursively(old);
        if (Files.exists(folder)) Files.move(folder, old);
        try {
            Files.move(part, folder);
        } catch (IOException e) {
            if (Files.exists(old)) Files.move(old, folder);
            throw e;
        }
        FileSystemUtils.deleteRecursively(old);
    }
}
