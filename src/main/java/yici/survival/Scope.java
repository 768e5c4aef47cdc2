package yici.survival;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import yici.kit.Language;

/** What belongs to the copy: the official site, which is the same for every visitor. Registers and everything that asks who is there stay out. */
final class Scope {

    private static final Pattern RESOURCE = Pattern.compile(
            "/assets/[A-Za-z0-9_-][A-Za-z0-9._-]*|/areas/colours/[0-9A-Za-z]+\\.css|/media/[0-9a-f-]{36}/[A-Za-z0-9_-][A-Za-z0-9._-]*|/robots\\.txt|/sitemap[a-z0-9-]*\\.xml");

    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]*";

    private static final Pattern PAGE = Pattern.compile(
            "/|/about|/accessibility|/privacy|/search|/systems|/overruns|/durations|/reform(/NAME)?|/areas(/[0-9]+)?|/events(/NAME)?|/services/NAME|/columns(/NAME)?|/disclosure(/[0-9]+)?|/works\\.atom|/works/NAME(/history|/editions/[0-9]+)?"
                    .replace("NAME", NAME));

    private static final Pattern IN_LANGUAGE = Pattern.compile("/(zh|en|fr|ko|ja)(/.*)?");

    private static final Link LEFT_OUT = new Link.LeftOut();
    private static final Link ELSEWHERE = new Link.Elsewhere();

    private final Set<String> hosts;
    private final Set<String> areas;
    private final Predicate<Place> also;

    /**
     * @param areas whose home pages are copied; all where it is empty
     * @param also what more has to be true of a place
     */
    Scope(URI from, URI official, Set<String> areas, Predicate<Place> also) {
        this.hosts = Set.of(
                from.getRawAuthority(),
                official.getRawAuthority().equals(from.getRawAuthority())
                        ? from.getRawAuthority() + "#"
                        : official.getRawAuthority());
        this.areas = areas;
        this.also = also;
    }

    /** @param language of the page the link is on: an address that names none keeps it */
    Link read(String href, URI page, Language language) {
        if (href.startsWith("#")) return ELSEWHERE;
        URI target;
        try {
            target = page.resolve(href);
        } catch (IllegalArgumentException e) {
            return href.startsWith("/") ? LEFT_OUT : ELSEWHERE;
        }
        if (target.getRawAuthority() == null || !hosts.contains(target.getRawAuthority())) return ELSEWHERE;
        var fragment = target.getRawFragment() == null ? "" : "#" + target.getRawFragment();
        return place(target, language)
                .<Link>map(place -> new Link.Inside(place, fragment))
                .orElse(LEFT_OUT);
    }

    private Optional<Place> place(URI target, Language language) {
        var path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        if (RESOURCE.matcher(path).matches()) return Optional.of(Place.resource(path));

        var spoken = language;
        var prefix = IN_LANGUAGE.matcher(path);
        if (prefix.matches()) {
            spoken = Language.of(prefix.group(1)).orElse(language);
            path = prefix.group(2) == null ? "/" : prefix.group(2);
        }
        if (!PAGE.matcher(path).matches() || !isAsked(path)) return Optional.empty();
        return withQuery(path, spoken, target.getRawQuery() == null ? "" : target.getRawQuery())
                .filter(also);
    }

    private boolean isAsked(String path) {
        return areas.isEmpty() || !path.startsWith("/areas/") || areas.contains(path.substring("/areas/".length()));
    }

    /** Empty where the query asks for what a plain file cannot tell apart. */
    private static Optional<Place> withQuery(String path, Language language, String query) {
        var spoken = language;
        var kept = new TreeMap<String, String>();
        for (var pair : query.split("&")) {
            var name = pair.replaceFirst("=.*", "");
            var value = pair.substring(Math.min(pair.length(), name.length() + 1));
            switch (name) {
                case "", "to" -> {}
                case "lang" -> spoken = Language.of(value).orElse(spoken);
                case "skip" -> {
                    if (!value.matches("[0-9]{1,6}")) return Optional.empty();
                    if (Integer.parseInt(value) > 0) kept.put(name, value);
                }
                case "audience", "topic" -> {
                    if (!path.equals("/events") || !value.matches("[A-Za-z0-9_-]+")) return Optional.empty();
                    kept.put(name, value);
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        var asked = kept.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
        return Optional.of(new Place(Optional.of(spoken), path, asked));
    }
}
