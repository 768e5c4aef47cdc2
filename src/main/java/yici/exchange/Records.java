package yici.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import yici.catalogue.Catalogue;
import yici.catalogue.Holding;
import yici.catalogue.Holdings;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.Translated;

/** The records of a day, by what they are found; kept in memory until something else is published. */
@Component
class Records {

    /** Today, and the day before or a day to come that somebody compares with. */
    private static final int DAYS_KEPT = 3;

    /**
     * @param subject the life event or service it is of; empty for a topic
     * @param areas for a variant and an offer: those that have it
     * @param departments that decide in it
     * @param since from when on it is as it is; nobody writes that down of topics
     */
    record Entry(
            Holding.Kind kind,
            String key,
            String subject,
            Translated name,
            List<String> areas,
            Set<String> departments,
            Optional<Instant> since,
            JsonNode json) {

        /** All of it that people read stands in values, none in names of fields. */
        boolean says(List<String> words) {
            if (words.isEmpty()) return true;
            var missing = new HashSet<>(words);
            strike(json, missing);
            return missing.isEmpty();
        }

        private static void strike(JsonNode node, Set<String> missing) {
            if (missing.isEmpty()) return;
            if (node.isString()) {
                var text = node.asString().toLowerCase(Locale.ROOT);
                missing.removeIf(text::contains);
            } else for (var child : node) strike(child, missing);
        }
    }

    private record Day(String stamp, LocalDate day) {}

    private final Holdings holdings;
    private final Catalogue catalogue;
    private final Areas areas;
    private final Bodies bodies;
    private final Cache<Day, List<Entry>> kept =
            Caffeine.newBuilder().maximumSize(DAYS_KEPT).softValues().build();

    Records(Holdings holdings, Catalogue catalogue, Areas areas, Bodies bodies) {
        this.holdings = holdings;
        this.catalogue = catalogue;
        this.areas = areas;
        this.bodies = bodies;
    }

    /** In the order in which they can be taken elsewhere. */
    List<Entry> on(LocalDate day) {
        return kept.get(new Day(catalogue.stamp(), day), _ -> read(day));
    }

    Optional<Entry> find(Holding.Kind kind, String key, LocalDate day) {
        return on(day).stream()
                .filter(entry -> entry.kind() == kind && entry.key().equals(key))
                .findFirst();
    }

    List<Entry> matching(Asked asked) {
        var all = on(asked.on());
        var counting = asked.area().map(area -> counting(all, area));
        return all.stream()
                .filter(entry -> asked.kind().isEmpty() || asked.kind().get() == entry.kind())
                .filter(entry -> counting.isEmpty() || counting.get().contains(entry))
                .filter(entry ->
                        asked.body().isEmpty() || concerns(entry, asked.body().get(), asked.on()))
                .filter(entry -> entry.since().isEmpty()
                        || asked.changedSince().isEmpty()
                        || !entry.since().get().isBefore(asked.changedSince().get()))
                .filter(entry -> entry.says(asked.words()))
                .toList();
    }

    /** Of each subject what the area has of its own, or the nearest level above; and everything that is the same everywhere. */
    private Set<Entry> counting(List<Entry> all, Area area) {
        var counting = Collections.newSetFromMap(new IdentityHashMap<Entry, Boolean>());
        var nearest = new HashMap<String, Entry>();
        var path = areas.path(area.code()).stream().map(Area::code).toList();
        for (var entry : all) {
            boolean ofAreas = entry.kind() == Holding.Kind.VARIANT || entry.kind() == Holding.Kind.OFFER;
            if (!ofAreas) counting.add(entry);
            else if (depth(entry, path) >= 0)
                nearest.merge(
                        entry.subject(), entry, (one, other) -> depth(one, path) < depth(other, path) ? other : one);
        }
        counting.addAll(nearest.values());
        return counting;
    }

    /** How near below the province the area is that has it; -1 where none of these has. */
    private static int depth(Entry entry, List<String> path) {
        return entry.areas().stream().mapToInt(path::indexOf).max().orElse(-1);
    }

    private boolean concerns(Entry entry, PublicBody body, LocalDate day) {
        boolean elsewhere = !entry.areas().isEmpty() && !entry.areas().contains(body.area());
        boolean nowhere = entry.kind() == Holding.Kind.VARIANT && entry.areas().isEmpty();
        return !elsewhere
                && !nowhere
                && entry.departments().stream()
                        .anyMatch(department -> bodies.deciding(department, body.area(), day)
                                .filter(body::equals)
                                .isPresent());
    }

    private List<Entry> read(LocalDate day) {
        var dated = holdings.dated(day);
        var names = new HashMap<String, Translated>();
        var departments = new HashMap<String, Set<String>>();
        for (var one : dated)
            switch (one.holding()) {
                case Holding.LifeEventRecord event -> {
                    names.put(event.key(), event.guide().name());
                    departments.put(event.key(), departments(event));
                }
                case Holding.ServiceRecord(var service) -> {
                    names.put(service.key(), service.name());
                    departments.put(service.key(), Set.of(service.department()));
                }
                case Holding.TopicRecord _, Holding.VariantRecord _, Holding.OfferRecord _ -> {}
            }
        return dated.stream().map(one -> entry(one, names, departments)).toList();
    }

    private static Set<String> departments(Holding.LifeEventRecord event) {
        var all = new HashSet<>(event.guide().departments());
        event.guide().items().forEach(item -> all.add(item.department()));
        return Set.copyOf(all);
    }

    private static Entry entry(
            Holdings.Dated dated, Map<String, Translated> names, Map<String, Set<String>> departments) {
        var holding = dated.holding();
        var subject = switch (holding) {
            case Holding.TopicRecord _ -> "";
            case Holding.LifeEventRecord event -> event.key();
            case Holding.VariantRecord variant -> variant.lifeEvent();
            case Holding.ServiceRecord service -> service.key();
            case Holding.OfferRecord offer -> offer.service();
        };
        var name = holding instanceof Holding.TopicRecord topic
                ? topic.name()
                : names.getOrDefault(subject, Translated.zh(subject));
        var areas = switch (holding) {
            case Holding.VariantRecord variant -> variant.areas();
            case Holding.OfferRecord offer -> List.of(offer.area());
            case Holding.TopicRecord _, Holding.LifeEventRecord _, Holding.ServiceRecord _ -> List.<String>of();
        };
        return new Entry(
                holding.kind(),
                holding.key(),
                subject,
                name,
                areas,
                departments.getOrDefault(subject, Set.of()),
                dated.since(),
                Holdings.json(holding));
    }

    /** The address of a record, from the root on. */
    static String address(Holding.Kind kind, String key) {
        var parts = Stream.of(key.split("/"))
                .map(part -> UriUtils.encodePathSegment(part, StandardCharsets.UTF_8))
                .toList();
        return "/api/v1/catalogue/"
                + switch (kind) {
                    case TOPIC -> "topics/" + String.join("/", parts);
                    case LIFE_EVENT -> "life-events/" + String.join("/", parts);
                    case VARIANT -> "life-events/" + parts.getFirst() + "/variants/" + parts.getLast();
                    case SERVICE -> "services/" + String.join("/", parts);
                    case OFFER -> "services/" + parts.getFirst() + "/offers/" + parts.getLast();
                };
    }
}
