package yici.drafting;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import yici.catalogue.Guide;
import yici.jurisdiction.Bodies;
import yici.kit.Graph;
import yici.kit.State;
import yici.kit.Translated;
import yici.kit.View;

/** The services of a guide and what waits for what, drawn and listed, with what can be joined. */
record GraphPart(Guide guide, Graph graph, List<Line> lines) {

    /** @param waits for what it waits, in words */
    record Line(Guide.Item item, Translated group, List<Wait> waits) {}

    /** @param number of the edge among those of the item */
    record Wait(int number, Translated before, List<Translated> passes, boolean onlyIfIncluded) {}

    private static final int NAMED = 2;

    static GraphPart of(View view, Guide guide, Bodies bodies) {
        var nodes = guide.items().stream()
                .map(item -> new Graph.Node(
                        item.key(),
                        view.t(item.name()),
                        view.t(bodies.departmentName(item.department())),
                        State.PLANNED))
                .toList();
        var edges = new LinkedHashSet<Graph.Edge>();
        for (var item : guide.items())
            for (var edge : item.prerequisites())
                for (var before : before(guide, edge))
                    edges.add(new Graph.Edge(before, item.key(), passes(view, guide, edge)));
        var lines = guide.items().stream().map(item -> line(guide, item)).toList();
        return new GraphPart(guide, new Graph(nodes, List.copyOf(edges)), lines);
    }

    private static List<String> before(Guide guide, Guide.Prerequisite edge) {
        return Stream.concat(
                        edge.item().stream(),
                        edge.group().stream()
                                .flatMap(g -> guide.group(g).items().stream())
                                .filter(member -> !edge.exceptItems().contains(member)))
                .toList();
    }

    private static String passes(View view, Guide guide, Guide.Prerequisite edge) {
        return names(guide, edge.passes()).stream()
                .limit(NAMED)
                .map(view::t)
                .collect(joining(view.t("catalogue.comma")));
    }

    private static List<Translated> names(Guide guide, List<String> elements) {
        return elements.stream()
                .flatMap(key -> guide.elements().stream().filter(e -> e.key().equals(key)))
                .map(yici.form.DataElement::label)
                .toList();
    }

    private static Line line(Guide guide, Guide.Item item) {
        var waits = new ArrayList<Wait>();
        for (int i = 0; i < item.prerequisites().size(); i++) {
            var edge = item.prerequisites().get(i);
            var before = edge.item()
                    .map(key -> guide.item(key).name())
                    .orElseGet(() -> guide.group(edge.group().orElseThrow()).label());
            waits.add(new Wait(i, before, names(guide, edge.passes()), edge.onlyIfIncluded()));
        }
        return new Line(item, guide.group(item.group()).label(), List.copyOf(waits));
    }
}
