package yici.site;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import yici.application.Drafts;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
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

    private final Areas areas;
    private final Sites sites;
    private final AssembleFront assemble;
    private final Drafts drafts;

    HomePages(Areas areas, Sites sites, AssembleFront assemble, Drafts drafts) {
        this.areas = areas;
        this.sites = sites;
        this.assemble = assemble;
        this.drafts = drafts;
    }

    /** The province's; under the host name of an area that area's. */
    @GetMapping("/")
    Page home(View view, Optional<SignedIn> me) {
        var site = view.site()
                .map(own -> sites.of(areas.get(own.area())))
                .orElseGet(() -> areas.all().isEmpty() ? Site.NOWHERE : sites.of(areas.province()));
        var front = assemble.of(site, view.language());
        var begun = me.filter(who -> who.kind() != SignedIn.Kind.STAFF)
                .map(who -> drafts.list(who))
                .orElse(List.of());
        return Page.of(out -> JtehomeGenerated.render(
                        out,
                        Page.PLAIN,
                        view,
                        site,
                        front,
                        begun.stream().limit(2).toList()))
                .keptUntil(AreaPages.TOPICS);
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
