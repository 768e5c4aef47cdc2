package yici.drafting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yici.catalogue.Guide;
import yici.form.DataElement;
import yici.kit.Translated;
import yici.kit.View;
import yici.linter.Finding;

/**
 * The page of one field.
 *
 * @param typed what its inputs hold
 * @param flawed which input, and why it was not taken
 * @param overtaken who saved since the page was opened
 * @param trial of a rule: what it says, and what it comes to with answers that were picked
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
        List<Finding> findings,
        Guide guide,
        Optional<RuleTrial> trial,
        Optional<KeepTyped.Kept> kept) {

    record Flawed(String input, Wrong wrong) {}

    FieldView typed(Map<String, String> entered, Optional<Flawed> wrong, Optional<GuideDrafts.Step> by) {
        return new FieldView(
                page,
                field,
                title,
                inherited,
                now,
                Map.copyOf(entered),
                entered.getOrDefault("reason", reason),
                wrong,
                by,
                findings,
                guide,
                trial,
                kept);
    }

    /** With what was typed here before and not saved. */
    FieldView with(Optional<KeepTyped.Kept> before) {
        if (before.isEmpty()) return this;
        var entered = before.get().typed();
        return new FieldView(
                page,
                field,
                title,
                inherited,
                now,
                entered,
                entered.getOrDefault("reason", ""),
                flawed,
                overtaken,
                findings,
                guide,
                trial,
                before);
    }

    /** Of the page, for what is typed on it. */
    String place() {
        return "field:" + field.at();
    }

    FieldView with(RuleTrial other) {
        return new FieldView(
                page,
                field,
                title,
                inherited,
                now,
                typed,
                reason,
                flawed,
                overtaken,
                findings,
                guide,
                Optional.of(other),
                kept);
    }

    String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    /** What is wrong with an input; empty when nothing is. */
    String error(View view, String input) {
        return flawed.filter(f -> f.input().equals(input))
                .map(f -> f.wrong().say(view))
                .orElse("");
    }

    /** What the members of a set, or what an effect is about, are called. */
    Translated named(String list, String key) {
        return switch (list) {
            case "evidence" -> guide.evidence(key).name();
            case "groups" -> guide.group(key).label();
            case "conditions" -> named(guide.conditions(), Guide.Condition::key, Guide.Condition::text, key);
            case "elements" -> named(guide.elements(), DataElement::key, DataElement::label, key);
            case "questions" -> named(guide.questions(), Guide.Question::key, Guide.Question::text, key);
            default -> guide.item(key).name();
        };
    }

    private static <T> Translated named(
            List<T> things, Function<T, String> key, Function<T, Translated> name, String wanted) {
        return things.stream()
                .filter(thing -> key.apply(thing).equals(wanted))
                .findFirst()
                .map(name)
                .orElseGet(() -> Translated.zh(wanted));
    }

    /** Of a set: in which list its members are. */
    String members() {
        return field.name().equals("passes") ? "elements" : "items";
    }

    String back() {
        return page.draft().path() + "/parts/" + Fields.part(field).key();
    }
}
