package yici.catalogue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import yici.kit.Language;

/** Which life events a wrong code or word most likely meant. */
@Component
class Nearest {

    private static final int OFFERED = 3;

    private final InForce inForce;

    Nearest(InForce inForce) {
        this.inForce = inForce;
    }

    /** By shared pairs of characters with code or name, the closest first; never empty once anything is published. */
    List<Listed> to(String wrong) {
        var asked = pairs(wrong);
        return inForce.now().lifeEvents().stream()
                .sorted(Comparator.comparingDouble((Listed l) -> closeness(wrong, asked, l))
                        .reversed())
                .limit(OFFERED)
                .toList();
    }

    private static double closeness(String wrong, Set<String> asked, Listed listed) {
        double best = samePlaces(wrong, listed.code());
        for (var language : Language.values())
            best = Math.max(best, overlap(asked, pairs(listed.name().in(language))));
        return best;
    }

    /** A code with a digit or two wrong agrees in the other places. */
    private static double samePlaces(String one, String other) {
        if (one.length() != other.length()) return 0;
        long same = IntStream.range(0, one.length())
                .filter(i -> Character.toUpperCase(one.charAt(i)) == other.charAt(i))
                .count();
        return (double) same / one.length();
    }

    /** Dice's coefficient: 1 for equal sets, 0 for nothing in common. */
    static double overlap(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) return 0;
        long shared = one.stream().filter(other::contains).count();
        return 2.0 * shared / (one.size() + other.size());
    }

    static Set<String> pairs(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= Math.min(plain.length(), 100); i++) pairs.add(plain.substring(i, i + 2));
        return pairs;
    }
}
