package yici.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was known before anything was asked, when the draft was begun.
 *
 * @param facts by element key
 * @param toCheck elements whose register was down: the person states them, the office checks them later
 * @param down the registers that were down, by name
 */
record Known(Map<String, Fact> facts, List<String> toCheck, List<String> down) {

    static final Known NOTHING = new Known(Map.of(), List.of(), List.of());

    enum From {
        ACCOUNT,
        REGISTER,
        /** Follows from an answer to a scenario question. */
        GUIDANCE,
        /** Not known: its register was down. */
        TO_CHECK
    }

    /** @param value canonical */
    record Fact(From source, String value) {}

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
            if (fact != null && fact.value().equals(value))
                source(fact.source()).ifPresent(s -> sources.put(element, s));
            else if (toCheck.contains(element)) sources.put(element, Application.Source.TO_CHECK);
        });
        return sources;
    }

    /** What follows from the person's own answer is the person's own statement. */
    private static Optional<Application.Source> source(From from) {
        return switch (from) {
            case ACCOUNT -> Optional.of(Application.Source.ACCOUNT);
            case REGISTER -> Optional.of(Application.Source.REGISTER);
            case TO_CHECK -> Optional.of(Application.Source.TO_CHECK);
            case GUIDANCE -> Optional.empty();
        };
    }
}
