package yici.catalogue;

import yici.kit.Translated;

/**
 * A line in a list of life events and services.
 *
 * @param kind life event (has a guide and can be applied for as one) or single service (has a page)
 * @param items how many services it joins; 1 for a single service
 */
public record Listed(
        Kind kind,
        String code,
        Translated name,
        Guide.Audience audience,
        String lead,
        int items,
        int promisedDays,
        int visits) {
    public enum Kind {
        LIFE_EVENT,
        SERVICE
    }

    /** Its page. */
    public String href() {
        return (kind == Kind.LIFE_EVENT ? "/events/" : "/services/") + code;
    }
}
