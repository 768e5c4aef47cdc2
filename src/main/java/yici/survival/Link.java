package yici.survival;

/** Where a link of a page leads, as the copy sees it. */
sealed interface Link {

    /** To another site, to a place on the same page, or to no page at all. */
    record Elsewhere() implements Link {}

    /** To something of this site that plain files cannot do: signing in, applying, choosing an area. */
    record LeftOut() implements Link {}

    record Inside(Place place, String fragment) implements Link {}
}
