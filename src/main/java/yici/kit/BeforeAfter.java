package yici.kit;

import java.util.Locale;

/** One row of {@code @template.kit.beforeafter}: what something took department by department, and what it takes as one. */
public record BeforeAfter(Measure measure, int before, int after) {

    public enum Measure {
        DAYS,
        VISITS,
        PAPERS,
        STEPS;

        String icon() {
            return switch (this) {
                case DAYS -> "clock";
                case VISITS -> "trip";
                case PAPERS -> "paper";
                case STEPS -> "steps";
            };
        }

        String word() {
            return "kit.beforeafter." + name().toLowerCase(Locale.ROOT);
        }
    }

    public BeforeAfter {
        if (before < 0 || after < 0) throw new IllegalArgumentException("less than nothing: " + before + ", " + after);
    }

    /** Length of the bar for {@code count} in per cent of the longer of the two; a sliver stays visible for a small one. */
    int bar(int count) {
        int most = Math.max(before, after);
        return most == 0 || count == 0 ? 0 : Math.max(2, Math.round(100f * count / most));
    }
}
