package yici.site;

import static yici.identity.Thing.Trait.AREA;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import yici.kit.Page;
import yici.kit.View;

/** /admin/site: the site of an area as those see it who keep it. */
@Controller
class SitePages {

    private static final String HOME = "/admin/site";

    /**
     * @param areas those whose sites this person keeps
     * @param contrast of the colour typed; empty where it is none
     * @param done whether it was just kept
     */
    record Edit(
            Site site,
            List<Area> areas,
            KeepSite.Typed typed,
            Map<String, String> flaws,
            boolean hosts,
            Optional<Double> contrast,
            boolean done) {}

    private final Sites sites;
    private final KnownSites known;
    private final KeepSite keepSite;
    private final AssembleFront assemble;
    private final Areas areas;
    private final Policy policy;

    SitePages(Sites sites, KnownSites known, KeepSite keepSite, AssembleFront assemble, Areas areas, Policy policy) {
        this.sites = sites;
        this.known = known;
        this.keepSite = keepSite;
        this.assemble = assemble;
        this.areas = areas;
        this.policy = policy;
    }

    @GetMapping(HOME)
    Page edit(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String done) {
        policy.check(me, Deed.KEEP_SITE);
        var area = of.isEmpty() ? mine(me).getFirst() : areas.get(of);
        policy.check(me, Deed.KEEP_SITE, Thing.in(area.code()));
        var typed = KeepSite.Typed.of(sites.of(area), sites.hosts(area.code()));
        return edit(200, view, me, area, typed, Map.of(), done.equals("kept"));
    }

    /** {@code look} shows the home page as typed and keeps nothing. */
    @PostMapping(HOME)
    Page keep(View view, SignedIn me, @RequestParam String of, @RequestParam Map<String, String> fields) {
        var area = areas.get(of);
        policy.check(me, Deed.KEEP_SITE, Thing.in(area.code()));
        var typed = new KeepSite.Typed(fields);
        if (fields.containsKey("look")) return look(view, keepSite.site(area, typed));

        return switch (keepSite.keep(me, area, typed, keepSite.mayNameHosts(me, areas.province()))) {
            case KeepSite.Kept.Done _ -> {
                known.lookAgain();
                yield Page.goTo(HOME + "?of=" + area.code() + "&done=kept");
            }
            case KeepSite.Kept.Flawed(var flaws) -> edit(422, view, me, area, typed, flaws, false);
        };
    }

    private Page look(View view, Site site) {
        var front = assemble.of(site, view.language());
        var on = view.on(KnownAreas.ownSite(site));
        return Page.of(out -> JtesitelookGenerated.render(out, Page.PLAIN, on, site, front));
    }

    private Page edit(
            int status,
            View view,
            SignedIn me,
            Area area,
            KeepSite.Typed typed,
            Map<String, String> flaws,
            boolean done) {
        var edit = new Edit(
                keepSite.site(area, typed),
                mine(me),
                typed,
                flaws,
                keepSite.mayNameHosts(me, areas.province()),
                AccentColour.of(typed.get("colour")).map(AccentColour::contrast),
                done);
        return Page.of(status, out -> JtesiteeditGenerated.render(out, Page.PLAIN, view, edit));
    }

    /** Governments only: zones and own-level counters have no site of their own. */
    private List<Area> mine(SignedIn me) {
        var reach = policy.reach(me, Deed.KEEP_SITE).each(AREA);
        return areas.all().stream()
                .filter(area -> reach.contains(area.code()))
                .filter(area -> area.level() != Area.Level.ZONE && area.level() != Area.Level.OWN_LEVEL)
                .toList();
    }
}
