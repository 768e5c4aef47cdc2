package yici.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.NotFound;

/** The published catalogue. */
@Component
public class Catalogue {

    /** Some 30 variants of the sample are in force; the rest are older editions that applications still hold. */
    private static final int EDITIONS_KEPT = 512;

    private final Contents contents;
    private final Editions editions;
    private final LifeEvents lifeEvents;
    private final InForce inForce;
    private final Areas areas;
    private final Nearest nearest;

    private final Map<UUID, Edition> read = Recent.atMost(EDITIONS_KEPT);

    Catalogue(
            Contents contents,
            Editions editions,
            LifeEvents lifeEvents,
            InForce inForce,
            Areas areas,
            Nearest nearest) {
        this.contents = contents;
        this.editions = editions;
        this.lifeEvents = lifeEvents;
        this.inForce = inForce;
        this.areas = areas;
        this.nearest = nearest;
    }

    /**
     * The life event as this area offers it today, by its own variant or the nearest level's.
     *
     * @throws NotFound for a code that is no area
     */
    public Offer offer(String lifeEvent, String area) {
        var asked = areas.get(area);
        var now = inForce.now();
        return now.offers(lifeEvent) ? offered(now, lifeEvent, asked) : new Offer.Unknown(nearest.to(lifeEvent));
    }

    /**
     * All life events as this area offers them today, in the order of {@link #lifeEvents}.
     *
     * @throws NotFound for a code that is no area
     */
    public List<Offer.Offered> offers(String area) {
        var asked = areas.get(area);
        var now = inForce.now();
        return now.lifeEvents().stream()
                .map(listed -> offered(now, listed.code(), asked))
                .toList();
    }

    private Offer.Offered offered(InForce.Snapshot now, String lifeEvent, Area asked) {
        var standard = now.standing(lifeEvent, Variant.STANDARD);
        for (var level : areas.path(asked.code()).reversed()) {
            var own = now.ownVariant(lifeEvent, level.code());
            if (own.isEmpty()) continue;
            var standing = now.standing(lifeEvent, own.get());
            if (standing.variant().isStandard()) break;
            boolean compared = standing.variant().isRead();
            return new Offer.Offered(current(compared ? standing : standard), asked, level, compared);
        }
        return new Offer.Offered(current(standard), asked, areas.province(), true);
    }

    /**
     * A variant as it stands today.
     *
     * @param areas codes of the areas it is known to be for, without own-level counters
     * @param edition what is in force; empty where nobody has read it
     */
    public record Standing(Variant variant, List<String> areas, Optional<UUID> edition) {}

    /** The standard and every variant of a life event, the standard first. */
    public List<Standing> variants(String lifeEvent) {
        var now = inForce.now();
        var areasOf = now.areasByVariant(lifeEvent);
        return now.standings(lifeEvent).stream()
                .map(standing -> new Standing(
                        standing.variant(),
                        areasOf.getOrDefault(standing.variant().key(), List.of()),
                        standing.edition().map(EditionHead::id)))
                .toList();
    }

    /** The standard and every variant of each life event that has an edition on that day, the standard first. */
    public Map<String, List<Standing>> variants(LocalDate day) {
        var heads = editions.inForce(day).stream()
                .collect(Collectors.toMap(head -> head.subject() + " " + head.variant(), EditionHead::id));
        var having = lifeEvents.ownVariants(day).stream()
                .collect(Collectors.groupingBy(
                        own -> own.subject() + " " + own.variant(),
                        Collectors.mapping(LifeEvents.OwnVariant::area, Collectors.toList())));
        return lifeEvents.variants().stream()
                .filter(variant -> heads.containsKey(variant.lifeEvent() + " " + variant.key()))
                .sorted(Comparator.comparing((Variant variant) -> !variant.isStandard())
                        .thenComparing(Variant::key))
                .map(variant -> new Standing(
                        variant,
                        having.getOrDefault(variant.lifeEvent() + " " + variant.key(), List.of()),
                        Optional.ofNullable(heads.get(variant.lifeEvent() + " " + variant.key()))))
                .collect(Collectors.groupingBy(standing -> standing.variant().lifeEvent()));
    }

    /** Another text whenever another edition may be in force than before. */
    public String stamp() {
        return inForce.now().revision().map(UUID::toString).orElse("");
    }

    /** How many regional guides the source counts for a life event; empty when it does not say. */
    public Optional<Integer> regionalGuides(String lifeEvent) {
        return inForce.now().regionalGuides(lifeEvent);
    }

    /** Every single service, as the province has it today. */
    public List<Service> services() {
        return inForce.now().services().stream().map(InForce.Single::service).toList();
    }

    /** The standard of the province, to compare variants with. */
    Guide standard(String lifeEvent) {
        return current(inForce.now().standing(lifeEvent, Variant.STANDARD)).guide();
    }

    private Edition current(InForce.Standing standing) {
        return edition(standing.edition()
                .orElseThrow(() -> new IllegalStateException("unpublished: " + standing))
                .id());
    }

    /**
     * The life event as this area offered it on that day, or will, as far as it is published.
     *
     * @return empty before its first edition
     * @throws NotFound for a code that is no area
     */
    public Optional<Offer.Offered> offer(String lifeEvent, String area, LocalDate day) {
        var asked = areas.get(area);
        for (var level : areas.path(asked.code()).reversed()) {
            var own = lifeEvents.ownVariant(lifeEvent, level.code(), day);
            if (own.isEmpty()) continue;
            if (own.get().equals(Variant.STANDARD)) break;
            var edition = editions.inForce(lifeEvent, own.get(), day);
            if (edition.isPresent())
                return Optional.of(new Offer.Offered(edition(edition.get().id()), asked, level, true));
            return standard(lifeEvent, day).map(e -> new Offer.Offered(e, asked, level, false));
        }
        return standard(lifeEvent, day).map(e -> new Offer.Offered(e, asked, areas.province(), true));
    }

    private Optional<Edition> standard(String lifeEvent, LocalDate day) {
        return editions.inForce(lifeEvent, Variant.STANDARD, day).map(head -> edition(head.id()));
    }

    /** All editions of a variant, the newest day first. */
    public List<EditionHead> history(String subject, String variant) {
        return editions.history(subject, variant);
    }

    /** In what an edition differs from the one it inherits from, and why; nothing for a standard. */
    public List<Change> changes(UUID edition) {
        return contents.find(edition).changes();
    }

    /** @throws NotFound when there is no such edition */
    public Edition edition(UUID id) {
        var known = read.get(id);
        if (known != null) return known;
        var kept = contents.find(id);
        var head = kept.head();
        var edition = new Edition(
                id,
                head.subject(),
                head.variant(),
                head.number(),
                head.publishedAt(),
                head.effectiveFrom(),
                contents.guide(kept));
        read.put(id, edition);
        return edition;
    }

    /** All published life events, those for persons first. */
    public List<Listed> lifeEvents() {
        return inForce.now().lifeEvents();
    }

    /** Made up for the demonstration: a page or paper that shows this edition says so. */
    public boolean isInvented(Edition edition) {
        return inForce.now()
                .find(edition.lifeEvent(), edition.variant())
                .filter(standing -> standing.variant().invented())
                .isPresent();
    }

    /** Life events of which this area, or its own level, has a variant of its own other than the standard. */
    public List<String> ownVariants(Area area) {
        var now = inForce.now();
        return now.lifeEvents().stream()
                .map(Listed::code)
                .filter(code -> now.ownVariant(code, area.code())
                        .filter(variant -> !variant.equals(Variant.STANDARD))
                        .isPresent())
                .toList();
    }
}
