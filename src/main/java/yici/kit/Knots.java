package yici.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where several pieces of work all lead to the same several others, their arrows meet in a knot: six and six are twelve lines instead of
 * thirty-six. The graph says the same, the eye can follow it.
 */
final class Knots {

    private static final String KNOT = "\u0000knot-";

    private Knots() {}

    static boolean isKnot(String node) {
        return node.startsWith(KNOT);
    }

    static Graph tied(Graph graph) {
        var bundles = new LinkedHashMap<Set<String>, List<Graph.Node>>();
        for (var node : graph.nodes()) {
            var targets = targets(graph, node);
            if (targets.size() > 1 && label(graph, node).isPresent())
                bundles.computeIfAbsent(targets, _ -> new ArrayList<>()).add(node);
        }
        var nodes = new ArrayList<>(graph.nodes());
        var edges = new ArrayList<>(graph.edges());
        bundles.forEach((targets, sources) -> {
            if (sources.size() < 2) return;
            var knot = new Graph.Node(KNOT + nodes.size(), "", "", State.PLANNED);
            nodes.add(knot);
            edges.removeIf(e -> sources.stream().anyMatch(s -> s.id().equals(e.from())));
            tie(graph, knot, sources, targets, edges);
        });
        return new Graph(nodes, edges);
    }

    /** What all hand over alike is said once behind the knot, what each hands over by itself before it. */
    private static void tie(
            Graph graph, Graph.Node knot, List<Graph.Node> sources, Set<String> targets, List<Graph.Edge> edges) {
        var labels =
                sources.stream().map(s -> label(graph, s).orElse("")).distinct().toList();
        boolean alike = labels.size() == 1;
        for (var source : sources)
            edges.add(new Graph.Edge(
                    source.id(), knot.id(), alike ? "" : label(graph, source).orElse("")));
        for (var node : graph.nodes())
            if (targets.contains(node.id()))
                edges.add(new Graph.Edge(knot.id(), node.id(), alike ? labels.getFirst() : ""));
    }

    private static Set<String> targets(Graph graph, Graph.Node node) {
        var targets = new HashSet<String>();
        for (var edge : graph.edges()) if (edge.from().equals(node.id())) targets.add(edge.to());
        return targets;
    }

    /** What this one hands over, if it hands the same to all. */
    private static Optional<String> label(Graph graph, Graph.Node node) {
        var labels = graph.edges().stream()
                .filter(e -> e.from().equals(node.id()))
                .map(Graph.Edge::label)
                .distinct()
                .toList();
        return labels.size() == 1 ? Optional.of(labels.getFirst()) : Optional.empty();
    }
}
