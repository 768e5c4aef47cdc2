package yici.kit;

import java.nio.charset.Charset;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nationalities as passports name them (ISO 3166-1 alpha-3, ICAO Doc 9303), with their names in the reader's language.
 *
 * @param code such as {@code FRA}
 */
public record Nationality(String code, String name) {

    /** Residents of these regions are Chinese nationals and have documents of their own. */
    private static final Set<String> REGIONS = Set.of("HK", "MO", "TW");

    /** Documents of the stateless (convention of 1954) and of refugees (1951). */
    private static final List<String> WITHOUT = List.of("XXA", "XXB");

    private static final Map<String, String> ALPHA2 = Arrays.stream(Locale.getISOCountries())
            .filter(code -> !REGIONS.contains(code))
            .collect(Collectors.toMap(code -> Locale.of("", code).getISO3Country(), code -> code));

    private static final Map<Language, List<Nationality>> SORTED = new ConcurrentHashMap<>();

    public static boolean is(String code) {
        return ALPHA2.containsKey(code) || WITHOUT.contains(code);
    }

    /** In the order of the reader's language, those without a state last. */
    public static List<Nationality> all(View view) {
        return SORTED.computeIfAbsent(view.language(), _ -> sorted(view));
    }

    /** Chinese names by their sound, as dictionaries have them: so stand the common characters in GB 18030; the JDK's own order is by strokes. */
    private static Comparator<String> order(Language language) {
        if (language != Language.ZH) return Collator.getInstance(language.locale())::compare;
        var national = Charset.forName("GB18030");
        return (one, other) -> Arrays.compareUnsigned(one.getBytes(national), other.getBytes(national));
    }

    private static List<Nationality> sorted(View view) {
        var order = order(view.language());
        var states = ALPHA2.keySet().stream()
                .map(code -> new Nationality(code, name(code, view)))
                .sorted(Comparator.comparing(Nationality::name, order));
        var others = WITHOUT.stream().map(code -> new Nationality(code, name(code, view)));
        return Stream.concat(states, others).toList();
    }

    public static String name(String code, View view) {
        return switch (code) {
            case "XXA" -> view.t("kit.nationality.stateless");
            case "XXB" -> view.t("kit.nationality.refugee");
            default ->
                Locale.of("", ALPHA2.getOrDefault(code, ""))
                        .getDisplayCountry(view.language().locale());
        };
    }
}
