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
        SERVICE,
        /** A service as one body offers it; its code is that of the service and that of the area. */
        OFFER
    }

    /** Its page. */
    public String href() {
        return switch (kind) {
            case LIFE_EVENT -> "/events/" + code;
            case SERVICE -> "/services/" + code;
            case OFFER -> "/services/" + code.replace("/", "/offers/");
        };
    }

    static Listed of(Guide guide) {
        return new Listed(
                Kind.LIFE_EVENT,
                guide.code(),
                guide.name(),
                guide.audience(),
                guide.lead(),
                guide.items().size(),
                guide.jointLimit().value(),
                guide.reform().after().map(Guide.Effort::visits).orElse(0));
    }
}
