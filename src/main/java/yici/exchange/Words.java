package yici.exchange;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import yici.catalogue.ChangeWords;
import yici.kit.View;

/** What an import has found, as people read it. */
final class Words {

    private static final int LONGEST = 300;

    private Words() {}

    /** The way to a field: words of the interface where there are some, keys and names where not. */
    static String where(View view, List<String> path) {
        return path.stream().map(step -> step(view, step)).collect(Collectors.joining(" › "));
    }

    private static String step(View view, String step) {
        if (!step.matches("[a-z][A-Za-z]{1,40}")) return step;
        var key = "catalogue.field." + step;
        var word = view.t(key);
        return word.equals(key) ? step : word;
    }

    static String value(View view, List<String> path, JsonNode value) {
        boolean readable = !value.isObject() || value.has("texts") || value.has("value") && value.has("unit");
        var text = readable && !value.isArray() ? ChangeWords.value(view, path.getLast(), value) : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** Which rule it is, and the way out. */
    static String rule(View view, Problem problem) {
        return view.t("exchange.rule." + problem.rule(), problem.detail(), problem.value());
    }
}
