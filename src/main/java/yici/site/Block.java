package yici.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yici.jurisdiction.Area;

/** What a home page is made of. An area puts them in its order; one that has nothing to show is left out. */
enum Block {
    /** Life events, with the area's own versions marked. */
    TASKS,
    NEWS,
    NOTICES,
    POLICIES,
    EXPLAINERS,
    /** What came from areas above or below by a rule. */
    SHARED,
    COLUMNS,
    /** Figures, and the pages where everybody can look them up. */
    FIGURES,
    BODIES,
    /** The areas below. */
    BELOW,
    /** The areas above, and those beside. */
    LINKS,
    CONTACT;

    /** As it is stored and sent by forms. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Block> of(String key) {
        return Arrays.stream(values()).filter(block -> block.key().equals(key)).findFirst();
    }

    /** Goes well beside another on a wide screen. */
    boolean isNarrow() {
        return switch (this) {
            case NEWS, NOTICES, POLICIES, EXPLAINERS, SHARED, CONTACT, LINKS -> true;
            case TASKS, COLUMNS, FIGURES, BODIES, BELOW -> false;
        };
    }

    /**
     * A province reports and regulates, a city does both for its own, at a county's people come to get things done.
     */
    static List<Block> byDefault(Area.Level level) {
        return switch (level) {
            case PROVINCE -> List.of(TASKS, NEWS, NOTICES, POLICIES, EXPLAINERS, COLUMNS, FIGURES, BELOW, CONTACT);
            case PREFECTURE ->
                List.of(
                        NEWS,
                        NOTICES,
                        TASKS,
                        COLUMNS,
                        SHARED,
                        EXPLAINERS,
                        POLICIES,
                        CONTACT,
                        LINKS,
                        BELOW,
                        FIGURES,
                        BODIES);
            case COUNTY, ZONE, OWN_LEVEL ->
                List.of(TASKS, NOTICES, NEWS, SHARED, POLICIES, CONTACT, LINKS, COLUMNS, BODIES, BELOW, FIGURES);
        };
    }
}
