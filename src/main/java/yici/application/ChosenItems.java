package yici.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import yici.application.Plan.Edge;
import yici.catalogue.Guide;
import yici.catalogue.Guide.EffectKind;
import yici.catalogue.Guide.GroupRule;
import yici.catalogue.Guide.Item;
import yici.catalogue.Guide.Prerequisite;

/**
 * The items of a plan as a graph: what was ticked, what cannot be left out, what must be finished before what.
 *
 * @param order each chosen item once, after all it waits for; else in the guide's order
 * @param added see {@link Plan#added}
 * @param impossible see {@link Plan#impossible}
 * @param excluded ticked, but another answer rules it out
 */
record ChosenItems(
        List<String> order,
        List<Edge> edges,
        Map<String, String> added,
        Map<String, String> impossible,
        List<String> excluded) {

    static ChosenItems of(Guide guide, ChosenEffects effects) {
        return new Chooser(guide, effects).choose();
    }

    /** True when the condition, evidence or element is about one of these items, or about the whole life event. */
    boolean meets(Collection<String> appliesTo) {
        return appliesTo.isEmpty() || appliesTo.stream().anyMatch(order::contains);
    }

    boolean contains(String item) {
        return order.contains(item);
    }

    /** What each item is handed by the items before it, near or far. */
    Map<String, Set<String>> received() {
        var received = new HashMap<String, Set<String>>();
        for (var item : order) {
            var keys = new HashSet<String>();
            for (var edge : edges) {
                if (!edge.to().equals(item)) continue;
                keys.addAll(edge.passes());
                keys.addAll(received.getOrDefault(edge.from(), Set.of()));
            }
            received.put(item, keys);
        }
        return received;
    }

    private static final class Chooser {
        private final Guide guide;
        private final Map<String, Item> known = new LinkedHashMap<>();
        private final Set<String> ruledOut;
        private final Set<String> ticked = new LinkedHashSet<>();
        private final Set<String> chosen = new LinkedHashSet<>();
        private final Map<String, String> added = new LinkedHashMap<>();
        private final Map<String, String> impossible = new LinkedHashMap<>();

        Chooser(Guide guide, ChosenEffects effects) {
            this.guide = guide;
            for (var item : guide.items()) known.put(item.key(), item);
            ruledOut = effects.refs(EffectKind.EXCLUDE_ITEM);
            for (var group : guide.groups()) if (group.rule() == GroupRule.ALL) ticked.addAll(group.items());
            for (var effect : effects.of(EffectKind.INCLUDE_ITEM)) ticked.add(effect.ref());
            ticked.retainAll(
                    known.keySet()); // an area's variant may have done away with an item that a choice still names
        }

        ChosenItems choose() {
            ticked.stream().filter(i -> !ruledOut.contains(i)).forEach(chosen::add);
            addWhatCannotBeLeftOut();
            dropWhatCannotBeHad();
            var edges = edges();
            return new ChosenItems(
                    order(edges),
                    edges,
                    ordered(added),
                    ordered(impossible),
                    guide.items().stream()
                            .map(Item::key)
                            .filter(i -> ticked.contains(i) && ruledOut.contains(i))
                            .toList());
        }

        private void addWhatCannotBeLeftOut() {
            var open = new ArrayList<>(chosen);
            while (!open.isEmpty()) {
                var item = open.removeFirst();
                for (var prerequisite : item(item).prerequisites()) {
                    var needed = prerequisite.item().orElse("");
                    if (prerequisite.onlyIfIncluded() || !known.containsKey(needed) || ruledOut.contains(needed))
                        continue;
                    if (!chosen.add(needed)) continue;
                    added.put(needed, item);
                    open.add(needed);
                }
            }
        }

        /** An item whose prerequisite is not there falls away, and with it those that would have waited for it. */
        private void dropWhatCannotBeHad() {
            boolean again = true;
            while (again) {
                again = false;
                for (var item : List.copyOf(chosen)) {
                    var lacking = item(item).prerequisites().stream()
                            .filter(p -> !p.onlyIfIncluded() && before(p).isEmpty())
                            .findFirst();
                    if (lacking.isEmpty()) continue;
                    chosen.remove(item);
                    added.remove(item);
                    impossible.put(
                            item, lacking.get().item().or(lacking.get()::group).orElse(""));
                    again = true;
                }
            }
        }

        /** The chosen items a prerequisite stands for: the one it names, or the chosen members of its group. */
        private List<String> before(Prerequisite prerequisite) {
            var named = prerequisite
                    .item()
                    .map(List::of)
                    .orElseGet(() -> prerequisite
                            .group()
                            .map(g -> guide.group(g).items())
                            .orElse(List.of()));
            return named.stream()
                    .filter(i ->
                            chosen.contains(i) && !prerequisite.exceptItems().contains(i))
                    .toList();
        }

        private List<Edge> edges() {
            var edges = new LinkedHashMap<List<String>, Set<String>>();
            for (var item : guide.items()) {
                if (!chosen.contains(item.key())) continue;
                for (var prerequisite : item.prerequisites())
                    for (var from : before(prerequisite))
                        edges.computeIfAbsent(List.of(from, item.key()), _ -> new LinkedHashSet<>())
                                .addAll(prerequisite.passes());
            }
            return edges.entrySet().stream()
                    .map(e -> new Edge(e.getKey().getFirst(), e.getKey().getLast(), List.copyOf(e.getValue())))
                    .toList();
        }

        /** Of the items that wait for nothing more, always the first in the guide: neighbours in the guide stay neighbours. */
        private List<String> order(List<Edge> edges) {
            var places = new ArrayList<>(known.keySet());
            var waiting = new TreeSet<Integer>();
            for (var item : chosen) waiting.add(places.indexOf(item));
            var order = new LinkedHashSet<String>();
            while (!waiting.isEmpty()) {
                int next = waiting.stream()
                        .filter(place -> edges.stream()
                                .allMatch(e -> !e.to().equals(places.get(place)) || order.contains(e.from())))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(guide.code() + " has a cycle among "
                                + waiting.stream().map(places::get).toList()));
                waiting.remove(next);
                order.add(places.get(next));
            }
            return List.copyOf(order);
        }

        private Map<String, String> ordered(Map<String, String> byItem) {
            var ordered = guide.items().stream()
                    .map(Item::key)
                    .filter(byItem::containsKey)
                    .collect(Collectors.toMap(k -> k, byItem::get, (a, _) -> a, LinkedHashMap::new));
            return Collections.unmodifiableMap(ordered);
        }

        private Item item(String key) {
            var item = known.get(key);
            if (item == null) throw new IllegalStateException(guide.code() + " has no item " + key);
            return item;
        }
    }
}
