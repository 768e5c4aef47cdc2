package yici.linter;

import java.util.List;
import yici.kit.Translated;

/**
 * What was looked at: a variant of a life event, or a service.
 *
 * @param variant empty for a service as the province has it; of what a body offers of it, that of its area
 */
record Text(Kind kind, String code, String variant) {

    enum Kind {
        LIFE_EVENT,
        SERVICE
    }

    /** @param body who leads there; empty where none decides */
    record Holder(String area, String body) {}

    /**
     * A text after a look at it.
     *
     * @param edition what was looked at, so that it is looked at again only when it is another; empty for what has no editions
     * @param department whose body leads
     * @param findings its own; those of the text it inherits from are counted only, for they are mended there
     * @param kept how many of the {@code rules} that look at such a text it keeps, whosever fault it is
     */
    record Looked(
            Text text,
            String edition,
            Translated name,
            String department,
            List<Holder> holders,
            int rules,
            int kept,
            int inherited,
            List<Finding> findings) {}
}
