package yici.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The nodes that have an arrow, in columns from left to right by the longest way to them, and inside a column in the order in which the
 * fewest arrows cross (barycentres, swept to and fro). An arrow over several columns holds a free place in each it passes.
 */
final class GraphColumns {

    private static final int SWEEPS = 12;
    private static final double PASSAGE = 6;

    /** A place in a column: a node, or the passage of a long arrow. */
    static final class Cell {
        final String node;
        final double height;
        final List<Cell> before = new ArrayList<>();
        final List<Cell> after = new ArrayList<>();
        double y;

        /** @param node empty for a passage */
        Cell(String node, double height) {
            this.node = node;
            this.height = height;
        }

        /** A node with a box of its own: no passage, no knot. */
        boolean isBox() {
            return !node.isEmpty() && !Knots.isKnot(node);
        }
    }

    final List<List<Cell>> columns = new ArrayList<>();
    /** Each arrow with the cells it goes through, both ends included. */
    final Map<Graph.Edge, List<Cell>> ways = new LinkedHashMap<>();

    private final Map<String, Cell> cells = new HashMap<>();

    GraphColumns(Graph graph, ToDoubleFunction<Graph.Node> height) {
        var layer = graph.layers();
        for (var node : graph.nodes()) {
            if (isLoose(graph, node)) continue;
            var cell = new Cell(node.id(), Knots.isKnot(node.id()) ? PASSAGE : height.applyAsDouble(node));
            cells.put(node.id(), cell);
            column(layer.getOrDefault(node.id(), 0)).add(cell);
        }
        for (var edge : graph.edges())
            ways.put(edge, way(edge, layer.getOrDefault(edge.from(), 0), layer.getOrDefault(edge.to(), 0)));
        untangle();
    }

    static boolean isLoose(Graph graph, Graph.Node node) {
        return graph.edges().stream().noneMatch(e -> e.from().equals(node.id()) || e.to().equals(node.id()));
    }

    private List<Cell> way(Graph.Edge edge, int from, int to) {
        var way = new ArrayList<Cell>();
        way.add(cell(edge.from()));
        for (int i = from + 1; i < to; i++) {
            var passage = new Cell("", PASSAGE);
            column(i).add(passage);
            way.add(passage);
        }
        way.add(cell(edge.to()));
        for (int i = 1; i < way.size(); i++) {
            way.get(i - 1).after.add(way.get(i));
            way.get(i).before.add(way.get(i - 1));
        }
        return way;
    }

    private Cell cell(String node) {
        var cell = cells.get(node);
        if (cell == null) throw new IllegalStateException("no cell for " + node);
        return cell;
    }

    private List<Cell> column(int index) {
        while (columns.size() <= index) columns.add(new ArrayList<>());
        return columns.get(index);
    }

    private void untangle() {
        var best = copy();
        long fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            if (sweep % 2 == 0)
                for (int i = 1; i < columns.size(); i++) sort(columns.get(i), columns.get(i - 1), c -> c.before);
            else for (int i = columns.size() - 2; i >= 0; i--) sort(columns.get(i), columns.get(i + 1), c -> c.after);
            long now = crossings();
            if (now < fewest) {
                fewest = now;
                best = copy();
            }
        }
        columns.clear();
        columns.addAll(best);
    }

    private static void sort(List<Cell> column, List<Cell> beside, Function<Cell, List<Cell>> neighbours) {
        var middle = new HashMap<Cell, Double>();
        for (int i = 0; i < column.size(); i++) {
            double own = i;
            middle.put(
                    column.get(i),
                    neighbours.apply(column.get(i)).stream()
                            .mapToInt(beside::indexOf)
                            .average()
                            .orElse(own));
        }
        column.sort(Comparator.comparingDouble(cell -> middle.getOrDefault(cell, 0.0)));
    }

    long crossings() {
        long count = 0;
        for (int i = 0; i + 1 < columns.size(); i++) {
            var arrows = new ArrayList<int[]>();
            for (int from = 0; from < columns.get(i).size(); from++)
                for (var to : columns.get(i).get(from).after)
                    arrows.add(new int[] {from, columns.get(i + 1).indexOf(to)});
            for (var a : arrows) for (var b : arrows) if (a[0] < b[0] && a[1] > b[1]) count++;
        }
        return count;
    }

    private List<List<Cell>> copy() {
        var copy = new ArrayList<List<Cell>>();
        for (var column : columns) copy.add(new ArrayList<>(column));
        return copy;
    }
}
