package yici.site;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import yici.application.Drafts;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Listed;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.kit.Page;
import yici.kit.View;

/** Where everybody comes in, and the pages that say what this site is. */
@Controller
class HomePages {

    /** How many sections each of the site's own texts has, in {@code messages/site_*}. */
    enum Text {
        ABOUT(4),
        ACCESSIBILITY(4),
        PRIVACY(5);

        final int sections;

        Text(int sections) {
            this.sections = sections;
        }

        String key() {
            return "site." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** All counted, none made up. */
    record Numbers(int lifeEvents, int services, int areas, int bodies) {}

    private final Catalogue catalogue;
    private final Areas areas;
    private final Bodies bodies;
    private final Drafts drafts;

    HomePages(Catalogue catalogue, Areas areas, Bodies bodies, Drafts drafts) {
        this.catalogue = catalogue;
        this.areas = areas;
        this.bodies = bodies;
        this.drafts = drafts;
    }

    @GetMapping("/")
    Page home(View view, Optional<SignedIn> me) {
        var events = catalogue.lifeEvents();
        var numbers = new Numbers(
                events.size(),
                events.stream().mapToInt(Listed::items).sum(),
                areas.all().size(),
                bodies.of(view.area().code()).size());
        var begun = me.filter(who -> who.kind() != SignedIn.Kind.STAFF)
                .map(who -> drafts.list(who))
                .orElse(List.of());
        return Page.of(out -> JtehomeGenerated.render(
                        out,
                        Page.PLAIN,
                        view,
                        begun.stream().limit(2).toList(),
                        of(Guide.Audience.PERSONAL, events),
                        of(Guide.Audience.LEGAL, events),
                        numbers))
                .keptUntil("catalogue", "works");
    }

    private static List<Listed> of(Guide.Audience audience, List<Listed> events) {
        return events.stream().filter(e -> e.audience() == audience).toList();
    }

    @GetMapping("/about")
    Page about(View view) {
        return text(view, Text.ABOUT);
    }

    @GetMapping("/accessibility")
    Page accessibility(View view) {
        return text(view, Text.ACCESSIBILITY);
    }

    @GetMapping("/privacy")
    Page privacy(View view) {
        return text(view, Text.PRIVACY);
    }

    private static Page text(View view, Text text) {
        return Page.of(out -> JtetextGenerated.render(out, Page.PLAIN, view, text))
                .keptUntil("site");
    }
}
