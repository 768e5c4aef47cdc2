package yici.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import yici.kit.GraphColumns.Cell;

/** Where everything of a {@link Graph} stands: boxes, arrows, and notes of what is handed over. Pure arithmetic, in CSS pixels. */
record GraphDrawing(int width, int height, List<Box> boxes, List<Arrow> arrows, List<Knot> knots, List<Note> notes) {

    static final int LABEL = 16;
    static final int SMALL = 14;
    static final int LINE = 23;
    static final int SMALL_LINE = 20;
    static final int BOX = 244;
    static final int INDENT = 44;

    private static final int PAD = 13;
    private static final int MARGIN = 2;
    private static final int GAP = 20;
    private static final int ALLEY = 72;
    private static final int ALLEY_WITH_NOTES = 150;
    private static final int SETTLINGS = 24;

    /** A node with its wrapped texts; x and y are the upper left corner. */
    record Box(Graph.Node node, int x, int y, int height, List<String> lines, List<String> sub) {
        int right() {
            return x + BOX;
        }

        int bottom() {
            return y + height;
        }

        /** The base line of label line {@code i}. */
        int baseline(int i) {
            return y + PAD + i * LINE + 17;
        }

        int subBaseline(int i) {
            return y + PAD + lines.size() * LINE + i * SMALL_LINE + 16;
        }
    }

    /**
     * A line from box to box, or a part of it before or behind a knot.
     *
     * @param path as SVG path data
     * @param head the tip, also a path; empty where the line ends in a knot
     */
    record Arrow(Graph.Edge edge, String path, String head) {}

    /** Where lines meet. */
    record Knot(int x, int y) {}

    /** What is handed over, written in the alley; x is the middle, y the upper edge. */
    record Note(int x, int y, List<String> lines) {
        int baseline(int i) {
            return y + i * SMALL_LINE + 15;
        }

        int height() {
            return lines.size() * SMALL_LINE;
        }
    }

    /** Where the list takes its place: the drawing is never shrunk until its words are too small to read. */
    String size() {
        return width <= 560 ? "small" : width <= 800 ? "medium" : width <= 1060 ? "large" : "huge";
    }

    static GraphDrawing of(Graph graph) {
        return new Layout(graph).draw();
    }

    private static final class Layout {
        private final Graph graph;
        private final Graph tied;
        private final Map<String, Box> texts = new LinkedHashMap<>();
        private final GraphColumns columns;
        private final List<Integer> lefts = new ArrayList<>();
        private final Map<String, Box> boxes = new LinkedHashMap<>();

        Layout(Graph graph) {
            this.graph = graph;
            for (var node : graph.nodes()) texts.put(node.id(), wrapped(node));
            tied = Knots.tied(graph);
            columns = new GraphColumns(tied, node -> text(node.id()).height());
        }

        GraphDrawing draw() {
            int right = placeColumns();
            settle();
            int bottom = placeBoxes();
            var notes = notes();
            bottom = Math.max(
                    bottom,
                    notes.stream().mapToInt(n -> n.y() + n.height()).max().orElse(0));
            placeLoose(Math.max(right, MARGIN), bottom == 0 ? MARGIN : bottom + 2 * GAP);
            int width = boxes.values().stream().mapToInt(Box::right).max().orElse(0) + MARGIN;
            int height = Math.max(
                            bottom,
                            boxes.values().stream().mapToInt(Box::bottom).max().orElse(0))
                    + MARGIN;
            var inOrder = graph.nodes().stream().map(n -> box(n.id())).toList();
            return new GraphDrawing(width, height, inOrder, arrows(), knots(), notes);
        }

        private static Box wrapped(Graph.Node node) {
            int room = BOX - INDENT - PAD;
            var lines = TextFit.wrap(node.label(), LABEL, room, 3);
            var sub = parts(node.sub(), room);
            return new Box(node, 0, 0, 2 * PAD + lines.size() * LINE + sub.size() * SMALL_LINE, lines, sub);
        }

        /** On one line if it fits; else each part after a middle dot begins its own. */
        private static List<String> parts(String sub, int room) {
            if (sub.isEmpty()) return List.of();
            if (TextFit.width(sub, SMALL - 1) <= room) return List.of(sub);
            return Arrays.stream(sub.split(" · "))
                    .limit(3)
                    .flatMap(part -> TextFit.wrap(part, SMALL - 1, room, 2).stream())
                    .toList();
        }

        private int placeColumns() {
            int x = MARGIN;
            for (int i = 0; i < columns.columns.size(); i++) {
                if (i > 0) x += alley(i - 1);
                lefts.add(x);
                x += width(i);
            }
            return x;
        }

        /** A column of knots alone needs no width. */
        private int width(int i) {
            return columns.columns.get(i).stream().anyMatch(Cell::isBox) ? BOX : 0;
        }

        /** The free space right of column {@code i}. */
        private int alley(int i) {
            boolean written = columns.ways.entrySet().stream()
                    .anyMatch(w -> !w.getKey().label().isEmpty()
                            && columns.columns.get(i).contains(w.getValue().getFirst()));
            return written ? ALLEY_WITH_NOTES : ALLEY;
        }

        /** Every cell as near to the middle of its neighbours as its column allows. */
        private void settle() {
            for (var column : columns.columns) align(column, new double[column.size()]);
            for (int round = 0; round < SETTLINGS; round++) {
                boolean forward = round % 2 == 0;
                for (int k = 0; k < columns.columns.size(); k++) {
                    var column = columns.columns.get(forward ? k : columns.columns.size() - 1 - k);
                    var wanted = new double[column.size()];
                    for (int i = 0; i < wanted.length; i++) {
                        var cell = column.get(i);
                        var beside = forward ? cell.before : cell.after;
                        wanted[i] =
                                beside.stream().mapToDouble(c -> c.y).average().orElse(cell.y);
                    }
                    align(column, wanted);
                }
            }
        }

        private static void align(List<Cell> column, double[] wanted) {
            var settled = Stack.settle(
                    wanted, column.stream().mapToDouble(c -> c.height).toArray(), GAP);
            for (int i = 0; i < settled.length; i++) column.get(i).y = settled[i];
        }

        private int placeBoxes() {
            double top = columns.columns.stream()
                    .flatMap(List::stream)
                    .mapToDouble(c -> c.y - c.height / 2)
                    .min()
                    .orElse(0);
            int bottom = 0;
            for (int i = 0; i < columns.columns.size(); i++) {
                for (var cell : columns.columns.get(i)) {
                    cell.y += MARGIN - top;
                    bottom = Math.max(bottom, (int) Math.ceil(cell.y + cell.height / 2));
                    if (cell.isBox()) put(cell.node, lefts.get(i), (int) Math.round(cell.y - cell.height / 2));
                }
            }
            return bottom;
        }

        /** Those that neither wait nor are waited for stand in rows below. */
        private void placeLoose(int right, int top) {
            var loose = graph.nodes().stream()
                    .filter(n -> GraphColumns.isLoose(graph, n))
                    .toList();
            int abreast = Math.max(Math.min(3, loose.size()), (right - MARGIN + GAP) / (BOX + GAP));
            int y = top;
            for (int start = 0; start < loose.size(); start += abreast) {
                var row = loose.subList(start, Math.min(loose.size(), start + abreast));
                int tallest = 0;
                for (int i = 0; i < row.size(); i++) {
                    put(row.get(i).id(), MARGIN + i * (BOX + GAP), y);
                    tallest = Math.max(tallest, text(row.get(i).id()).height());
                }
                y += tallest + GAP;
            }
        }

        private void put(String id, int x, int y) {
            var text = text(id);
            boxes.put(id, new Box(text.node(), x, y, text.height(), text.lines(), text.sub()));
        }

        /** One note for all arrows that carry the same away from the same node; those of one alley stand clear of each other. */
        private List<Note> notes() {
            var notes = new ArrayList<Note>();
            for (int i = 0; i + 1 < columns.columns.size(); i++) {
                int alley = alley(i);
                if (alley != ALLEY_WITH_NOTES) continue;
                int middle = lefts.get(i) + width(i) + alley / 2 - 4;
                var here = new ArrayList<Wish>();
                for (var source : columns.columns.get(i)) here.addAll(wishes(source, alley));
                here.sort(Comparator.comparingDouble(Wish::y));
                var settled = Stack.settle(
                        here.stream().mapToDouble(Wish::y).toArray(),
                        here.stream()
                                .mapToDouble(w -> w.lines.size() * SMALL_LINE)
                                .toArray(),
                        4);
                for (int k = 0; k < settled.length; k++) {
                    var lines = here.get(k).lines;
                    double y = settled[k] - lines.size() * SMALL_LINE / 2.0;
                    notes.add(new Note(middle, (int) Math.round(Math.max(y, 0)), lines));
                }
            }
            return notes;
        }

        private record Wish(List<String> lines, double y) {}

        private List<Wish> wishes(Cell source, int alley) {
            var middles = new LinkedHashMap<String, List<Double>>();
            columns.ways.forEach((edge, way) -> {
                if (way.getFirst() == source && !edge.label().isEmpty())
                    middles.computeIfAbsent(edge.label(), _ -> new ArrayList<>())
                            .add(0.35 * source.y + 0.65 * way.get(1).y);
            });
            var wishes = new ArrayList<Wish>();
            middles.forEach((label, ys) -> wishes.add(new Wish(
                    TextFit.wrap(label, SMALL - 1, alley - 16, 3),
                    ys.stream().mapToDouble(y -> y).average().orElse(source.y))));
            return wishes;
        }

        private List<Arrow> arrows() {
            var ports = ports();
            var arrows = new ArrayList<Arrow>();
            columns.ways.forEach((edge, way) -> arrows.add(arrow(edge, way, ports.getOrDefault(edge, 0.0))));
            return arrows;
        }

        /** Arrows into one box end a little apart, in the order they come from. */
        private Map<Graph.Edge, Double> ports() {
            var ports = new HashMap<Graph.Edge, Double>();
            for (var node : graph.nodes()) {
                var into = new ArrayList<>(tied.into(node));
                into.sort(Comparator.comparingDouble(e -> lastBefore(e).y));
                double apart = Math.min(14, (text(node.id()).height() - 2.0 * PAD) / Math.max(1, into.size()));
                for (int i = 0; i < into.size(); i++) ports.put(into.get(i), (i - (into.size() - 1) / 2.0) * apart);
            }
            return ports;
        }

        private Cell lastBefore(Graph.Edge edge) {
            var way = columns.ways.get(edge);
            if (way == null) throw new IllegalStateException("no way for " + edge);
            return way.get(way.size() - 2);
        }

        private Arrow arrow(Graph.Edge edge, List<Cell> way, double port) {
            boolean intoBox = !Knots.isKnot(edge.to());
            int column = column(way.getFirst());
            double x = lefts.get(column) + (way.getFirst().isBox() ? BOX : 0);
            double y = way.getFirst().y;
            var path = new StringBuilder(say("M%.1f %.1f", x, y));
            if (!way.getFirst().isBox()) path.append(say("H%.1f", x += width(column)));
            for (int i = 1; i < way.size(); i++) {
                boolean tip = intoBox && i == way.size() - 1;
                double toX = lefts.get(column + i) - (tip ? 9 : 0);
                double toY = way.get(i).y + (tip ? port : 0);
                double bend = (toX - x) / 2;
                path.append(say("C%.1f %.1f %.1f %.1f %.1f %.1f", x + bend, y, toX - bend, toY, toX, toY));
                if (i < way.size() - 1) path.append(say("H%.1f", toX + width(column + i)));
                x = toX + width(column + i);
                y = toY;
            }
            return new Arrow(
                    edge, path.toString(), intoBox ? head(box(edge.to()).x() - 3, y) : "");
        }

        private static String head(double x, double y) {
            return say("M%.1f %.1fL%.1f %.1fL%.1f %.1fZ", x - 9, y - 5.5, x, y, x - 9, y + 5.5);
        }

        private int column(Cell cell) {
            for (int i = 0; i < columns.columns.size(); i++)
                if (columns.columns.get(i).contains(cell)) return i;
            throw new IllegalStateException("in no column: " + cell.node);
        }

        private List<Knot> knots() {
            var knots = new ArrayList<Knot>();
            for (int i = 0; i < columns.columns.size(); i++)
                for (var cell : columns.columns.get(i))
                    if (Knots.isKnot(cell.node)) knots.add(new Knot(lefts.get(i), (int) Math.round(cell.y)));
            return knots;
        }

        private Box text(String id) {
            return known(texts.get(id), id);
        }

        private Box box(String id) {
            return known(boxes.get(id), id);
        }

        private static Box known(@org.jspecify.annotations.Nullable Box box, String id) {
            if (box == null) throw new IllegalStateException("not placed: " + id);
            return box;
        }

        private static String say(String format, Object... numbers) {
            return String.format(Locale.ROOT, format, numbers);
        }
    }
}
