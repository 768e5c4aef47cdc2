package yici.publication;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What a list of a form offers: value to words, in their order. */
final class Choices {

    private Choices() {}

    static <T> Map<String, String> of(Collection<T> things, Function<T, String> value, Function<T, String> words) {
        var choices = new LinkedHashMap<String, String>();
        things.forEach(thing -> choices.put(value.apply(thing), words.apply(thing)));
        return choices;
    }
}
