package yici.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * The standard guide of a life event, or one that certain areas have of their own.
 *
 * @param key {@code std} for the standard
 * @param invented made up for the demonstration: no area has this rule in truth
 * @param areaCount how many areas the source counts; empty when it does not say
 * @param areas codes as in the source; fewer than counted when {@code areasComplete} is false
 * @param parent key of the variant it inherits from; empty for the standard
 * @param note the source's remark on what differs; may be empty
 */
public record Variant(
        String lifeEvent,
        String key,
        Kind kind,
        boolean invented,
        Optional<Integer> areaCount,
        boolean areasComplete,
        List<String> areas,
        String parent,
        String note) {

    public static final String STANDARD = "std";

    /** How a variant differs from the standard. */
    public enum Kind {
        BASE,
        /** All published fields are equal; only the source's fingerprint differs. */
        NONE_VISIBLE,
        ORDER_ONLY,
        CONTENT,
        /** Nobody has read it: never treat it as a difference of rules. */
        UNKNOWN,
        SYNTHETIC
    }

    public boolean isStandard() {
        return key.equals(STANDARD);
    }

    /** Whether there is a text of its own to publish. */
    public boolean isRead() {
        return kind != Kind.UNKNOWN;
    }
}
