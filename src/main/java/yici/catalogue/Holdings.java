package yici.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import yici.kit.View;

/** Everything the catalogue holds on a day, record by record: what is needed to hold the same elsewhere. */
@Component
public class Holdings {

    private final LifeEvents lifeEvents;
    private final Services services;
    private final Editions editions;
    private final Contents contents;

    Holdings(LifeEvents lifeEvents, Services services, Editions editions, Contents contents) {
        this.lifeEvents = lifeEvents;
        this.services = services;
        this.editions = editions;
        this.contents = contents;
    }

    /** In an order in which each can be taken: what another is told by comes before it. */
    public List<Holding> all(LocalDate day) {
        return all(heads(day), areas(day));
    }

    /** @param since from when on it is as it is; nobody writes down when a topic was told anew */
    public record Dated(Holding holding, Optional<Instant> since) {}

    /** The same, and since when each is as it is. */
    public List<Dated> dated(LocalDate day) {
        var heads = heads(day);
        var areas = areas(day);
        var given = lifeEvents.givenLast(day);
        return all(heads, areas).stream()
                .map(holding -> new Dated(holding, variant(holding, areas).flatMap(key -> since(key, heads, given))))
                .toList();
    }

    /** Subject and variant it is an edition of. */
    private static Optional<String> variant(Holding holding, Map<String, List<String>> areas) {
        return switch (holding) {
            case Holding.TopicRecord _ -> Optional.empty();
            case Holding.LifeEventRecord event -> Optional.of(event.key() + "/" + Variant.STANDARD);
            case Holding.ServiceRecord service -> Optional.of(service.key() + "/" + Variant.STANDARD);
            case Holding.VariantRecord variant -> Optional.of(variant.key());
            case Holding.OfferRecord offer ->
                areas.entrySet().stream()
                        .filter(of -> of.getKey().startsWith(offer.service() + "/")
                                && of.getValue().contains(offer.area()))
                        .map(Map.Entry::getKey)
                        .findFirst();
        };
    }

    /** What is published for a day to come begins on that day. */
    private static Optional<Instant> since(
            String variant, Map<String, EditionHead> heads, Map<String, LocalDate> given) {
        var edition = Optional.ofNullable(heads.get(variant)).stream()
                .flatMap(head -> Stream.of(head.publishedAt(), beginning(head.effectiveFrom())));
        var areas = Optional.ofNullable(given.get(variant)).stream().map(Holdings::beginning);
        return Stream.concat(edition, areas).max(Comparator.naturalOrder());
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(View.ZONE).toInstant();
    }

    private List<Holding> all(Map<String, EditionHead> heads, Map<String, List<String>> areas) {
        return Stream.of(
                        topics(),
                        lifeEvents(heads).stream(),
                        variants(heads, areas).stream(),
                        services(heads),
                        offers(heads, areas))
                .flatMap(Function.identity())
                .toList();
    }

    private Map<String, EditionHead> heads(LocalDate day) {
        var heads = new LinkedHashMap<String, EditionHead>();
        for (var head : editions.inForce(day)) heads.put(head.subject() + "/" + head.variant(), head);
        return heads;
    }

    /** Codes of the areas that have each variant, in their order. */
    private Map<String, List<String>> areas(LocalDate day) {
        var areas = new LinkedHashMap<String, List<String>>();
        for (var own : lifeEvents.ownVariants(day))
            if (!own.variant().isEmpty())
                areas.computeIfAbsent(own.subject() + "/" + own.variant(), _ -> new ArrayList<>())
                        .add(own.area());
        return areas;
    }

    private Stream<Holding> topics() {
        var position = new int[] {0};
        return services.topics().stream()
                .map(topic -> new Holding.TopicRecord(topic.audience(), topic.key(), position[0]++, topic.name()));
    }

    private List<Holding> lifeEvents(Map<String, EditionHead> heads) {
        var all = new ArrayList<Holding>();
        for (var row : lifeEvents.all()) {
            var head = heads.get(row.code() + "/" + Variant.STANDARD);
            if (head != null)
                all.add(new Holding.LifeEventRecord(
                        row.position(),
                        row.topic(),
                        row.words(),
                        row.regionalGuides(),
                        row.sourceVariants(),
                        GuideJson.read(contents.of(head.id()))));
        }
        return all;
    }

    /** Those that inherit from the standard first, then those that inherit from these. */
    private List<Holding> variants(Map<String, EditionHead> heads, Map<String, List<String>> areas) {
        var events = lifeEvents.all().stream().map(LifeEvents.Row::code).toList();
        var parents = new LinkedHashMap<String, String>();
        var variants = lifeEvents.variants().stream()
                .filter(v -> events.contains(v.lifeEvent()) && !v.isStandard())
                .sorted(Comparator.comparing(Variant::lifeEvent).thenComparing(Variant::key))
                .toList();
        for (var variant : variants) parents.put(variant.lifeEvent() + "/" + variant.key(), variant.parent());
        return variants.stream()
                .sorted(Comparator.comparingInt(v -> depth(v, parents)))
                .map(v -> variant(v, heads, areas))
                .toList();
    }

    private static int depth(Variant variant, Map<String, String> parents) {
        int depth = 0;
        var parent = variant.parent();
        while (!parent.equals(Variant.STANDARD) && !parent.isEmpty() && depth < 10) {
            parent = parents.getOrDefault(variant.lifeEvent() + "/" + parent, "");
            depth++;
        }
        return depth;
    }

    private Holding variant(Variant variant, Map<String, EditionHead> heads, Map<String, List<String>> areas) {
        var key = variant.lifeEvent() + "/" + variant.key();
        var head = heads.get(key);
        return new Holding.VariantRecord(
                variant.lifeEvent(),
                variant.key(),
                variant.parent(),
                variant.kind(),
                variant.invented(),
                variant.areaCount(),
                variant.areasComplete(),
                areas.getOrDefault(key, List.of()),
                variant.note(),
                head == null ? List.of() : contents.find(head.id()).changes());
    }

    private Stream<Holding> services(Map<String, EditionHead> heads) {
        return services.keys().stream()
                .flatMap(key -> Stream.ofNullable(heads.get(key + "/" + Variant.STANDARD)))
                .map(head -> new Holding.ServiceRecord(GuideJson.readService(contents.of(head.id()))));
    }

    private Stream<Holding> offers(Map<String, EditionHead> heads, Map<String, List<String>> areas) {
        var keys = services.keys();
        return lifeEvents.variants().stream()
                .filter(v -> keys.contains(v.lifeEvent()) && !v.isStandard())
                .sorted(Comparator.comparing(Variant::lifeEvent).thenComparing(Variant::key))
                .flatMap(v -> Stream.ofNullable(heads.get(v.lifeEvent() + "/" + v.key()))
                        .flatMap(head -> areas.getOrDefault(v.lifeEvent() + "/" + v.key(), List.of()).stream()
                                .map(area -> offer(v, area, head))));
    }

    private Holding offer(Variant variant, String area, EditionHead head) {
        return new Holding.OfferRecord(
                variant.lifeEvent(),
                area,
                variant.invented(),
                contents.find(head.id()).changes());
    }

    /** As it is written down: the same record always gives the same text. */
    public static JsonNode json(Holding holding) {
        return switch (holding) {
            case Holding.ServiceRecord(var service) -> GuideJson.tree(service);
            case Holding.TopicRecord topic -> tree(topic);
            case Holding.LifeEventRecord event -> tree(event);
            case Holding.VariantRecord variant -> tree(variant);
            case Holding.OfferRecord offer -> tree(offer);
        };
    }

    private static JsonNode tree(Record record) {
        return GuideJson.tree(GuideJson.writeAny(record));
    }

    /**
     * Whose form has been checked before, see {@link yici.kit.Shape}.
     *
     * @throws tools.jackson.core.JacksonException when a value of it contradicts itself
     */
    public static Holding read(Holding.Kind kind, JsonNode json) {
        return switch (kind) {
            case TOPIC -> GuideJson.readAny(json, Holding.TopicRecord.class);
            case LIFE_EVENT -> GuideJson.readAny(json, Holding.LifeEventRecord.class);
            case VARIANT -> GuideJson.readAny(json, Holding.VariantRecord.class);
            case SERVICE -> new Holding.ServiceRecord(GuideJson.readService(json));
            case OFFER -> GuideJson.readAny(json, Holding.OfferRecord.class);
        };
    }

    /** The record whose form it has. */
    public static Class<? extends Record> form(Holding.Kind kind) {
        return switch (kind) {
            case TOPIC -> Holding.TopicRecord.class;
            case LIFE_EVENT -> Holding.LifeEventRecord.class;
            case VARIANT -> Holding.VariantRecord.class;
            case SERVICE -> Service.class;
            case OFFER -> Holding.OfferRecord.class;
        };
    }
}
