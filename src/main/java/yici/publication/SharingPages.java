package yici.publication;

import static yici.identity.Thing.Trait.AREA;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Language;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** /admin/sharing: what an area offers, takes, and takes by rule. */
@Controller
class SharingPages {

    private static final String HOME = "/admin/sharing";

    private static final int OWN = 60;

    /**
     * @param mine areas this person writes for
     * @param line those above and below
     * @param own what may be offered
     * @param columns of the areas of the line
     */
    record Sharing(
            Area area,
            List<Area> mine,
            List<Area> line,
            List<ShareWorks.Offered> offered,
            List<ShareWorks.Rule> rules,
            List<Line> own,
            List<Kinds.Kind> kinds,
            List<Column> columns,
            Map<String, Translated> names,
            String done) {

        List<ShareWorks.Offered> toUs() {
            return offered.stream().filter(one -> one.to().equals(area.code())).toList();
        }

        List<ShareWorks.Offered> byUs() {
            return offered.stream().filter(one -> !one.to().equals(area.code())).toList();
        }

        Translated name(String code) {
            return names.getOrDefault(code, Translated.zh(code));
        }

        Translated kind(String key) {
            return kinds.stream()
                    .filter(kind -> kind.key().equals(key))
                    .map(Kinds.Kind::name)
                    .findFirst()
                    .orElse(Translated.zh(key));
        }

        Translated column(String key) {
            return columns.stream()
                    .filter(column -> column.key().equals(key))
                    .map(Column::name)
                    .findFirst()
                    .orElse(Translated.zh(key));
        }
    }

    private final ShareWorks share;
    private final ListWorks list;
    private final Kinds kinds;
    private final Areas areas;
    private final Policy policy;

    SharingPages(ShareWorks share, ListWorks list, Kinds kinds, Areas areas, Policy policy) {
        this.share = share;
        this.list = list;
        this.kinds = kinds;
        this.areas = areas;
        this.policy = policy;
    }

    @GetMapping(HOME)
    Page sharing(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String done) {
        policy.check(me, Deed.WRITE_WORK);
        var mine = mine(me);
        var area = of.isEmpty() ? mine.getFirst() : areas.get(of);
        policy.check(me, Deed.WRITE_WORK, Thing.in(area.code()));
        var line = share.line(area);
        var codes = line.stream().map(Area::code).toList();
        var sharing = new Sharing(
                area,
                mine,
                line,
                share.offered(area.code()),
                share.rules(area.code()),
                list.newest(area.code(), Language.ZH, OWN),
                kinds.all(),
                list.columns().stream().filter(c -> codes.contains(c.area())).toList(),
                areas.all().stream().collect(Collectors.toMap(Area::code, Area::name)),
                List.of("done", "line", "nothing").contains(done) ? done : "");
        return Page.of(out -> JtesharingGenerated.render(out, Page.PLAIN, view, sharing));
    }

    @PostMapping(HOME)
    Page share(
            SignedIn me,
            @RequestParam String of,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String work,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String column) {
        var rule = new ShareWorks.Rule(of, with, kind, column);
        var shared = switch (act) {
            case "offer" -> share.offer(me, work, with);
            case "take" -> share.take(me, work, of);
            case "give-back" -> share.giveBack(me, work, of);
            case "rule" -> share.set(me, rule);
            case "end" -> share.end(me, rule);
            default -> new ShareWorks.Shared.NothingToShare();
        };
        var area = areas.get(of).code();
        return Page.goTo(HOME + "?of=" + area + "&done=" + word(shared));
    }

    private static String word(ShareWorks.Shared shared) {
        return switch (shared) {
            case ShareWorks.Shared.Done() -> "done";
            case ShareWorks.Shared.NotOfOneLine() -> "line";
            case ShareWorks.Shared.NothingToShare() -> "nothing";
        };
    }

    private List<Area> mine(SignedIn me) {
        var reach = policy.reach(me, Deed.WRITE_WORK).each(AREA);
        return areas.all().stream()
                .filter(area -> reach.contains(area.code()))
                .filter(area -> area.level() != Area.Level.ZONE && area.level() != Area.Level.OWN_LEVEL)
                .toList();
    }
}
