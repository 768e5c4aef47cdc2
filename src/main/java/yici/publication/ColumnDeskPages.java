package yici.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** /admin/columns: the columns of one's areas. */
@Controller
class ColumnDeskPages {

    private static final String HOME = "/admin/columns";

    /**
     * @param reviews of each area where this person says how many there are
     * @param keeps whether this person opens and changes columns
     */
    record Desk(Map<Area, List<Column>> byArea, Map<Area, Integer> reviews, boolean keeps, String done) {}

    /** @param key of the column that stands; empty for one that is opened */
    record Sheet(
            String key, List<Area> areas, List<Kinds.Kind> kinds, KeepColumn.Typed typed, Map<String, String> flaws)
            implements Form {

        boolean isNew() {
            return key.isEmpty();
        }

        Map<String, String> areaChoices(View view) {
            return Choices.of(areas, Area::code, area -> view.t(area.name()));
        }

        Map<String, String> kindChoices(View view) {
            var choices = new LinkedHashMap<String, String>();
            choices.put("", view.t("publication.column.rule.none"));
            choices.putAll(Choices.of(kinds, Kinds.Kind::key, kind -> view.t(kind.name())));
            return choices;
        }

        Map<String, String> templateChoices(View view) {
            return Choices.of(
                    List.of(Column.Template.values()),
                    Column.Template::name,
                    one -> view.t("publication.template." + one.name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    private final KeepColumn keepColumn;
    private final ListWorks list;
    private final Steps steps;
    private final Kinds kinds;
    private final Areas areas;
    private final Policy policy;

    ColumnDeskPages(KeepColumn keepColumn, ListWorks list, Steps steps, Kinds kinds, Areas areas, Policy policy) {
        this.keepColumn = keepColumn;
        this.list = list;
        this.steps = steps;
        this.kinds = kinds;
        this.areas = areas;
        this.policy = policy;
    }

    @GetMapping(HOME)
    Page desk(View view, SignedIn me, @RequestParam(defaultValue = "") String done) {
        mustKeep(me);
        var byArea = new LinkedHashMap<Area, List<Column>>();
        for (var column : list.allColumns())
            if (policy.allows(me, Deed.REVIEW_WORK, Thing.in(column.area()))
                    || policy.allows(me, Deed.KEEP_SITE, Thing.in(column.area())))
                byArea.computeIfAbsent(areas.get(column.area()), _ -> new java.util.ArrayList<>())
                        .add(column);
        var reviews = new LinkedHashMap<Area, Integer>();
        for (var area : byArea.keySet())
            if (policy.allows(me, Deed.KEEP_SITE, Thing.in(area.code())))
                reviews.put(area, steps.reviewsNeeded(area.code()));
        var desk = new Desk(
                byArea,
                reviews,
                policy.allows(me, Deed.REVIEW_WORK),
                List.of("kept", "planned", "reviews").contains(done) ? done : "");
        return Page.of(out -> JtecolumndeskGenerated.render(out, Page.PLAIN, view, desk));
    }

    @PostMapping(HOME)
    Page plan(SignedIn me, @RequestParam String area, @RequestParam(defaultValue = "") String reviews) {
        boolean done = keepColumn.plan(me, areas.get(area).code(), reviews);
        return Page.goTo(HOME + "?done=" + (done ? "planned" : "reviews"));
    }

    @GetMapping(HOME + "/new")
    Page open(View view, SignedIn me) {
        policy.check(me, Deed.REVIEW_WORK);
        var typed = new KeepColumn.Typed(
                "",
                mine(me).getFirst().code(),
                Map.of(),
                Map.of(),
                "",
                "30",
                "",
                "",
                "",
                Column.Template.LIST.name(),
                "0");
        return show(200, view, me, "", typed, Map.of());
    }

    @PostMapping(HOME + "/new")
    Page open(View view, SignedIn me, @RequestParam Map<String, String> sent) {
        var typed = typed(sent);
        return after(view, me, "", typed, keepColumn.open(me, typed));
    }

    @GetMapping(HOME + "/{key}")
    Page one(View view, SignedIn me, @PathVariable String key) {
        var column = list.column(key).orElseThrow(() -> new NotFound("column " + key));
        policy.check(me, Deed.REVIEW_WORK, Thing.in(column.area()));
        var typed = new KeepColumn.Typed(
                key,
                column.area(),
                byCode(column.name()),
                byCode(column.description()),
                column.curator(),
                String.valueOf(column.freshnessDays()),
                column.counterpart(),
                column.rule().kind(),
                column.rule().topic(),
                column.template().name(),
                String.valueOf(column.position()));
        return show(200, view, me, key, typed, Map.of());
    }

    @PostMapping(HOME + "/{key}")
    Page change(View view, SignedIn me, @PathVariable String key, @RequestParam Map<String, String> sent) {
        var typed = typed(sent);
        return after(view, me, key, typed, keepColumn.change(me, key, typed));
    }

    private Page after(View view, SignedIn me, String key, KeepColumn.Typed typed, KeepColumn.Kept kept) {
        return switch (kept) {
            case KeepColumn.Kept.Done _ -> Page.goTo(HOME + "?done=kept");
            case KeepColumn.Kept.Flawed(var flaws) -> show(422, view, me, key, typed, flaws);
        };
    }

    private Page show(
            int status, View view, SignedIn me, String key, KeepColumn.Typed typed, Map<String, String> flaws) {
        var sheet = new Sheet(key, mine(me), kinds.all(), typed, flaws);
        return Page.of(status, out -> JtecolumnsheetGenerated.render(out, Page.PLAIN, view, sheet));
    }

    /** Reviewers keep the columns, administrators say how many reviews there are. */
    private void mustKeep(SignedIn me) {
        if (!policy.allows(me, Deed.KEEP_SITE)) policy.check(me, Deed.REVIEW_WORK);
    }

    private List<Area> mine(SignedIn me) {
        return areas.all().stream()
                .filter(area -> policy.allows(me, Deed.REVIEW_WORK, Thing.in(area.code())))
                .toList();
    }

    private static Map<String, String> byCode(Translated text) {
        var byCode = new LinkedHashMap<String, String>();
        text.texts().forEach((language, words) -> byCode.put(language.code(), words));
        return byCode;
    }

    private static KeepColumn.Typed typed(Map<String, String> sent) {
        var names = new LinkedHashMap<String, String>();
        var descriptions = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            names.put(language.code(), sent.getOrDefault("name-" + language.code(), ""));
            descriptions.put(language.code(), sent.getOrDefault("description-" + language.code(), ""));
        }
        return new KeepColumn.Typed(
                sent.getOrDefault("key", ""),
                sent.getOrDefault("area", ""),
                names,
                descriptions,
                sent.getOrDefault("curator", ""),
                sent.getOrDefault("freshness", ""),
                sent.getOrDefault("counterpart", ""),
                sent.getOrDefault("ruleKind", ""),
                sent.getOrDefault("ruleTopic", ""),
                sent.getOrDefault("template", ""),
                sent.getOrDefault("position", "0"));
    }
}
