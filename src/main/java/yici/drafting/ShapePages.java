package yici.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.catalogue.AreaVariants;
import yici.catalogue.ChangeWords;
import yici.catalogue.Changes;
import yici.catalogue.Guide;
import yici.drafting.ChangeField.Changed;
import yici.identity.SignedIn;
import yici.jurisdiction.Bodies;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** /admin/drafts/ID/add, move, remove: things of a guide come, change places and go. */
@Controller
class ShapePages {

    private static final String DRAFT = "/admin/drafts/{id}";

    private final AskedDraft asked;
    private final ReadDraft readDraft;
    private final ReshapeGuide reshapeGuide;
    private final AreaVariants variants;
    private final Bodies bodies;
    private final KeepTyped keepTyped;

    ShapePages(
            AskedDraft asked,
            ReadDraft readDraft,
            ReshapeGuide reshapeGuide,
            AreaVariants variants,
            Bodies bodies,
            KeepTyped keepTyped) {
        this.asked = asked;
        this.readDraft = readDraft;
        this.reshapeGuide = reshapeGuide;
        this.variants = variants;
        this.bodies = bodies;
        this.keepTyped = keepTyped;
    }

    @GetMapping(DRAFT + "/add/{kind}")
    Page add(
            View view,
            SignedIn me,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String in) {
        return show(200, view, found(me, adding(view, me, id, kind(kind), in)));
    }

    @PostMapping(DRAFT + "/add/{kind}")
    Page add(
            View view,
            SignedIn me,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> typed) {
        var page = adding(view, me, id, kind(kind), in);
        var edit = new AddThing(
                kind(kind), in, typed, List.copyOf(page.departments().keySet()));
        return after(view, me, page, typed, reshapeGuide.reshape(me, asked.of(me, id), version, edit, reason));
    }

    private ShapeView adding(View view, SignedIn me, String id, AddThing.Kind kind, String in) {
        var page = readDraft.read(view, me, asked.of(me, id));
        var guide = guide(page);
        var question =
                guide.questions().stream().filter(q -> q.key().equals(in)).findFirst();
        if (question.isPresent() != (kind == AddThing.Kind.CHOICE)) throw new NotFound("question " + in);
        return new ShapeView(
                page,
                kind.key(),
                in,
                question.map(q -> view.t(q.text())).orElse(""),
                back(page, kind),
                guide,
                departments(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static String back(DraftView page, AddThing.Kind kind) {
        var part = switch (kind) {
            case ITEM, GROUP -> Fields.Part.GRAPH;
            case CONDITION -> Fields.Part.CONDITIONS;
            case QUESTION, CHOICE -> Fields.Part.QUESTIONS;
            case EVIDENCE -> Fields.Part.EVIDENCE;
            case ANSWER -> Fields.Part.ANSWERS;
        };
        return page.draft().path() + "/parts/" + part.key();
    }

    private Map<String, Translated> departments() {
        var names = new LinkedHashMap<String, Translated>();
        bodies.departments().stream()
                .filter(d -> !d.external())
                .forEach(d -> names.put(d.key(), bodies.departmentName(d.key())));
        return names;
    }

    @GetMapping(DRAFT + "/remove")
    Page remove(View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "") String at) {
        return show(200, view, found(me, removing(view, me, id, at)));
    }

    @PostMapping(DRAFT + "/remove")
    Page remove(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> typed) {
        var page = removing(view, me, id, at);
        var edit = new RemoveThing(path(at));
        return after(view, me, page, typed, reshapeGuide.reshape(me, asked.of(me, id), version, edit, reason));
    }

    private ShapeView removing(View view, SignedIn me, String id, String at) {
        var page = readDraft.read(view, me, asked.of(me, id));
        var path = path(at);
        var text = page.sheet().own().orElseThrow(() -> new NotFound("a text in conflict"));
        if (!RemoveThing.isThing(path) || Changes.at(text, path).isEmpty()) throw new NotFound("thing " + at);
        return new ShapeView(
                page,
                "remove",
                at,
                ChangeWords.name(view, text, path),
                page.draft().path() + "/parts/" + Fields.partOf(path).key(),
                guide(page),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Undone by a step the other way, so it asks for no reason of its own where one was given for the order before. */
    @PostMapping(DRAFT + "/move")
    Page move(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "0") int version) {
        var page = removing(view, me, id, at);
        var edit = new MoveThing(path(at), to.equals("up"));
        var reason = view.words().say(yici.kit.Language.ZH, "drafting.move.reason");
        return switch (reshapeGuide.reshape(me, asked.of(me, id), version, edit, reason)) {
            case Changed.Done _ -> Page.goTo(page.back() + "#" + at.replace('/', '-'));
            case Changed.Flawed _, Changed.Overtaken _, Changed.Closed _ ->
                draftPage(view, page.page().with(MoveDraft.Flaw.OVERTAKEN.words(), Map.of(), List.of()));
        };
    }

    @GetMapping(DRAFT + "/edge")
    Page edge(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam Optional<Integer> number) {
        return showEdge(200, view, found(me, joining(view, me, id, item, number)));
    }

    @PostMapping(DRAFT + "/edge")
    Page edge(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam Optional<Integer> number,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> typed) {
        var page = joining(view, me, id, item, number);
        var edit = new JoinItems(item, number, typed);
        return switch (reshapeGuide.reshape(me, asked.of(me, id), version, edit, reason)) {
            case Changed.Done(var draft) -> {
                keepTyped.forget(me, draft.id(), page.place());
                yield Page.goTo(page.back() + "#draft-graph");
            }
            case Changed.Flawed(var input, var wrong) -> {
                var flawed = new FieldView.Flawed(input.equals("tangle") ? "before" : input, wrong);
                yield showEdge(422, view, page.with(typed, Optional.of(flawed), Optional.empty()));
            }
            case Changed.Overtaken(var by) -> showEdge(409, view, page.with(typed, Optional.empty(), Optional.of(by)));
            case Changed.Closed _ -> draftPage(view, page.page().with(MoveDraft.Flaw.CLOSED.words(), typed, List.of()));
        };
    }

    private ShapeView joining(View view, SignedIn me, String id, String key, Optional<Integer> number) {
        var page = readDraft.read(view, me, asked.of(me, id));
        var guide = guide(page);
        var item = guide.items().stream()
                .filter(i -> i.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("item " + key));
        var typed = new LinkedHashMap<String, String>();
        number.ifPresent(n -> {
            if (n < 0 || n >= item.prerequisites().size()) throw new NotFound("edge " + n);
            var edge = item.prerequisites().get(n);
            typed.put("number", String.valueOf(n));
            edge.item().ifPresent(i -> typed.put("before", "items/" + i));
            edge.group().ifPresent(g -> typed.put("before", "groups/" + g));
            if (edge.onlyIfIncluded()) typed.put("onlyIf", "on");
            var elements = JoinItems.elements(guide);
            edge.passes().forEach(e -> typed.put("member-" + elements.indexOf(e), "on"));
        });
        return new ShapeView(
                page,
                "edge",
                key,
                view.t(item.name()),
                page.draft().path() + "/parts/graph",
                guide,
                Map.of(),
                typed,
                Optional.empty(),
                Optional.empty());
    }

    private static Page showEdge(int status, View view, ShapeView page) {
        return Page.of(status, out -> JteedgeGenerated.render(out, Page.PLAIN, view, page));
    }

    private Page after(View view, SignedIn me, ShapeView page, Map<String, String> typed, Changed changed) {
        return switch (changed) {
            case Changed.Done(var draft) -> {
                keepTyped.forget(me, draft.id(), page.place());
                yield Page.goTo(page.back());
            }
            case Changed.Flawed(var input, var wrong) ->
                show(422, view, page.with(typed, Optional.of(new FieldView.Flawed(input, wrong)), Optional.empty()));
            case Changed.Overtaken(var by) -> show(409, view, page.with(typed, Optional.empty(), Optional.of(by)));
            case Changed.Closed _ -> draftPage(view, page.page().with(MoveDraft.Flaw.CLOSED.words(), typed, List.of()));
        };
    }

    private ShapeView found(SignedIn me, ShapeView page) {
        return page.with(keepTyped.find(me, page.page().draft().id(), page.place()));
    }

    private Guide guide(DraftView page) {
        return variants.read(page.sheet().own().orElseThrow(() -> new NotFound("a text in conflict")));
    }

    private static AddThing.Kind kind(String key) {
        return AddThing.Kind.of(key).orElseThrow(() -> new NotFound("kind " + key));
    }

    private static List<String> path(String at) {
        return at.startsWith("faq/") ? List.of("faq", at.substring(4)) : List.of(at.split("/"));
    }

    private static Page show(int status, View view, ShapeView page) {
        return Page.of(status, out -> JteshapeGenerated.render(out, Page.PLAIN, view, page));
    }

    private static Page draftPage(View view, DraftView page) {
        return Page.of(409, out -> JtedraftGenerated.render(out, Page.PLAIN, view, page));
    }
}
