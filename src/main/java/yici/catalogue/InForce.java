package yici.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import yici.kit.View;

/** What is in force today, kept in memory and read again when the revision has moved on. */
@Component
class InForce {

    private final LifeEvents lifeEvents;
    private final Services services;
    private final Editions editions;
    private final Contents contents;
    private final Revision revision;
    private final Clock clock;
    private final Map<UUID, Listed> lines = new ConcurrentHashMap<>();
    private final Map<UUID, Service> texts = new ConcurrentHashMap<>();
    private volatile Optional<Snapshot> kept = Optional.empty();

    InForce(
            LifeEvents lifeEvents,
            Services services,
            Editions editions,
            Contents contents,
            Revision revision,
            Clock clock) {
        this.lifeEvents = lifeEvents;
        this.services = services;
        this.editions = editions;
        this.contents = contents;
        this.revision = revision;
        this.clock = clock;
    }

    Snapshot now() {
        var current = revision.now();
        var today = today();
        var snapshot = kept.filter(s -> s.revision.equals(current) && s.day.equals(today));
        if (snapshot.isPresent()) return snapshot.get();
        var fresh = read(current, today);
        kept = Optional.of(fresh);
        return fresh;
    }

    /** The standard of a life event as it stands today. */
    Guide guide(String lifeEvent) {
        var edition = now().standing(lifeEvent, Variant.STANDARD).edition().orElseThrow();
        return GuideJson.read(contents.of(edition.id()));
    }

    /** Where the province is. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }

    private Snapshot read(Optional<UUID> current, LocalDate today) {
        var standings = standings(today);
        var rows = lifeEvents.all().stream()
                .filter(row -> standard(standings, row.code()).isPresent())
                .toList();
        var standing = standings.values().stream()
                .flatMap(s -> s.edition().stream())
                .map(EditionHead::id)
                .collect(toSet());
        lines.keySet().retainAll(standing);
        texts.keySet().retainAll(standing);
        var own = lifeEvents.ownVariants(today).stream()
                .filter(o -> !o.variant().isEmpty())
                .collect(toMap(o -> new Key(o.subject(), o.area()), LifeEvents.OwnVariant::variant));
        return new Snapshot(
                current,
                today,
                rows.stream()
                        .flatMap(row -> standard(standings, row.code()).stream())
                        .map(this::listed)
                        .sorted(Comparator.comparing(Listed::audience))
                        .toList(),
                rows.stream().collect(toUnmodifiableMap(LifeEvents.Row::code, LifeEvents.Row::topic)),
                rows.stream().collect(toUnmodifiableMap(LifeEvents.Row::code, LifeEvents.Row::regionalGuides)),
                standings,
                own,
                singles(standings),
                services.topics());
    }

    /** By department, then name. */
    private List<Single> singles(Map<Key, Standing> standings) {
        return services.keys().stream()
                .flatMap(key -> standard(standings, key).stream())
                .map(edition -> new Single(service(edition)))
                .sorted(Comparator.comparing((Single single) -> single.service().department())
                        .thenComparing(single -> single.service().name().zh()))
                .toList();
    }

    private static Optional<EditionHead> standard(Map<Key, Standing> standings, String subject) {
        return Optional.ofNullable(standings.get(new Key(subject, Variant.STANDARD)))
                .flatMap(Standing::edition);
    }

    /** Editions never change, so what was read of one stays right. */
    private Listed listed(EditionHead edition) {
        return lines.computeIfAbsent(edition.id(), id -> Listed.of(GuideJson.read(contents.of(id))));
    }

    private Service service(EditionHead edition) {
        return texts.computeIfAbsent(edition.id(), id -> GuideJson.readService(contents.of(id)));
    }

    private Map<Key, Standing> standings(LocalDate today) {
        var heads = editions.inForce(today).stream().collect(toMap(e -> new Key(e.subject(), e.variant()), e -> e));
        return lifeEvents.variants().stream()
                .collect(toMap(
                        v -> new Key(v.lifeEvent(), v.key()),
                        v -> new Standing(v, Optional.ofNullable(heads.get(new Key(v.lifeEvent(), v.key()))))));
    }

    /** A variant as it stands: without areas, with the edition in force; empty for a variant nobody has read. */
    record Standing(Variant variant, Optional<EditionHead> edition) {}

    private record Key(String lifeEvent, String other) {}

    /** A single service as the province has it today. */
    record Single(Service service) {
        Listed listed() {
            return service.listed();
        }

        List<Guide.Audience> audiences() {
            return service.audiences();
        }

        List<Topic> topics() {
            return service.topics();
        }

        boolean immediate() {
            return service.immediate();
        }

        List<Service.PartOf> partOf() {
            return service.partOf();
        }
    }

    /** @param revision the one these rows were read under: read before them, so that a change in between is noticed next time */
    record Snapshot(
            Optional<UUID> revision,
            LocalDate day,
            List<Listed> lifeEvents,
            Map<String, String> topics,
            Map<String, Optional<Integer>> regionalGuides,
            Map<Key, Standing> standings,
            Map<Key, String> own,
            List<Single> services,
            List<Topic> allTopics) {

        boolean offers(String lifeEvent) {
            return topics.containsKey(lifeEvent);
        }

        /** Empty for a variant that no longer is, of which applications may still hold an edition. */
        Optional<Standing> find(String lifeEvent, String variant) {
            return Optional.ofNullable(standings.get(new Key(lifeEvent, variant)));
        }

        Standing standing(String lifeEvent, String variant) {
            return find(lifeEvent, variant)
                    .orElseThrow(() -> new IllegalStateException("no variant " + variant + " of " + lifeEvent));
        }

        Optional<String> ownVariant(String lifeEvent, String area) {
            return Optional.ofNullable(own.get(new Key(lifeEvent, area)));
        }

        Topic topic(Guide guide) {
            return topic(guide.audience(), topics.getOrDefault(guide.code(), "other"));
        }

        boolean isUnder(String lifeEvent, Topic topic) {
            return topic.key().equals(topics.get(lifeEvent));
        }

        private Topic topic(Guide.Audience audience, String key) {
            return allTopics.stream()
                    .filter(t -> t.audience() == audience && t.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no topic " + key + " for " + audience));
        }

        /** The standard first, then by key. */
        List<Standing> standings(String lifeEvent) {
            return standings.values().stream()
                    .filter(standing -> standing.variant().lifeEvent().equals(lifeEvent))
                    .sorted(Comparator.comparing((Standing s) -> !s.variant().isStandard())
                            .thenComparing(s -> s.variant().key()))
                    .toList();
        }

        Optional<Integer> regionalGuides(String lifeEvent) {
            return Optional.ofNullable(regionalGuides.get(lifeEvent)).flatMap(count -> count);
        }

        /** Codes of the areas that have this variant. */
        List<String> areasWith(String lifeEvent, String variant) {
            return areasByVariant(lifeEvent).getOrDefault(variant, List.of());
        }

        /** Codes of the areas that have each variant, in their order. */
        Map<String, List<String>> areasByVariant(String lifeEvent) {
            return own.entrySet().stream()
                    .filter(e -> e.getKey().lifeEvent().equals(lifeEvent))
                    .sorted(Comparator.comparing(e -> e.getKey().other()))
                    .collect(groupingBy(
                            Map.Entry::getValue, mapping(e -> e.getKey().other(), toList())));
        }

        Optional<Service> service(String key) {
            return services.stream()
                    .map(Single::service)
                    .filter(service -> service.key().equals(key))
                    .findFirst();
        }

        /** Whose texts can be found: every standard, and what areas have of their own in a service. */
        List<UUID> searchable() {
            var standards = standings.values().stream()
                    .filter(standing -> standing.variant().isStandard())
                    .flatMap(standing -> standing.edition().stream());
            var offers = own.entrySet().stream()
                    .filter(o -> !topics.containsKey(o.getKey().lifeEvent()))
                    .flatMap(o -> find(o.getKey().lifeEvent(), o.getValue()).flatMap(Standing::edition).stream());
            return Stream.concat(standards, offers)
                    .map(EditionHead::id)
                    .distinct()
                    .toList();
        }

        Optional<Listed> listed(Listed.Kind kind, String code) {
            var lines = kind == Listed.Kind.LIFE_EVENT
                    ? lifeEvents.stream()
                    : services.stream().map(Single::listed);
            return lines.filter(l -> l.code().equals(code)).findFirst();
        }
    }
}
