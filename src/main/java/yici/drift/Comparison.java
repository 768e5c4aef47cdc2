package yici.drift;

import java.util.List;

/**
 * A guide beside the standard.
 *
 * @param differences fields that differ once order and repetition are put aside
 * @param noise lists in which nothing else differs
 */
record Comparison(Verdict verdict, List<FieldDifference> differences, List<String> noise) {

    enum Verdict {
        /** Every published field is equal. */
        SAME,
        /** Lists stand in another order or name something twice; nothing else. */
        ORDER_ONLY,
        /** Names, contacts or explanations differ, the rules do not. */
        EDITORIAL,
        RULES,
        /** Nobody has read it: neither same nor different. */
        UNKNOWN;

        /** Whether a person meets the same rules; not said of what nobody has read. */
        boolean sharesRules() {
            return this == SAME || this == ORDER_ONLY || this == EDITORIAL;
        }
    }

    static final Comparison UNREAD = new Comparison(Verdict.UNKNOWN, List.of(), List.of());

    List<FieldDifference> rules() {
        return differences.stream().filter(FieldDifference::isRule).toList();
    }
}
