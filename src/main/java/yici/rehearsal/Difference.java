package yici.rehearsal;

import java.util.Locale;

/**
 * One thing that would have been otherwise for one application.
 *
 * @param thing key of the question, field, document, service or condition
 * @param was office, limit or what was waited for; empty where the kind says it all
 */
record Difference(Kind kind, String thing, String was, String now) {

    /** In the order in which they are shown. */
    enum Kind {
        /** A condition that is not met, or a service that is ruled out. */
        REFUSED(Sort.REFUSED),
        NO_MORE_REFUSED(Sort.REFUSED),
        QUESTION(Sort.ASKED),
        NO_MORE_QUESTION(Sort.ASKED),
        EVIDENCE(Sort.ASKED),
        NO_MORE_EVIDENCE(Sort.ASKED),
        FIELD(Sort.ASKED),
        NO_MORE_FIELD(Sort.ASKED),
        SERVICE(Sort.ROUTED),
        NO_MORE_SERVICE(Sort.ROUTED),
        OFFICE(Sort.ROUTED),
        WAITS_FOR(Sort.ROUTED),
        LIMIT(Sort.TIMED);

        private final Sort sort;

        Kind(Sort sort) {
            this.sort = sort;
        }

        Sort sort() {
            return sort;
        }

        String words() {
            return "rehearsal.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    enum Sort {
        REFUSED,
        ASKED,
        ROUTED,
        TIMED;

        String words() {
            return "rehearsal.sort." + name().toLowerCase(Locale.ROOT);
        }
    }

    static Difference of(Kind kind, String thing) {
        return new Difference(kind, thing, "", "");
    }
}
