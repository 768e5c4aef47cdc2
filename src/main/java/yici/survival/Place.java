package yici.survival;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import yici.kit.Language;

/**
 * One address of the copy.
 *
 * @param language of a page; empty for what speaks none, such as a style sheet
 * @param path as the site has it, without its language in front
 * @param query what makes it another page, in one order; mostly empty
 */
record Place(Optional<Language> language, String path, String query) {

    static final String SEARCH = "/search";

    /** What has an address of its own in each language; other pages are asked for by {@code ?lang=}. */
    private static final Pattern BY_PATH =
            Pattern.compile("/works\\.atom|/columns/[^/]+|/works/[^/]+(/editions/[0-9]+)?");

    private static final Pattern IS_FILE = Pattern.compile(".*\\.(pdf|odt|atom)");

    static Place page(Language language, String path) {
        return new Place(Optional.of(language), path, "");
    }

    static Place resource(String path) {
        return new Place(Optional.empty(), path, "");
    }

    Place in(Language other) {
        return new Place(Optional.of(other), path, query);
    }

    boolean isPage() {
        return language.isPresent() && !IS_FILE.matcher(path).matches();
    }

    /** Where the running site has it. */
    String address() {
        if (language.isEmpty()) return path;
        var code = language.get().code();
        if (BY_PATH.matcher(path).matches()) return "/" + code + path + (query.isEmpty() ? "" : "?" + query);
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + code;
    }

    /** Where the copy has it, below its folder. */
    String file() {
        if (language.isEmpty()) return path.substring(1);
        var inLanguage = language.get().code() + (path.equals("/") ? "" : path);
        return isPage() ? folder(inLanguage) + "/index.html" : inLanguage;
    }

    /** Where somebody comes who kept the address without its language. */
    String fileWithoutLanguage() {
        return path.equals("/") ? "index.html" : path.substring(1) + "/index.html";
    }

    private String folder(String inLanguage) {
        return query.isEmpty() ? inLanguage : inLanguage + "/~" + query.replaceAll("[=&]", "-");
    }

    /** From a file of the copy to this, so that the copy may lie in any folder of any server. */
    String seenFrom(String file) {
        var from = Path.of("/" + file).resolveSibling("");
        var target = Path.of("/" + (isPage() ? file().replaceFirst("/index\\.html$", "") : file()));
        var way = target.equals(from) ? "." : from.relativize(target).toString().replace('\\', '/');
        return isPage() ? way + "/" : way;
    }
}
