package yici.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.catalogue.AreaVariants;
import yici.drafting.ChangeField.Changed;
import yici.form.DataElement;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /admin/drafts/ID/elements: questions of the form come from the dictionary; what nobody asks yet comes with a reason. */
@Controller
class ElementPages {

    private static final String ELEMENTS = "/admin/drafts/{id}/elements";

    /** @param alike what may mean the same as what was typed */
    record NewElement(ShapeView shape, Optional<Dictionary.Entry> use, List<Dictionary.Alike> alike) {}

    private final AskedDraft asked;
    private final ReadDraft readDraft;
    private final ReshapeGuide reshapeGuide;
    private final AreaVariants variants;
    private final Dictionary dictionary;
    private final KeepTyped keepTyped;

    ElementPages(
            AskedDraft asked,
            ReadDraft readDraft,
            ReshapeGuide reshapeGuide,
            AreaVariants variants,
            Dictionary dictionary,
            KeepTyped keepTyped) {
        this.asked = asked;
        this.readDraft = readDraft;
        this.reshapeGuide = reshapeGuide;
        this.variants = variants;
        this.dictionary = dictionary;
        this.keepTyped = keepTyped;
    }

    @GetMapping(ELEMENTS)
    Page search(View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "") String q) {
        var shape = shape(view, me, id, Map.of("q", q));
        var there = shape.guide().elements().stream().map(DataElement::key).collect(Collectors.toSet());
        var found = dictionary.search(q).stream()
                .filter(entry -> !there.contains(entry.element().key()))
                .toList();
        return Page.of(out -> JteelementsGenerated.render(out, Page.PLAIN, view, shape, found));
    }

    @GetMapping(ELEMENTS + "/new")
    Page add(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String zh) {
        var page = shape(view, me, id, Map.of("zh", zh));
        var kept = use.isEmpty() ? page.with(keepTyped.find(me, asked.of(me, id), page.place())) : page;
        return show(200, view, new NewElement(kept, known(use), List.of()));
    }

    @PostMapping(ELEMENTS + "/new")
    Page add(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> typed) {
        var known = known(use);
        var alike = known.isPresent() ? List.<Dictionary.Alike>of() : alike(typed);
        var edit = new AddElement(known.map(Dictionary.Entry::element), typed, alike, taken());
        var page = shape(view, me, id, typed);
        return switch (reshapeGuide.reshape(me, asked.of(me, id), version, edit, reason)) {
            case Changed.Done(var draft) -> {
                keepTyped.forget(me, draft.id(), page.place());
                yield Page.goTo(page.back());
            }
            case Changed.Flawed(var input, var wrong) -> {
                var flawed = page.with(typed, Optional.of(new FieldView.Flawed(input, wrong)), Optional.empty());
                yield show(422, view, new NewElement(flawed, known, alike));
            }
            case Changed.Overtaken(var by) ->
                show(409, view, new NewElement(page.with(typed, Optional.empty(), Optional.of(by)), known, alike));
            case Changed.Closed _ ->
                Page.of(
                        409,
                        out -> JtedraftGenerated.render(
                                out,
                                Page.PLAIN,
                                view,
                                page.page().with(MoveDraft.Flaw.CLOSED.words(), typed, List.of())));
        };
    }

    private List<Dictionary.Alike> alike(Map<String, String> typed) {
        var type = typed.getOrDefault("type", "");
        return java.util.Arrays.stream(DataElement.Type.values())
                .filter(t -> t.name().equals(type))
                .findFirst()
                .map(t -> dictionary.alike(typed.getOrDefault("zh", ""), t))
                .orElseGet(List::of);
    }

    private Map<String, String> taken() {
        var taken = new LinkedHashMap<String, String>();
        dictionary
                .all()
                .forEach(entry -> taken.putIfAbsent(
                        entry.element().key(), entry.element().label().zh()));
        return taken;
    }

    private Optional<Dictionary.Entry> known(String use) {
        if (use.isEmpty()) return Optional.empty();
        return Optional.of(dictionary.find(use).orElseThrow(() -> new NotFound("element " + use)));
    }

    private ShapeView shape(View view, SignedIn me, String id, Map<String, String> typed) {
        var page = readDraft.read(view, me, asked.of(me, id));
        var text = page.sheet().own().orElseThrow(() -> new NotFound("a text in conflict"));
        return new ShapeView(
                page,
                "element",
                "",
                "",
                page.draft().path() + "/parts/form",
                variants.read(text),
                Map.of(),
                typed,
                Optional.empty(),
                Optional.empty());
    }

    private static Page show(int status, View view, NewElement page) {
        return Page.of(status, out -> JteelementGenerated.render(out, Page.PLAIN, view, page));
    }
}
