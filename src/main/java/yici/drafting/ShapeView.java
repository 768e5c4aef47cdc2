package yici.drafting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.catalogue.Guide;
import yici.kit.Translated;
import yici.kit.View;

/**
 * The page on which something is added to a guide, or taken away.
 *
 * @param what is done, as the words of the page know it
 * @param at what is taken away, or the question a choice is for; else empty
 * @param name of it; empty for something new
 * @param back where the page was opened from
 */
record ShapeView(
        DraftView page,
        String what,
        String at,
        String name,
        String back,
        Guide guide,
        Map<String, Translated> departments,
        Map<String, String> typed,
        Optional<FieldView.Flawed> flawed,
        Optional<GuideDrafts.Step> overtaken,
        Optional<KeepTyped.Kept> kept) {

    ShapeView(
            DraftView page,
            String what,
            String at,
            String name,
            String back,
            Guide guide,
            Map<String, Translated> departments,
            Map<String, String> typed,
            Optional<FieldView.Flawed> flawed,
            Optional<GuideDrafts.Step> overtaken) {
        this(page, what, at, name, back, guide, departments, typed, flawed, overtaken, Optional.empty());
    }

    /** With what was typed here before and not saved. */
    ShapeView with(Optional<KeepTyped.Kept> before) {
        return before.map(k -> new ShapeView(
                        page, what, at, name, back, guide, departments, k.typed(), flawed, overtaken, before))
                .orElse(this);
    }

    /** Of the page, for what is typed on it. */
    String place() {
        return what.equals("edge") ? "edge:" + at + ":" + typed("number") : what + ":" + at;
    }

    String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    String typed(String name, String otherwise) {
        return typed.getOrDefault(name, otherwise);
    }

    /** What is wrong with an input; empty when nothing is. */
    String error(View view, String input) {
        return flawed.filter(f -> f.input().equals(input))
                .map(f -> f.wrong().say(view))
                .orElse("");
    }

    boolean isOf(String... whats) {
        return List.of(whats).contains(what);
    }

    ShapeView with(Map<String, String> entered, Optional<FieldView.Flawed> wrong, Optional<GuideDrafts.Step> by) {
        return new ShapeView(page, what, at, name, back, guide, departments, Map.copyOf(entered), wrong, by);
    }
}
