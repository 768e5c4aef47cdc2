package yici.site;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import yici.catalogue.Catalogue;
import yici.catalogue.Listed;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Department;
import yici.jurisdiction.PublicBody;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** The areas of the province, and what each of them has: life events, public bodies, areas below. */
@Controller
class AreaPages {

    /** What home pages are kept until. */
    static final String[] TOPICS = {"catalogue", "works", "site"};

    private final Areas areas;
    private final Bodies bodies;
    private final Catalogue catalogue;
    private final Sites sites;
    private final AssembleFront assemble;

    AreaPages(Areas areas, Bodies bodies, Catalogue catalogue, Sites sites, AssembleFront assemble) {
        this.areas = areas;
        this.bodies = bodies;
        this.catalogue = catalogue;
        this.sites = sites;
        this.assemble = assemble;
    }

    /** A prefecture with its counties; zones and own-level counters are folded away. */
    record Branch(Area area, List<Area> counties, List<Area> zones) {}

    /** @param own codes of the life events of which this area has a version of its own */
    record AreaView(
            Area area,
            List<Area> path,
            List<Listed> lifeEvents,
            List<String> own,
            List<PublicBody> bodies,
            Map<String, Translated> departments,
            List<Area> below,
            List<Area> zones) {
        Translated department(PublicBody body) {
            return departments.getOrDefault(body.department(), body.name());
        }
    }

    /** @param to the page that is kept when an area is chosen; empty to look at the area itself */
    @GetMapping("/areas")
    Page all(View view, @RequestParam(defaultValue = "") String to) {
        String kept = isOurs(to) ? to : "";
        var branches = areas.children(areas.province().code()).stream()
                .filter(a -> a.level() == Area.Level.PREFECTURE)
                .map(a -> new Branch(a, below(a, Area.Level.COUNTY), below(a, Area.Level.ZONE)))
                .toList();
        return Page.of(out -> JteareasGenerated.render(out, Page.PLAIN, view, areas.province(), branches, kept));
    }

    /** A page of this site, without query. */
    private static boolean isOurs(String to) {
        return to.length() <= 200 && to.matches("/[A-Za-z0-9._~%/-]*") && !to.contains("//");
    }

    private List<Area> below(Area area, Area.Level... levels) {
        return areas.children(area.code()).stream()
                .filter(a -> Arrays.asList(levels).contains(a.level()))
                .toList();
    }

    @GetMapping("/areas/{code}")
    Page area(View view, @PathVariable String code) {
        var area = areas.find(code).orElseThrow(() -> new NotFound("area " + code));
        if (!area.code().equals(code)) return Page.goTo("/areas/" + area.code());
        if (area.level() == Area.Level.PREFECTURE || area.level() == Area.Level.COUNTY) return own(view, area);

        var page = new AreaView(
                area,
                areas.path(code),
                catalogue.lifeEvents(),
                catalogue.ownVariants(area),
                bodies.of(code),
                bodies.departments().stream().collect(toMap(Department::key, Department::label)),
                below(area, Area.Level.PREFECTURE, Area.Level.COUNTY),
                below(area, Area.Level.ZONE));
        return Page.of(out -> JteareaGenerated.render(out, Page.PLAIN, view, page));
    }

    /** A city's or a county's own site begins here. */
    private Page own(View view, Area area) {
        var site = sites.of(area);
        var front = assemble.of(site, view.language());
        var own = view.on(KnownAreas.ownSite(site));
        return Page.of(out -> JteareasiteGenerated.render(out, Page.PLAIN, own, site, front))
                .keptUntil(TOPICS);
    }

    /** The colour of a site as a style sheet; it follows from its address and never changes. */
    @GetMapping("/areas/colours/{colour}.css")
    ResponseEntity<String> colour(@PathVariable String colour) {
        var accent = AccentColour.of(colour)
                .filter(AccentColour::isReadable)
                .orElseThrow(() -> new NotFound("colour " + colour));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                .body(accent.css());
    }
}
