package yici.rehearsal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.catalogue.AreaVariants;
import yici.catalogue.Catalogue;
import yici.catalogue.FieldWords;
import yici.catalogue.Guide;
import yici.drafting.Rehearsed;
import yici.drafting.TriedDrafts;
import yici.identity.SignedIn;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.NotFound;
import yici.kit.Translated;
import yici.kit.View;

/** What a rehearsal has found, as its page shows it, and for the page of its draft. */
@Component
class ReadRehearsal implements Rehearsed {

    static final int CASES = 25;
    private static final int ALL = RunRehearsal.MOST_LISTED;

    /** @param kind and {@code area} may be empty; @param after the case the page goes on behind */
    record Filter(String kind, String area, int after) {
        static final Filter NONE = new Filter("", "", 0);
    }

    /** @param cases how many applications */
    record OfKind(Difference.Kind kind, int cases) {}

    record OfArea(Area area, int looked, int differing) {}

    /** @param thing what it is about; @param was and {@code now} in words, mostly empty */
    record Told(Difference.Kind kind, Translated thing, String was, String now) {}

    record Line(int no, String masked, Translated area, String filed, List<Told> told) {}

    /** @param current the draft has not moved on since; @param next the case to go on behind; 0 at the end */
    record Result(
            Rehearsal rehearsal,
            boolean current,
            List<OfKind> kinds,
            List<OfArea> areas,
            List<Line> lines,
            Filter filter,
            int next) {}

    /** @param triable there is something to try; @param result empty for a draft nobody has tried */
    record Shown(TriedDrafts.Tried draft, Translated lifeEvent, Area area, boolean triable, Optional<Result> result) {}

    private final TriedDrafts drafts;
    private final Rehearsals rehearsals;
    private final Findings findings;
    private final Catalogue catalogue;
    private final AreaVariants variants;
    private final Areas areas;
    private final Bodies bodies;

    ReadRehearsal(
            TriedDrafts drafts,
            Rehearsals rehearsals,
            Findings findings,
            Catalogue catalogue,
            AreaVariants variants,
            Areas areas,
            Bodies bodies) {
        this.drafts = drafts;
        this.rehearsals = rehearsals;
        this.findings = findings;
        this.catalogue = catalogue;
        this.variants = variants;
        this.areas = areas;
        this.bodies = bodies;
    }

    @Override
    public Optional<Found> latest(UUID draft) {
        return rehearsals
                .latest(draft)
                .map(r -> new Found(r.begunAt(), r.version(), r.state().isOver(), r.looked(), r.differing()));
    }

    /** @throws NotFound for a draft of an area this person does not govern */
    @Transactional(readOnly = true)
    Shown show(View view, SignedIn me, UUID draft, Filter filter) {
        var tried = drafts.find(me, draft).orElseThrow(() -> new NotFound("draft"));
        var name = catalogue.edition(tried.ground().base().id()).guide().name();
        return new Shown(
                tried,
                name,
                areas.get(tried.area()),
                !tried.over() && tried.text().isPresent(),
                rehearsals.latest(draft).map(r -> result(view, tried, r, filter)));
    }

    private Result result(View view, TriedDrafts.Tried draft, Rehearsal rehearsal, Filter filter) {
        var counts = findings.counts(rehearsal.id());
        var found = findings.list(rehearsal.id(), filter.kind(), filter.area(), filter.after(), CASES + 1);
        var shown = found.subList(0, Math.min(CASES, found.size()));
        var words = new Words(view, rehearsal);
        return new Result(
                rehearsal,
                rehearsal.version() == draft.version(),
                Arrays.stream(Difference.Kind.values())
                        .map(kind -> new OfKind(kind, counts.of(kind)))
                        .filter(kind -> kind.cases() > 0)
                        .toList(),
                counts.byArea().keySet().stream()
                        .map(code -> new OfArea(areas.get(code), counts.looked(code), counts.differing(code)))
                        .sorted(Comparator.comparingInt(OfArea::differing).reversed())
                        .toList(),
                shown.stream().map(words::line).toList(),
                filter,
                found.size() > CASES ? shown.getLast().no() : 0);
    }

    /** Every case that is listed, for a table to take away. */
    @Transactional(readOnly = true)
    List<Line> all(View view, SignedIn me, UUID draft) {
        var _ = drafts.find(me, draft).orElseThrow(() -> new NotFound("draft"));
        var rehearsal = rehearsals.latest(draft).orElseThrow(() -> new NotFound("rehearsal"));
        var words = new Words(view, rehearsal);
        return findings.list(rehearsal.id(), "", "", 0, ALL).stream()
                .map(words::line)
                .toList();
    }

    /** Names of things, by the text that was tried or the one before. */
    private final class Words {

        private final View view;
        private final Guide after;
        private final Guide before;

        Words(View view, Rehearsal rehearsal) {
            this.view = view;
            this.after = variants.read(rehearsals.tried(rehearsal.id()));
            this.before = catalogue.edition(rehearsal.base()).guide();
        }

        Line line(Findings.Case one) {
            return new Line(
                    one.no(),
                    one.masked(),
                    areas.get(one.area()).name(),
                    one.filed(),
                    one.differences().stream().map(this::told).toList());
        }

        private Told told(Difference difference) {
            var kind = difference.kind();
            return new Told(
                    kind,
                    thing(kind, difference.thing()),
                    value(kind, difference.was()),
                    value(kind, difference.now()));
        }

        private Translated thing(Difference.Kind kind, String key) {
            return name(after, kind, key).or(() -> name(before, kind, key)).orElseGet(() -> Translated.zh(key));
        }

        private Optional<Translated> name(Guide guide, Difference.Kind kind, String key) {
            return switch (kind) {
                case REFUSED, NO_MORE_REFUSED ->
                    Stream.concat(
                                    guide.conditions().stream()
                                            .filter(c -> c.key().equals(key))
                                            .map(Guide.Condition::text),
                                    item(guide, key).stream())
                            .findFirst();
                case QUESTION, NO_MORE_QUESTION ->
                    guide.questions().stream()
                            .filter(q -> q.key().equals(key))
                            .findFirst()
                            .map(Guide.Question::text);
                case EVIDENCE, NO_MORE_EVIDENCE ->
                    guide.evidence().stream()
                            .filter(e -> e.key().equals(key))
                            .findFirst()
                            .map(Guide.Evidence::name);
                case FIELD, NO_MORE_FIELD ->
                    guide.elements().stream()
                            .filter(e -> e.key().equals(key))
                            .findFirst()
                            .map(yici.form.DataElement::label);
                case SERVICE, NO_MORE_SERVICE, OFFICE, WAITS_FOR -> item(guide, key);
                case LIMIT -> key.isEmpty() ? Optional.of(guide.name()) : item(guide, key);
            };
        }

        private static Optional<Translated> item(Guide guide, String key) {
            return guide.items().stream()
                    .filter(i -> i.key().equals(key))
                    .findFirst()
                    .map(Guide.Item::name);
        }

        private String value(Difference.Kind kind, String value) {
            return switch (kind) {
                case OFFICE ->
                    bodies.find(value).map(PublicBody::name).map(view::t).orElseGet(() -> view.t("rehearsal.nobody"));
                case LIMIT -> FieldWords.value(view, value).orElse(value);
                case WAITS_FOR ->
                    value.isEmpty()
                            ? view.t("rehearsal.nothing")
                            : Stream.of(value.split(","))
                                    .map(key -> view.t(thing(kind, key)))
                                    .collect(Collectors.joining(view.t("rehearsal.and")));
                default -> "";
            };
        }
    }
}
