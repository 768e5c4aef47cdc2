package yici.drift;

import static java.util.stream.Collectors.toMap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.catalogue.Change;
import yici.catalogue.Variant;

/** Variants beside their standard. Editions never change, so two that were compared once stay compared. */
@Component
class Compared {

    /** Some 58 life events with a variant in each of 145 areas, and what came before them. */
    private static final int KEPT = 20_000;

    private record Pair(UUID standard, UUID own) {}

    private final Catalogue catalogue;

    private final Map<Pair, Comparison> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Comparison> eldest) {
            return size() > KEPT;
        }
    });

    Compared(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** In the order asked for. */
    List<Drift> drifts(List<String> lifeEvents) {
        // reading takes longest, and no life event needs another
        return lifeEvents.parallelStream().map(this::drift).toList();
    }

    Drift drift(String lifeEvent) {
        var standings = catalogue.variants(lifeEvent);
        var standard = standings.stream()
                .filter(standing -> standing.variant().isStandard())
                .findFirst()
                .flatMap(Catalogue.Standing::edition);
        var beside = standings.stream()
                .map(standing -> new Drift.Beside(
                        standing.variant().key(),
                        standing.variant().areaCount().orElse(standing.areas().size()),
                        standing.variant().invented(),
                        standard.flatMap(s -> standing.edition().map(own -> asTold(standing, compare(s, own))))
                                .orElse(Comparison.UNREAD)))
                .toList();
        return Drift.of(lifeEvent, beside, catalogue.regionalGuides(lifeEvent));
    }

    /** Variants are kept by their differences, of which order is none; that the source has another order is told with the variant. */
    static Comparison asTold(Catalogue.Standing standing, Comparison comparison) {
        return comparison.verdict() == Comparison.Verdict.SAME
                        && standing.variant().kind() == Variant.Kind.ORDER_ONLY
                ? new Comparison(Comparison.Verdict.ORDER_ONLY, List.of(), List.of())
                : comparison;
    }

    private Comparison compare(UUID standard, UUID own) {
        var pair = new Pair(standard, own);
        var known = kept.get(pair);
        if (known != null) return known;
        var comparison = Compare.of(
                catalogue.edition(standard).guide(), catalogue.edition(own).guide());
        kept.put(pair, comparison);
        return comparison;
    }

    /** By field: why the area differs there. */
    Map<String, String> reasons(Catalogue.Standing standing) {
        return standing.edition().map(catalogue::changes).orElse(List.of()).stream()
                .filter(change -> !change.reason().isEmpty())
                .collect(toMap(Change::field, Change::reason, (first, _) -> first));
    }
}
