package yici.publication;

import static yici.identity.Thing.Trait.AREA;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.PublicChanges;
import yici.kit.View;

/** /disclosure: what an area's government discloses of its own motion, by item and year; /admin/disclosure: what is due and what was late. */
@Controller
class DisclosurePages {

    private static final int SHOWN = 200;

    /** Of one year, by the day of publishing. */
    record Year(int records, int inTime) {
        Year with(boolean late) {
            return new Year(records + 1, inTime + (late ? 0 : 1));
        }
    }

    /** @param counts of published records, by item: index 0 is item 1 */
    record Catalogue(Area area, int[] counts, SortedMap<Integer, Year> years) {}

    record Item(Area area, int item, List<Disclosure.Record> records) {}

    /** @param left working days until it is due, negative when late */
    record Line(Disclosure.Record record, Area area, int left) {}

    /**
     * @param waiting records not published yet, the most urgent first
     * @param late published later than the law asks, the newest first
     * @param unexplained policies without an explainer, likewise
     */
    record Due(List<Line> waiting, List<Line> late, List<Line> unexplained) {}

    private final Disclosure disclosure;
    private final KeptWorks kept;
    private final Areas areas;
    private final Policy policy;
    private final AuditLog audit;
    private final PublicChanges changes;
    private final Clock clock;

    DisclosurePages(
            Disclosure disclosure,
            KeptWorks kept,
            Areas areas,
            Policy policy,
            AuditLog audit,
            PublicChanges changes,
            Clock clock) {
        this.disclosure = disclosure;
        this.kept = kept;
        this.areas = areas;
        this.policy = policy;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping("/disclosure")
    Page catalogue(View view) {
        var counts = new int[Disclosure.ITEMS];
        var years = new TreeMap<Integer, Year>(Comparator.reverseOrder());
        for (var record : published(view)) {
            counts[record.item() - 1]++;
            years.merge(
                    record.doneOn().orElseThrow().getYear(),
                    new Year(0, 0).with(record.isLate(disclosure.today())),
                    (one, other) -> new Year(one.records() + other.records(), one.inTime() + other.inTime()));
        }
        var catalogue = new Catalogue(area(view), counts, years);
        return Page.of(out -> JtedisclosureGenerated.render(out, Page.PLAIN, view, catalogue))
                .keptUntil(WorkPages.TOPIC);
    }

    @GetMapping("/disclosure/{item}")
    Page item(View view, @PathVariable String item) {
        if (!item.matches("[1-9]|1[0-5]")) throw new NotFound("item " + item);
        int number = Integer.parseInt(item);
        var records = published(view).stream()
                .filter(record -> record.item() == number)
                .limit(SHOWN)
                .toList();
        var shown = new Item(area(view), number, records);
        return Page.of(out -> JtedisclosureitemGenerated.render(out, Page.PLAIN, view, shown))
                .keptUntil(WorkPages.TOPIC);
    }

    @GetMapping("/admin/disclosure")
    Page due(View view, SignedIn me) {
        policy.check(me, Deed.WRITE_WORK);
        var mine = policy.reach(me, Deed.WRITE_WORK).each(AREA);
        var waiting = new ArrayList<Line>();
        var late = new ArrayList<Line>();
        for (var record : disclosure.records(mine, view.language())) {
            if (record.doneOn().isEmpty()) waiting.add(line(record));
            else if (record.isLate(disclosure.today())) late.add(line(record));
        }
        waiting.sort(Comparator.comparing(Line::record, Disclosure.MOST_URGENT));
        var unexplained = disclosure.policies(mine, view.language()).stream()
                .filter(record -> record.doneOn().isEmpty())
                .limit(SHOWN)
                .map(this::line)
                .toList();
        var shown = new Due(
                waiting.stream().limit(SHOWN).toList(),
                late.stream().limit(SHOWN).toList(),
                unexplained);
        return Page.of(out -> JtedisclosuredueGenerated.render(out, Page.PLAIN, view, shown));
    }

    /** @param item 1 to 15; 0: it is no record to be disclosed */
    @PostMapping("/admin/works/{slug}/disclosure")
    @Transactional
    public Page set(SignedIn me, @PathVariable String slug, @RequestParam String item) {
        var work = kept.find(slug).orElseThrow(() -> new NotFound("work " + slug));
        policy.check(me, Deed.WRITE_WORK, Thing.in(work.area()));
        if (!item.matches("\\d|1[0-5]")) throw new NotFound("item " + item);
        disclosure.set(work.id(), Integer.parseInt(item), me.personName());
        audit.record(me.did(PublicationAct.CLASSED, "work:" + work.id(), item, clock.instant()));
        changes.tell(WorkPages.TOPIC);
        return Page.goTo("/admin/works/" + slug + "?done=classed");
    }

    private List<Disclosure.Record> published(View view) {
        return disclosure.records(List.of(area(view).code()), view.language()).stream()
                .filter(record -> record.doneOn().isPresent())
                .toList();
    }

    private Area area(View view) {
        return areas.get(view.area().code());
    }

    private Line line(Disclosure.Record record) {
        return new Line(record, areas.get(record.area()), disclosure.left(record));
    }
}
