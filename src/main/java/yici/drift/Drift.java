package yici.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far the areas have come apart on one life event. What nobody has read is counted apart: the score of what is known is the least there
 * can be, the score with all of the unread counted as different the most.
 *
 * @param groups areas with the same rules, the largest first; unread variants are in none
 * @param unread areas whose guide nobody has read
 * @param areas all that have a guide
 * @param largestFingerprint areas of the largest variant as the source tells variants apart
 */
record Drift(String lifeEvent, List<Group> groups, int unread, int areas, int largestFingerprint) {

    /** @param rules in what this group differs from the standard; nothing for the standard's own */
    record Group(List<Beside> variants, List<FieldDifference> rules, int areas) {
        /** What is made up for the demonstration is shown and not counted. */
        int counted() {
            return variants.stream()
                    .filter(beside -> !beside.invented())
                    .mapToInt(Beside::areas)
                    .sum();
        }

        boolean isStandard() {
            return rules.isEmpty();
        }
    }

    /** A variant beside the standard. */
    record Beside(String variant, int areas, boolean invented, Comparison comparison) {}

    static Drift of(String lifeEvent, List<Beside> variants, Optional<Integer> counted) {
        var groups = groups(variants);
        int known = groups.stream().mapToInt(Group::counted).sum();
        int unread = variants.stream()
                .filter(v -> v.comparison().verdict() == Comparison.Verdict.UNKNOWN)
                .mapToInt(Beside::areas)
                .sum();
        int areas = Math.max(counted.orElse(0), known + unread);
        int largest = variants.stream()
                .filter(v -> !v.invented())
                .mapToInt(Beside::areas)
                .max()
                .orElse(0);
        // variants the source counts and does not even name are unread like the others
        return new Drift(lifeEvent, groups, areas - known, areas, largest);
    }

    /** The rules in which they differ from the standard are what a group shares, values included. */
    private static List<Group> groups(List<Beside> variants) {
        Map<Object, List<Beside>> sameRules = new LinkedHashMap<>();
        for (var variant : variants)
            if (variant.comparison().verdict() != Comparison.Verdict.UNKNOWN)
                sameRules
                        .computeIfAbsent(Set.copyOf(variant.comparison().rules()), _ -> new ArrayList<>())
                        .add(variant);
        return sameRules.values().stream()
                .map(members -> new Group(
                        List.copyOf(members),
                        members.getFirst().comparison().rules(),
                        members.stream().mapToInt(Beside::areas).sum()))
                .sorted(Comparator.comparingInt(Group::areas).reversed())
                .toList();
    }

    int largest() {
        return groups.stream().mapToInt(Group::counted).max().orElse(0);
    }

    /** Of the areas whose rules are known, how many percent do not share those of the largest group. */
    int leastPercent() {
        int known = areas - unread;
        return percent(known - largest(), areas);
    }

    /** The same if every unread guide had rules of its own. */
    int mostPercent() {
        return percent(areas - largest(), areas);
    }

    /** As the fingerprints of the source have it, editorial noise included: 1 − areas of its largest variant ÷ areas. */
    int fingerprintPercent() {
        return percent(areas - largestFingerprint, areas);
    }

    private static int percent(int part, int whole) {
        return whole == 0 ? 0 : Math.round(100f * part / whole);
    }
}
