package yici.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yici.kit.Language;

/** The words of the interface: complete in five languages, all used, none missing. */
class MessagesTest {

    /** Texts that look like a key and are none, each with its reason. */
    private static final Set<String> NO_WORDS = Set.of(
            "casework.scheduled_tasks" /* a table, named to db-scheduler */,
            "notification.scheduled_tasks" /* likewise */,
            "openid.scheduled_tasks" /* likewise */,
            "linter.scheduled_tasks" /* likewise */,
            "rehearsal.scheduled_tasks" /* likewise */,
            "publication.scheduled_tasks" /* likewise */);

    /** Beginnings that a class composes in a way not seen here: the three texts of {@code HomePages.Text}. */
    private static final Set<String> COMPOSED = Set.of("site.about.", "site.accessibility.", "site.privacy.");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void every_language_has_the_same_keys_and_the_same_placeholders() {
        var differences = new ArrayList<String>();
        for (var room : rooms()) {
            var chinese = words(room, Language.ZH);
            for (var language : Language.values()) {
                var words = words(room, language);
                missing(chinese.keySet(), words.keySet()).forEach(key -> differences.add(language + " lacks " + key));
                missing(words.keySet(), chinese.keySet())
                        .forEach(key -> differences.add(language + " alone has " + key));
                chinese.forEach((key, text) -> {
                    var other = words.get(key);
                    if (other != null && !placeholders(text).equals(placeholders(other)))
                        differences.add("%s: %s has %s, zh has %s"
                                .formatted(language, key, placeholders(other), placeholders(text)));
                });
            }
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void no_text_is_empty_and_every_key_begins_with_its_room() {
        var wrong = new ArrayList<String>();
        for (var room : rooms())
            for (var language : Language.values())
                words(room, language).forEach((key, text) -> {
                    if (text.isBlank() || !key.startsWith(room + ".")) wrong.add(language + " " + key + "=" + text);
                });

        assertThat(wrong).isEmpty();
    }

    @Test
    void every_key_a_page_or_a_class_names_exists() {
        var keys = allKeys();
        var unknown = new TreeSet<String>();
        for (var named : namedInSources())
            if (keys.stream().noneMatch(named::means)) unknown.add(named.file() + ": " + named.beginning());

        assertThat(unknown).isEmpty();
    }

    @Test
    void every_key_is_named_somewhere() {
        var named = namedInSources();
        var unused = allKeys().stream()
                .filter(key -> COMPOSED.stream().noneMatch(key::startsWith))
                .filter(key -> named.stream().noneMatch(n -> n.means(key) || n.means(key.replaceFirst("\\.one$", ""))))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unused).isEmpty();
    }

    /**
     * A text in the sources that looks like a key, {@code "casework.state.open"}, or is made into one: {@code "identity." + field + ".empty"}.
     *
     * @param whole false when something is added to the beginning
     */
    private record Named(Path file, String beginning, boolean whole, String ending) {
        boolean means(String key) {
            if (whole) return key.equals(beginning);
            return key.startsWith(beginning) && key.endsWith(ending) && key.length() > beginning.length();
        }
    }

    private static List<Named> namedInSources() {
        var rooms = rooms().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        var mention = Pattern.compile("\"(?<key>(?:" + rooms
                + ")\\.[A-Za-z0-9._-]*)\"(?<more>\\s*\\+\\s*[^\"+;]+(?:\\+\\s*\"(?<ending>[^\"]*)\")?)?");
        var files = new ArrayList<>(Sources.files(Sources.JAVA, ".java"));
        files.addAll(Sources.files(Sources.TEMPLATES, ".jte"));

        var found = new ArrayList<Named>();
        for (var file : files) {
            var key = mention.matcher(Sources.read(file));
            while (key.find()) {
                var ending = key.group("ending") == null ? "" : key.group("ending");
                var whole = key.group("more") == null && !key.group("key").matches(".*[._-]");
                var everything = !whole
                        && ending.isEmpty()
                        && key.group("key").indexOf('.') == key.group("key").length() - 1;
                if (!everything && !NO_WORDS.contains(key.group("key")))
                    found.add(new Named(file, key.group("key"), whole, ending));
            }
        }
        return found;
    }

    private static Set<String> allKeys() {
        return rooms().stream()
                .flatMap(room -> words(room, Language.ZH).keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Rooms that have words. */
    private static Set<String> rooms() {
        return Sources.files(Sources.MESSAGES, ".properties").stream()
                .map(file -> file.getFileName().toString().replaceFirst("_[a-z]+\\.properties$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> words(String room, Language language) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(
                    Sources.read(Sources.MESSAGES.resolve(room + "_" + language.code() + ".properties"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var words = new HashMap<String, String>();
        properties.forEach((key, text) -> words.put((String) key, (String) text));
        return words;
    }

    private static Stream<String> missing(Set<String> from, Set<String> in) {
        var missing = new HashSet<>(from);
        missing.removeAll(in);
        return missing.stream().sorted();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
