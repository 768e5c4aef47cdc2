package yici.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was known before anything was asked, when the draft was begun.
 *
 * @param facts by element key
 * @param toCheck elements whose register was down: the person states them, the office checks them later
 * @param down the registers that were down, by name
 */
record Known(Map<String, Fact> facts, List<String> toCheck, List<String> down) {

    static final Known NOTHING = new Known(Map.of(), List.of(), List.of());

    /** @param value canonical */
    record Fact(Application.Source source, String value) {}

    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        facts.forEach((element, fact) -> values.put(element, fact.value()));
        return values;
    }

    /** Where the final answers came from; a fact that the person changed is the person's own statement. */
    Map<String, Application.Source> sources(Map<String, String> answers) {
        var sources = new LinkedHashMap<String, Application.Source>();
        answers.forEach((element, value) -> {
            var fact = facts.get(element);
            if (fact != null && fact.value().equals(value)) sources.put(element, fact.source());
            else if (toCheck.contains(element)) sources.put(element, Application.Source.TO_CHECK);
        });
        return sources;
    }
}
