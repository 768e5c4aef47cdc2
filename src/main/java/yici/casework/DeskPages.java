package yici.casework;

import static yici.identity.Thing.Trait.BODY;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.jurisdiction.Bodies;
import yici.kit.Page;
import yici.kit.View;

/** /desk: the cases of my bodies. */
@Controller
class DeskPages {

    private final Policy policy;
    private final Inbox inbox;
    private final DeskItems deskItems;
    private final Bodies bodies;
    private final Objections objections;
    private final Clocks clocks;

    DeskPages(Policy policy, Inbox inbox, DeskItems deskItems, Bodies bodies, Objections objections, Clocks clocks) {
        this.policy = policy;
        this.inbox = inbox;
        this.deskItems = deskItems;
        this.bodies = bodies;
        this.objections = objections;
        this.clocks = clocks;
    }

    @GetMapping("/desk")
    Page desk(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "accept") String pile,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String watch,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        policy.check(me, Deed.HANDLE_CASE);
        var mine = policy.reach(me, Deed.HANDLE_CASE).each(BODY);
        var shown = pile(pile);
        var place = Inbox.Place.read(after);
        var watched = Watched.read(watch);
        var listing = q.isBlank()
                ? pile(mine, shown, watched, Optional.of(item).filter(i -> !i.isEmpty()), place)
                : new Inbox.Listing(found(mine, q.strip()), Optional.empty());
        var desk = new Desk(
                view,
                clocks,
                mine.stream().map(id -> bodies.get(id).name()).toList(),
                policy.allows(me, Deed.DECIDE_GUARDIANSHIP),
                shown,
                inbox.counts(mine),
                q.strip(),
                deskItems.of(mine),
                item,
                watched,
                q.isBlank() && place.equals(Inbox.Place.FIRST) ? objections.onDesk(mine) : List.of(),
                listing.lines(),
                place.equals(Inbox.Place.FIRST),
                listing.next().map(n -> next(shown, item, watched, n)).orElse(""));
        return Page.of(out -> JtedeskGenerated.render(out, Page.PLAIN, view, desk));
    }

    private Inbox.Listing pile(
            List<String> mine, Inbox.Pile pile, Optional<Watched> watched, Optional<String> item, Inbox.Place after) {
        return watched.map(w -> inbox.watched(mine, pile, w, clocks.today(), item, after))
                .orElseGet(() -> inbox.list(mine, pile, item, after));
    }

    /** What looks like a number is one; else it is the beginning of a name. */
    private List<Inbox.Line> found(List<String> mine, String text) {
        return text.matches("[0-9-]{6,}") ? inbox.byNumber(mine, text) : inbox.byApplicant(mine, text);
    }

    private static String next(Inbox.Pile pile, String item, Optional<Watched> watched, Inbox.Place place) {
        var parameters = new HashMap<String, String>();
        parameters.put("pile", pile.name().toLowerCase(java.util.Locale.ROOT));
        parameters.put("item", item);
        parameters.put("watch", watched.map(Watched::key).orElse(""));
        parameters.put("after", place.text());
        return Desk.address(parameters);
    }

    private static Inbox.Pile pile(String name) {
        return Arrays.stream(Inbox.Pile.values())
                .filter(p -> p.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Inbox.Pile.ACCEPT);
    }
}
