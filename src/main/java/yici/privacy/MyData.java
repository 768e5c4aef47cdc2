package yici.privacy;

import java.util.List;
import java.util.Optional;

/**
 * What the page shows.
 *
 * @param typed what was just asked with a flaw; empty otherwise
 * @param done the number of the request just made; may be empty
 */
record MyData(List<Held> held, List<Request> requests, Optional<Typed> typed, String done) {

    /** @param key of its words; the number of records; the page that shows them */
    record Held(String key, long count, String page) {}

    record Typed(String kind, String words, String field, String problem) {}
}
