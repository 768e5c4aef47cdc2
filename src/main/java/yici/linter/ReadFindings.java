package yici.linter;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.catalogue.Catalogue;
import yici.catalogue.FieldWords;
import yici.catalogue.ServiceOffer;
import yici.catalogue.ServiceOffers;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.NotFound;
import yici.kit.Translated;
import yici.linter.WorkList.Entry;
import yici.linter.WorkList.Filter;
import yici.linter.WorkList.Place;
import yici.linter.WorkList.Score;

/** What is wrong in the areas a person governs, with the names that belong to it. */
@Component
class ReadFindings {

    private static final int CHOICES = 1000;
    private static final int SCORED = 10;
    private static final int HOLDERS = 30;

    record Line(Entry entry, List<FieldWords.Part> field, Translated area) {}

    record ScoreLine(Score score, Translated name) {}

    /** @param open how many findings the filter leaves */
    record Shown(
            Filter filter,
            List<Line> lines,
            boolean first,
            Optional<Place> after,
            int open,
            List<WorkList.Broken> broken,
            List<ScoreLine> areas,
            List<ScoreLine> bodies,
            Optional<Runs.Run> lookedAt) {

        /** To choose from: in the order of their codes. */
        static List<ScoreLine> choices(List<ScoreLine> lines) {
            return lines.stream()
                    .sorted(Comparator.comparing(line -> line.score().key().replaceFirst(".*@", "")))
                    .toList();
        }

        /** Those that have most to do. */
        static List<ScoreLine> lowest(List<ScoreLine> lines) {
            return lines.stream().limit(SCORED).toList();
        }

        String next() {
            return after.map(place -> LinterPages.address(filter, place.text())).orElse("");
        }

        String begin() {
            return LinterPages.address(filter, "");
        }
    }

    /** @param holders with the names of area and body; @param alike how often the same rule is broken elsewhere in these areas */
    record One(Entry entry, List<FieldWords.Part> field, List<HolderLine> holders, int alike) {
        /** Where the guide or service itself is read. */
        String address() {
            return switch (entry.text().kind()) {
                case LIFE_EVENT -> "/events/" + entry.text().code() + "?area=" + entry.area();
                case SERVICE ->
                    "/services/" + entry.text().code()
                            + (entry.text().variant().isEmpty() ? "" : "/offers/" + entry.area());
            };
        }
    }

    record HolderLine(Translated area, Optional<Translated> body) {}

    private final WorkList workList;
    private final Runs runs;
    private final Policy policy;
    private final Catalogue catalogue;
    private final ServiceOffers offers;
    private final Areas areas;
    private final Bodies bodies;

    ReadFindings(
            WorkList workList,
            Runs runs,
            Policy policy,
            Catalogue catalogue,
            ServiceOffers offers,
            Areas areas,
            Bodies bodies) {
        this.workList = workList;
        this.runs = runs;
        this.policy = policy;
        this.catalogue = catalogue;
        this.offers = offers;
        this.areas = areas;
        this.bodies = bodies;
    }

    @Transactional(readOnly = true)
    Shown list(SignedIn me, Filter filter, Place after) {
        var mine = policy.reach(me, Deed.SEE_FINDINGS);
        var listing = workList.list(mine, filter, after);
        var broken = workList.broken(mine, filter);
        return new Shown(
                filter,
                listing.entries().stream().map(this::line).toList(),
                after.equals(Place.FIRST),
                listing.next(),
                broken.stream().mapToInt(WorkList.Broken::findings).sum(),
                broken,
                workList.areas(mine, CHOICES).stream()
                        .map(score ->
                                new ScoreLine(score, areas.get(score.key()).name()))
                        .toList(),
                workList.bodies(mine, CHOICES).stream()
                        .map(score -> new ScoreLine(score, bodyName(score.key())))
                        .toList(),
                runs.last());
    }

    private Line line(Entry entry) {
        return new Line(entry, field(entry), areas.get(entry.area()).name());
    }

    /** @throws NotFound for a finding in no area this person governs */
    @Transactional(readOnly = true)
    One one(SignedIn me, UUID id) {
        var mine = policy.reach(me, Deed.SEE_FINDINGS);
        var entry = workList.find(mine, id).orElseThrow(() -> new NotFound("finding " + id));
        var holders = workList.holders(mine, entry.text(), HOLDERS).stream()
                .map(holder -> new HolderLine(
                        areas.get(holder.area()).name(),
                        bodies.find(holder.body()).map(PublicBody::name)))
                .toList();
        var alike = new Filter(
                Optional.empty(), Optional.empty(), Optional.of(entry.finding().rule()), Optional.empty());
        int all = workList.broken(mine, alike).stream()
                .mapToInt(WorkList.Broken::findings)
                .sum();
        return new One(entry, field(entry), holders, entry.mendedAt().isPresent() ? all : all - 1);
    }

    private List<FieldWords.Part> field(Entry entry) {
        return text(entry)
                .map(text -> FieldWords.of(text, entry.finding().where()))
                .orElse(List.of());
    }

    /** As it stands today; what was found may have gone meanwhile. */
    private Optional<Record> text(Entry entry) {
        var text = entry.text();
        return switch (text.kind()) {
            case LIFE_EVENT ->
                catalogue.variants(text.code()).stream()
                        .filter(standing -> standing.variant().key().equals(text.variant()))
                        .findFirst()
                        .flatMap(Catalogue.Standing::edition)
                        .map(edition -> catalogue.edition(edition).guide());
            case SERVICE ->
                offers.find(
                                text.code(),
                                text.variant().isEmpty() ? areas.province().code() : entry.area())
                        .map(ServiceOffer::service);
        };
    }

    private Translated bodyName(String id) {
        return bodies.find(id).map(PublicBody::name).orElseGet(() -> Translated.zh(id));
    }
}
