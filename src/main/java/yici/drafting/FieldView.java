package yici.drafting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.linter.Finding;

/**
 * The page of one field.
 *
 * @param typed what its inputs hold
 * @param flawed which input, and why it was not taken
 * @param overtaken who saved since the page was opened
 */
record FieldView(
        DraftView page,
        Field field,
        String title,
        String inherited,
        String now,
        Map<String, String> typed,
        String reason,
        Optional<Flawed> flawed,
        Optional<GuideDrafts.Step> overtaken,
        List<Finding> findings) {

    record Flawed(String input, Field.Flaw flaw) {}

    String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    /** Key of what is wrong with an input; empty when nothing is. */
    String error(String input) {
        return flawed.filter(f -> f.input().equals(input))
                .map(f -> f.flaw().words())
                .orElse("");
    }

    String back() {
        return page.draft().path() + "/parts/" + Fields.part(field).key();
    }
}
