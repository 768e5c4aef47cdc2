package yici.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.catalogue.Listed;
import yici.catalogue.Offer;
import yici.form.DataElement;
import yici.jurisdiction.Areas;
import yici.kit.Translated;

/**
 * All that any form of the province asks, each meaning once: the data elements of the standards in force, and those that open drafts are about
 * to add.
 */
@Component
class Dictionary {

    /** @param uses life events that ask it; empty for one that only a draft has */
    record Entry(DataElement element, List<Translated> uses) {
        /** How it is called in an address. */
        String id() {
            return element.key() + ":" + element.type() + ":" + element.label().zh();
        }
    }

    /** @param same the very meaning: it must not be there twice */
    record Alike(Entry entry, boolean same) {}

    private static final int SHOWN = 25;
    private static final double LIKE = 0.5;
    private static final double LIKE_OF_ONE_TYPE = 0.34;

    private final Catalogue catalogue;
    private final Areas areas;
    private final GuideDrafts drafts;

    Dictionary(Catalogue catalogue, Areas areas, GuideDrafts drafts) {
        this.catalogue = catalogue;
        this.areas = areas;
        this.drafts = drafts;
    }

    List<Entry> all() {
        var uses = new LinkedHashMap<DataElement, List<Translated>>();
        var province = areas.province().code();
        for (var event : catalogue.lifeEvents())
            if (catalogue.offer(event.code(), province) instanceof Offer.Offered offered)
                add(uses, offered.edition().guide().elements(), Optional.of(event));
        add(uses, drafts.newElements(), Optional.empty());
        return uses.entrySet().stream()
                .map(e -> new Entry(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    private static void add(
            Map<DataElement, List<Translated>> uses, List<DataElement> elements, Optional<Listed> event) {
        for (var element : elements) {
            var names = uses.computeIfAbsent(meaning(element), _ -> new ArrayList<>());
            event.ifPresent(e -> names.add(e.name()));
        }
    }

    /** What makes it this element: not which services need it, nor whether it must be filled in. */
    private static DataElement meaning(DataElement element) {
        return new DataElement(
                element.key(),
                element.label(),
                element.type(),
                true,
                element.options(),
                List.of(),
                element.origin(),
                element.originDetail());
    }

    Optional<Entry> find(String id) {
        return all().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Those a search finds, the most used first. */
    List<Entry> search(String words) {
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(entry -> wanted.isEmpty() || says(entry.element(), wanted) || score(words, entry) >= LIKE)
                .sorted(Comparator.comparingInt((Entry e) -> -e.uses().size()))
                .limit(SHOWN)
                .toList();
    }

    private static boolean says(DataElement element, String wanted) {
        return Stream.concat(Stream.of(element.key()), element.label().texts().values().stream())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** What may mean the same, the likest first. */
    List<Alike> alike(String label, DataElement.Type type) {
        return all().stream()
                .filter(entry -> score(label, entry) >= (entry.element().type() == type ? LIKE_OF_ONE_TYPE : LIKE))
                .sorted(Comparator.comparingDouble((Entry e) -> -score(label, e)))
                .limit(5)
                .map(entry -> new Alike(entry, isSame(label, type, entry.element())))
                .toList();
    }

    private static boolean isSame(String label, DataElement.Type type, DataElement other) {
        return plain(label).equals(plain(other.label().zh())) && type == other.type();
    }

    private static double score(String label, Entry entry) {
        var one = plain(label);
        var other = plain(entry.element().label().zh());
        if (one.isEmpty() || other.isEmpty()) return 0;
        if (one.equals(other)) return 1;
        if (Math.min(one.length(), other.length()) >= 2 && (one.contains(other) || other.contains(one))) return 0.9;
        return dice(pairs(one), pairs(other));
    }

    /** Without brackets, spaces and punctuation. */
    private static String plain(String label) {
        return label.replaceAll("[（(].*?[)）]", "")
                .replaceAll("[\\p{P}\\p{Z}\\s]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> pairs(String text) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 2 <= text.length(); i++) pairs.add(text.substring(i, i + 2));
        return pairs;
    }

    private static double dice(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) return 0;
        var left = new ArrayList<>(other);
        long common = one.stream().filter(left::remove).count();
        return 2.0 * common / (one.size() + other.size());
    }
}
