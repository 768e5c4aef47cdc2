package yici.drafting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.catalogue.BeforePublishing.Objection;
import yici.catalogue.Catalogue;
import yici.catalogue.Listed;
import yici.drafting.ChangeField.Changed;
import yici.drafting.PublishDraft.Published;
import yici.drafting.SettleConflict.Settled;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Forbidden;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** /admin/drafts: what administrators change in life events, part by part and field by field, and what a second person confirms. */
@Controller
class GuideDraftPages {

    private static final String DRAFTS = "/admin/drafts";

    /** @param name of the life event */
    record Line(Draft draft, Area area, Translated name) {}

    private final Policy policy;
    private final AskedDraft asked;
    private final Catalogue catalogue;
    private final Areas areas;
    private final GuideDrafts drafts;
    private final ReadDraft readDraft;
    private final StartDraft startDraft;
    private final ChangeField changeField;
    private final SettleConflict settleConflict;
    private final MoveDraft moveDraft;
    private final PublishDraft publishDraft;
    private final StuckAreas stuckAreas;
    private final TryRule tryRule;
    private final KeepTyped keepTyped;

    GuideDraftPages(
            Policy policy,
            AskedDraft asked,
            Catalogue catalogue,
            Areas areas,
            GuideDrafts drafts,
            ReadDraft readDraft,
            StartDraft startDraft,
            ChangeField changeField,
            SettleConflict settleConflict,
            MoveDraft moveDraft,
            PublishDraft publishDraft,
            StuckAreas stuckAreas,
            TryRule tryRule,
            KeepTyped keepTyped) {
        this.policy = policy;
        this.asked = asked;
        this.catalogue = catalogue;
        this.areas = areas;
        this.drafts = drafts;
        this.readDraft = readDraft;
        this.startDraft = startDraft;
        this.changeField = changeField;
        this.settleConflict = settleConflict;
        this.moveDraft = moveDraft;
        this.publishDraft = publishDraft;
        this.stuckAreas = stuckAreas;
        this.tryRule = tryRule;
        this.keepTyped = keepTyped;
    }

    @GetMapping(DRAFTS)
    Page list(View view, SignedIn me) {
        policy.check(me, Deed.DRAFT_GUIDE);
        var mine = policy.reach(me, Deed.DRAFT_GUIDE);
        var events = catalogue.lifeEvents();
        var lines = drafts.list(mine).stream()
                .map(d -> new Line(d, areas.get(d.area()), name(events, d.lifeEvent())))
                .toList();
        var where = mine.each(Thing.Trait.AREA).stream().map(areas::get).toList();
        var stuck = stuckAreas.among(area -> mine.covers(Thing.in(area)));
        return Page.of(out -> JtedraftsGenerated.render(out, Page.PLAIN, view, lines, events, where, stuck));
    }

    private static Translated name(List<Listed> events, String code) {
        return events.stream()
                .filter(e -> e.code().equals(code))
                .map(Listed::name)
                .findFirst()
                .orElseGet(() -> Translated.zh(code));
    }

    @PostMapping(DRAFTS)
    Page start(
            SignedIn me, @RequestParam(defaultValue = "") String event, @RequestParam(defaultValue = "") String area) {
        return Page.goTo(startDraft.start(me, event, area).path());
    }

    @GetMapping(DRAFTS + "/{id}")
    Page draft(View view, SignedIn me, @PathVariable String id) {
        return show(200, view, read(view, me, id));
    }

    @GetMapping(DRAFTS + "/{id}/parts/{part}")
    Page part(View view, SignedIn me, @PathVariable String id, @PathVariable String part) {
        var page = read(view, me, id);
        var which = Fields.Part.of(part).orElseThrow(() -> new NotFound("part " + part));
        if (page.sheet().own().isEmpty()) return Page.goTo(page.draft().path());
        var shown = readDraft.part(view, page, which);
        return Page.of(out -> JtepartGenerated.render(out, Page.PLAIN, view, shown));
    }

    @GetMapping(DRAFTS + "/{id}/field")
    Page field(View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "") String at) {
        var shown = readDraft.field(view, read(view, me, id), at);
        return show(200, view, tryRule.show(view, shown.with(keepTyped.find(me, asked.of(me, id), shown.place()))));
    }

    @PostMapping(DRAFTS + "/{id}/field")
    Page change(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> typed) {
        return switch (changeField.change(me, asked.of(me, id), version, at, typed, reason)) {
            case Changed.Done _ -> {
                var shown = readDraft.field(view, read(view, me, id), at);
                keepTyped.forget(me, asked.of(me, id), shown.place());
                yield Page.goTo(
                        shown.back() + "#" + at.replaceFirst("/[^/]*$", "").replace('/', '-'));
            }
            case Changed.Flawed(var input, var wrong) ->
                notTaken(
                        422,
                        view,
                        me,
                        id,
                        at,
                        typed,
                        Optional.of(new FieldView.Flawed(input, wrong)),
                        Optional.empty());
            case Changed.Overtaken(var by) -> notTaken(409, view, me, id, at, typed, Optional.empty(), Optional.of(by));
            case Changed.Closed _ -> refused(409, view, me, id, MoveDraft.Flaw.CLOSED.words(), typed);
        };
    }

    private Page notTaken(
            int status,
            View view,
            SignedIn me,
            String id,
            String at,
            Map<String, String> typed,
            Optional<FieldView.Flawed> flawed,
            Optional<GuideDrafts.Step> overtaken) {
        var shown = readDraft.field(view, read(view, me, id), at).typed(typed, flawed, overtaken);
        return show(status, view, tryRule.show(view, shown));
    }

    /** What the rule says and comes to, without saving it. */
    @PostMapping(DRAFTS + "/{id}/field/try")
    Page tryRule(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        var shown = readDraft.field(view, read(view, me, id), at).typed(typed, Optional.empty(), Optional.empty());
        return show(200, view, tryRule.with(view, shown, request.getParameterMap()));
    }

    @PostMapping(DRAFTS + "/{id}/inherit")
    Page inherit(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "0") int version) {
        return switch (changeField.inherit(me, asked.of(me, id), version, at)) {
            case Changed.Done(var draft) -> Page.goTo(draft.path());
            case Changed.Overtaken _ -> refused(409, view, me, id, MoveDraft.Flaw.OVERTAKEN.words(), Map.of());
            case Changed.Flawed(var _, var wrong) ->
                show(422, view, read(view, me, id).saying(wrong));
            case Changed.Closed _ -> refused(409, view, me, id, MoveDraft.Flaw.CLOSED.words(), Map.of());
        };
    }

    @PostMapping(DRAFTS + "/{id}/conflict")
    Page conflict(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String take,
            @RequestParam(defaultValue = "0") int version) {
        return switch (settleConflict.settle(me, asked.of(me, id), version, at, take.equals("ours"))) {
            case Settled.Done(var draft) -> Page.goTo(draft.path());
            case Settled.Closed _ -> refused(409, view, me, id, MoveDraft.Flaw.OVERTAKEN.words(), Map.of());
        };
    }

    @PostMapping(DRAFTS + "/{id}/terms")
    Page terms(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String note) {
        return after(
                view,
                me,
                id,
                moveDraft.terms(me, asked.of(me, id), version, day(from), note),
                Map.of("from", from, "note", note));
    }

    @PostMapping(DRAFTS + "/{id}/undo")
    Page undo(View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "0") int version) {
        return after(view, me, id, moveDraft.undo(me, asked.of(me, id), version), Map.of());
    }

    @PostMapping(DRAFTS + "/{id}/send")
    Page send(View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "0") int version) {
        return after(view, me, id, moveDraft.send(me, asked.of(me, id), version), Map.of());
    }

    @PostMapping(DRAFTS + "/{id}/drop")
    Page drop(View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "0") int version) {
        return after(view, me, id, moveDraft.drop(me, asked.of(me, id), version), Map.of());
    }

    @PostMapping(DRAFTS + "/{id}/return")
    Page giveBack(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String said) {
        return after(view, me, id, moveDraft.giveBack(me, asked.of(me, id), version, said), Map.of("said", said));
    }

    @PostMapping(DRAFTS + "/{id}/publish")
    Page publish(View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "0") int version) {
        return switch (publishDraft.publish(me, asked.of(me, id), version)) {
            case Published.Done _ -> Page.goTo(DRAFTS + "/" + id);
            case Published.Refused(var objections) ->
                show(422, view, read(view, me, id).with("drafting.flaw.refused", Map.of(), objections));
            case Published.OwnWork _ -> refused(409, view, me, id, "drafting.flaw.own-work", Map.of());
            case Published.TooLate _ -> refused(409, view, me, id, "drafting.flaw.too-late", Map.of());
            case Published.Conflicting _ -> refused(409, view, me, id, MoveDraft.Flaw.CONFLICT.words(), Map.of());
            case Published.Unchanged _ -> refused(409, view, me, id, MoveDraft.Flaw.NOTHING_CHANGED.words(), Map.of());
            case Published.Closed _ -> refused(409, view, me, id, MoveDraft.Flaw.OVERTAKEN.words(), Map.of());
        };
    }

    private Page after(View view, SignedIn me, String id, Optional<MoveDraft.Flaw> flaw, Map<String, String> typed) {
        return flaw.map(f -> refused(f.isOfTheHour() ? 409 : 422, view, me, id, f.words(), typed))
                .orElseGet(() -> Page.goTo(DRAFTS + "/" + id));
    }

    private Page refused(int status, View view, SignedIn me, String id, String words, Map<String, String> typed) {
        return show(status, view, read(view, me, id).with(words, typed, List.<Objection>of()));
    }

    private DraftView read(View view, SignedIn me, String id) {
        return readDraft.read(view, me, asked.of(me, id));
    }

    private static Page show(int status, View view, DraftView page) {
        return Page.of(status, out -> JtedraftGenerated.render(out, Page.PLAIN, view, page));
    }

    private static Page show(int status, View view, FieldView page) {
        return Page.of(status, out -> JtefieldGenerated.render(out, Page.PLAIN, view, page));
    }

    /** @throws Forbidden for whoever administers nothing */
    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
