package yici.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pieces of work and which of them waits for which: what {@code @template.kit.graph} draws. The arrows run forward only; a circle is refused.
 *
 * @param nodes in the order a list would name them
 */
public record Graph(List<Node> nodes, List<Edge> edges) {

    /**
     * @param label what it is, in the reader's language
     * @param sub who does it and by when, or where it stands; may be empty
     * @param href where it is looked at closely
     */
    public record Node(String id, String label, String sub, State state, Optional<String> href) {
        public Node(String id, String label, String sub, State state) {
            this(id, label, sub, state, Optional.empty());
        }
    }

    /** @param label what is handed over, in words; may be empty */
    public record Edge(String from, String to, String label) {}

    public Graph {
        nodes = List.copyOf(nodes);
        edges = edges.stream().distinct().toList();
        var ids = new HashSet<String>();
        for (var node : nodes)
            if (!ids.add(node.id())) throw new IllegalArgumentException("twice in the graph: " + node.id());
        for (var edge : edges)
            if (!ids.contains(edge.from()) || !ids.contains(edge.to()))
                throw new IllegalArgumentException("an edge without its node: " + edge);
        layers(nodes, edges);
    }

    /** True where nothing waits for anything: a list says as much as a drawing. */
    public boolean isLoose() {
        return edges.isEmpty();
    }

    public Node node(String id) {
        return nodes.stream()
                .filter(n -> n.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no node " + id));
    }

    /** Each after everything it waits for. */
    public List<Node> inOrder() {
        var layer = layers(nodes, edges);
        return nodes.stream()
                .sorted(java.util.Comparator.comparingInt(n -> layer.getOrDefault(n.id(), 0)))
                .toList();
    }

    /** The arrows that end at this node. */
    public List<Edge> into(Node node) {
        return edges.stream().filter(e -> e.to().equals(node.id())).toList();
    }

    /** How many nodes are in this state. */
    public long count(State state) {
        return nodes.stream().filter(n -> n.state() == state).count();
    }

    /** The length of the longest way to each node: 0 for those that wait for nothing. */
    Map<String, Integer> layers() {
        return layers(nodes, edges);
    }

    private static Map<String, Integer> layers(List<Node> nodes, List<Edge> edges) {
        var layer = new HashMap<String, Integer>();
        var left = new ArrayList<>(nodes.stream().map(Node::id).toList());
        while (!left.isEmpty()) {
            var ready = left.stream()
                    .filter(id -> edges.stream().noneMatch(e -> e.to().equals(id) && !layer.containsKey(e.from())))
                    .toList();
            if (ready.isEmpty()) throw new IllegalArgumentException("a circle among " + left);
            for (var id : ready) {
                int after = edges.stream()
                        .filter(e -> e.to().equals(id))
                        .mapToInt(e -> layer.getOrDefault(e.from(), 0) + 1)
                        .max()
                        .orElse(0);
                layer.put(id, after);
            }
            left.removeAll(ready);
        }
        return layer;
    }
}
