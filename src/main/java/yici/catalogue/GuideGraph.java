package yici.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yici.kit.Graph;
import yici.kit.State;
import yici.kit.View;

/** How the items of a guide hang together: of a group from which one is chosen only one box is drawn. */
final class GuideGraph {

    private static final int NAMED = 3;

    private final GuideView page;
    private final View view;
    private final Guide guide;

    private GuideGraph(GuideView page, View view) {
        this.page = page;
        this.view = view;
        this.guide = page.guide();
    }

    static Graph of(GuideView page, View view) {
        return new GuideGraph(page, view).draw();
    }

    private Graph draw() {
        var nodes = new LinkedHashMap<String, Graph.Node>();
        for (var item : guide.items()) nodes.computeIfAbsent(box(item.key()), _ -> node(item));
        var labels = new LinkedHashMap<Way, List<String>>();
        for (var item : guide.items())
            for (var before : item.prerequisites())
                for (String other : others(before))
                    if (!box(other).equals(box(item.key())))
                        labels.computeIfAbsent(new Way(box(other), box(item.key())), _ -> new ArrayList<>())
                                .addAll(before.passes());
        return new Graph(List.copyOf(nodes.values()), edges(labels));
    }

    private record Way(String from, String to) {}

    private List<Graph.Edge> edges(Map<Way, List<String>> labels) {
        return labels.entrySet().stream()
                .map(e -> new Graph.Edge(e.getKey().from(), e.getKey().to(), handedOver(e.getValue())))
                .toList();
    }

    private String handedOver(List<String> elements) {
        return elements.stream()
                .distinct()
                .limit(NAMED)
                .flatMap(key -> guide.elements().stream().filter(e -> e.key().equals(key)))
                .map(e -> view.t(e.label()))
                .collect(joining(view.t("catalogue.comma")));
    }

    private static Optional<Guide.Group> chosenFrom(Guide guide, String item) {
        var group = guide.group(guide.item(item).group());
        return group.rule() == Guide.GroupRule.ONE_OF && group.items().size() > 1
                ? Optional.of(group)
                : Optional.empty();
    }

    private String box(String item) {
        return chosenFrom(guide, item).map(g -> "group-" + g.key()).orElse("item-" + item);
    }

    private Graph.Node node(Guide.Item item) {
        var group = chosenFrom(guide, item.key());
        if (group.isPresent())
            return new Graph.Node(
                    box(item.key()),
                    view.t(group.get().label()),
                    view.t("catalogue.group.ONE_OF", group.get().items().size()),
                    State.PLANNED,
                    Optional.of("#group-" + group.get().key()));
        String who = view.t(page.decides(item).orElseGet(() -> page.department(item.department())));
        return new Graph.Node(
                box(item.key()), view.t(item.name()), who, State.PLANNED, Optional.of("#item-" + item.key()));
    }

    private List<String> others(Guide.Prerequisite before) {
        return Stream.concat(
                        before.item().stream(),
                        before.group().stream()
                                .flatMap(g -> guide.group(g).items().stream())
                                .filter(member -> !before.exceptItems().contains(member)))
                .toList();
    }
}
