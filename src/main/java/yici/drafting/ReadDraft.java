package yici.drafting;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import yici.catalogue.AreaVariants;
import yici.catalogue.Change;
import yici.catalogue.ChangeWords;
import yici.catalogue.Changes;
import yici.catalogue.Guide;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.kit.NotFound;
import yici.kit.Translated;
import yici.kit.View;
import yici.linter.Finding;
import yici.linter.Lint;

/** A draft as its pages show it. */
@Component
class ReadDraft {

    /** As long as somebody who opened it is taken to look at it. */
    private static final Duration LOOKS = Duration.ofMinutes(5);

    /** A page that asks again by itself is closed when it stops asking. */
    private static final Duration POLLED = Duration.ofMinutes(1);

    private final GuideDrafts drafts;
    private final DraftHand hand;
    private final AreaVariants variants;
    private final Lint lint;
    private final Areas areas;
    private final Policy policy;
    private final StuckAreas stuckAreas;
    private final Bodies bodies;
    private final Rehearsed rehearsed;

    ReadDraft(
            GuideDrafts drafts,
            DraftHand hand,
            AreaVariants variants,
            Lint lint,
            Areas areas,
            Policy policy,
            StuckAreas stuckAreas,
            Bodies bodies,
            Rehearsed rehearsed) {
        this.drafts = drafts;
        this.hand = hand;
        this.variants = variants;
        this.lint = lint;
        this.areas = areas;
        this.policy = policy;
        this.stuckAreas = stuckAreas;
        this.bodies = bodies;
        this.rehearsed = rehearsed;
    }

    /** @throws NotFound for a draft of an area this person does not govern */
    DraftView read(View view, SignedIn me, UUID id) {
        var draft = drafts.find(policy.reach(me, Deed.DRAFT_GUIDE), id).orElseThrow(() -> new NotFound("draft"));
        var sheet = hand.sheet(draft);
        if (!draft.state().isOver()) drafts.isOpenBy(id, me, hand.now().plus(LOOKS));
        return new DraftView(
                sheet,
                areas.get(draft.area()),
                name(sheet),
                drafts.othersWhoHaveItOpen(id, me, hand.now()),
                !hand.hasWritten(draft, me),
                hand.back(draft) > 0,
                ChangeWords.tell(view, sheet.own().orElse(sheet.base()), sheet.changes()),
                sheet.conflicts().stream().map(c -> told(view, sheet, c)).toList(),
                sheet.own().map(this::findings).orElseGet(List::of),
                findings(sheet.base()),
                stuck(sheet),
                rehearsed.latest(id),
                new DraftView.Answer(
                        "",
                        Map.of(),
                        List.of(),
                        hand.tangles(sheet).stream()
                                .<Wrong>map(Wrong.Tangle::of)
                                .toList()));
    }

    /** Asked again and again by an open page, and so in few words. */
    Beside beside(SignedIn me, UUID id, int seen) {
        var draft = drafts.find(policy.reach(me, Deed.DRAFT_GUIDE), id).orElseThrow(() -> new NotFound("draft"));
        if (!draft.state().isOver()) drafts.isOpenBy(id, me, hand.now().plus(POLLED));
        var moved = draft.version() > seen
                ? hand.lastStep(draft).filter(step -> !step.by().equals(me.person()))
                : Optional.<GuideDrafts.Step>empty();
        return new Beside(draft, seen, drafts.othersWhoHaveItOpen(id, me, hand.now()), moved);
    }

    private Translated name(Sheet sheet) {
        return variants.read(sheet.base()).name();
    }

    private List<Finding> findings(JsonNode text) {
        return lint.check(variants.read(text));
    }

    private DraftView.Told3 told(View view, Sheet sheet, Changes.Conflict conflict) {
        var change = conflict.change();
        var told = ChangeWords.tell(view, sheet.base(), List.of(change)).getFirst();
        return new DraftView.Told3(
                conflict,
                told.what(),
                told.was(),
                told.now(),
                conflict.stands()
                        .map(v -> ChangeWords.value(view, sheet.base(), change.path(), v))
                        .orElse(""),
                sheet.canKeepOurs(conflict));
    }

    /** Below the area of a draft, once it is published. */
    private List<StuckAreas.StuckArea> stuck(Sheet sheet) {
        var draft = sheet.draft();
        if (draft.state() != Draft.State.PUBLISHED) return List.of();
        return stuckAreas.below(draft.lifeEvent(), draft.area());
    }

    PartView part(View view, DraftView page, Fields.Part part) {
        var text = page.sheet().own().orElse(page.sheet().base());
        var guide = variants.read(text);
        var things = Fields.of(guide, part).stream()
                .map(group -> new PartView.Thing(
                        group.path().isEmpty() ? "" : ChangeWords.name(view, text, group.path()),
                        String.join("-", group.path()),
                        group.fields().stream()
                                .map(f -> row(view, page, text, f))
                                .toList(),
                        handles(view, guide, text, group.path())))
                .toList();
        // what does not hold together cannot be drawn; the page says what it is
        var graph = part == Fields.Part.GRAPH && page.tangles().isEmpty()
                ? Optional.of(GraphPart.of(view, guide, bodies))
                : Optional.<GraphPart>empty();
        return new PartView(page, part, things, graph);
    }

    private static List<PartView.Handle> handles(View view, Guide guide, JsonNode text, List<String> path) {
        if (!RemoveThing.isThing(path) || path.getFirst().equals("groups")) return List.of();
        var choices = guide.questions().stream()
                .filter(q -> path.equals(List.of("questions", q.key())))
                .flatMap(q -> q.choices().stream())
                .map(c -> List.of("questions", path.get(1), "choices", c.key()));
        return Stream.concat(Stream.of(path), choices)
                .map(p -> new PartView.Handle(ChangeWords.name(view, text, p), p))
                .toList();
    }

    private PartView.Row row(View view, DraftView page, JsonNode text, Field field) {
        var inherited = Changes.at(page.sheet().base(), field.path());
        var own = Changes.at(text, field.path());
        return new PartView.Row(
                field,
                label(view, text, field),
                inherited
                        .map(v -> ChangeWords.value(view, text, field.path(), v))
                        .orElse(""),
                own.map(v -> ChangeWords.value(view, text, field.path(), v)).orElse(""),
                !inherited.equals(own),
                reason(page, field),
                page.at(field.at()));
    }

    /** Of a choice its name is said with each of its fields: they stand in one list with those of the question. */
    private static String label(View view, JsonNode text, Field field) {
        int choices = field.path().indexOf("choices");
        if (choices < 0) return ChangeWords.field(view, field.path());
        var choice = ChangeWords.name(view, text, field.path().subList(0, choices + 2));
        return view.t("drafting.choice." + field.name(), choice);
    }

    private static String reason(DraftView page, Field field) {
        return page.sheet().changes().stream()
                .filter(change -> isAt(change, field))
                .map(Change::reason)
                .findFirst()
                .orElse("");
    }

    private static boolean isAt(Change change, Field field) {
        int common = Math.min(change.path().size(), field.path().size());
        return change.path().subList(0, common).equals(field.path().subList(0, common));
    }

    /** @throws NotFound for what is no field */
    FieldView field(View view, DraftView page, String at) {
        var text = page.sheet().own().orElseThrow(() -> new NotFound("a text in conflict"));
        var guide = variants.read(text);
        var field = Fields.find(guide, at).orElseThrow(() -> new NotFound("field " + at));
        var own = Changes.at(text, field.path());
        return new FieldView(
                page,
                field,
                ChangeWords.what(view, text, field.path()),
                Changes.at(page.sheet().base(), field.path())
                        .map(v -> ChangeWords.value(view, text, field.path(), v))
                        .orElse(""),
                own.map(v -> ChangeWords.value(view, text, field.path(), v)).orElse(""),
                field.typed(own, guide),
                reason(page, field),
                Optional.empty(),
                Optional.empty(),
                page.at(at),
                guide,
                Optional.empty(),
                Optional.empty());
    }
}
