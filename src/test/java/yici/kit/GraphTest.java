package yici.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GraphTest {

    @Test
    void a_circle_is_refused() {
        var nodes = List.of(node("a"), node("b"));
        var circle = List.of(edge("a", "b"), edge("b", "a"));

        assertThatThrownBy(() -> new Graph(nodes, circle)).hasMessageContaining("circle");
    }

    @Test
    void an_edge_needs_both_its_nodes() {
        var nodes = List.of(node("a"));

        assertThatThrownBy(() -> new Graph(nodes, List.of(edge("a", "b")))).hasMessageContaining("without its node");
    }

    @Test
    void what_waits_stands_right_of_what_it_waits_for() {
        var graph = new Graph(
                List.of(node("household"), node("birth"), node("insurance")),
                List.of(edge("birth", "household"), edge("household", "insurance")));

        var drawing = GraphDrawing.of(graph);

        assertThat(graph.inOrder()).extracting(Graph.Node::id).containsExactly("birth", "household", "insurance");
        assertThat(box(drawing, "birth").right())
                .isLessThan(box(drawing, "household").x());
        assertThat(box(drawing, "household").right())
                .isLessThan(box(drawing, "insurance").x());
    }

    @Test
    void two_arrows_that_need_not_cross_do_not() {
        var graph =
                new Graph(List.of(node("a"), node("b"), node("x"), node("y")), List.of(edge("a", "y"), edge("b", "x")));

        assertThat(new GraphColumns(graph, _ -> 60).crossings()).isZero();
    }

    @Test
    void what_is_handed_over_is_written_once_for_all_arrows_that_carry_it() {
        var graph = new Graph(
                List.of(node("a"), node("x"), node("y")),
                List.of(new Graph.Edge("a", "x", "出生证编号"), new Graph.Edge("a", "y", "出生证编号")));

        assertThat(GraphDrawing.of(graph).notes())
                .singleElement()
                .satisfies(note -> assertThat(note.lines()).containsExactly("出生证编号"));
    }

    @Test
    void six_that_all_lead_to_the_same_six_meet_in_a_knot() {
        var nodes = new ArrayList<Graph.Node>();
        var edges = new ArrayList<Graph.Edge>();
        for (int i = 0; i < 6; i++) nodes.add(node("from" + i));
        for (int i = 0; i < 6; i++) nodes.add(node("to" + i));
        for (int i = 0; i < 6; i++) for (int k = 0; k < 6; k++) edges.add(new Graph.Edge("from" + i, "to" + k, "证号"));

        var drawing = GraphDrawing.of(new Graph(nodes, edges));

        assertThat(drawing.arrows()).hasSize(12);
        assertThat(drawing.knots()).hasSize(1);
        assertThat(drawing.notes()).hasSize(1);
    }

    @Property(tries = 100)
    void a_knot_loses_no_way_and_adds_none(
            @ForAll @IntRange(min = 2, max = 12) int nodes,
            @ForAll @IntRange(min = 30, max = 100) int density,
            @ForAll long seed) {
        var graph = random(nodes, density, new Random(seed));

        var tied = Knots.tied(graph);

        assertThat(ways(tied)).isEqualTo(ways(graph));
    }

    private static java.util.Set<String> ways(Graph graph) {
        var ways = new java.util.TreeSet<String>();
        for (var edge : graph.edges()) {
            if (Knots.isKnot(edge.from())) continue;
            if (!Knots.isKnot(edge.to())) ways.add(edge.from() + ">" + edge.to() + edge.label());
            else
                for (var on : graph.edges())
                    if (on.from().equals(edge.to())) ways.add(edge.from() + ">" + on.to() + edge.label() + on.label());
        }
        return ways;
    }

    @Test
    void nothing_at_all_can_be_drawn() {
        var drawing = GraphDrawing.of(new Graph(List.of(), List.of()));

        assertThat(drawing.boxes()).isEmpty();
    }

    @Property(tries = 400)
    void a_drawing_keeps_its_promises(
            @ForAll @IntRange(min = 1, max = 24) int nodes,
            @ForAll @IntRange(max = 60) int density,
            @ForAll long seed) {
        var graph = random(nodes, density, new Random(seed));

        keepsItsPromises(graph);
    }

    /** No box on another, arrows forward, everything inside the view box, each line in its box. */
    static void keepsItsPromises(Graph graph) {
        var drawing = GraphDrawing.of(graph);

        assertThat(drawing.boxes()).hasSameSizeAs(graph.nodes());
        assertThat(drawing.arrows()).hasSameSizeAs(Knots.tied(graph).edges());
        for (var box : drawing.boxes()) {
            assertThat(box.x()).isNotNegative();
            assertThat(box.y()).isNotNegative();
            assertThat(box.right()).isLessThanOrEqualTo(drawing.width());
            assertThat(box.bottom()).isLessThanOrEqualTo(drawing.height());
            assertThat(box.lines())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(3)
                    .allSatisfy(line -> assertThat(TextFit.width(line, GraphDrawing.LABEL))
                            .isLessThanOrEqualTo(GraphDrawing.BOX - GraphDrawing.INDENT));
            for (var other : drawing.boxes())
                if (box != other)
                    assertThat(apart(box, other)).as("%s on %s", box, other).isTrue();
        }
        for (var edge : graph.edges())
            assertThat(box(drawing, edge.from()).right())
                    .isLessThan(box(drawing, edge.to()).x());
        for (var note : drawing.notes()) {
            assertThat(note.y()).isNotNegative();
            assertThat(note.y() + note.height()).isLessThanOrEqualTo(drawing.height());
            assertThat(note.lines()).isNotEmpty();
        }
    }

    private static boolean apart(GraphDrawing.Box a, GraphDrawing.Box b) {
        return a.right() < b.x() || b.right() < a.x() || a.bottom() < b.y() || b.bottom() < a.y();
    }

    private static GraphDrawing.Box box(GraphDrawing drawing, String id) {
        return drawing.boxes().stream()
                .filter(b -> b.node().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Graph random(int size, int density, Random random) {
        var words = List.of(
                "出生医学证明首次签发", "Household registration of the newborn", "社保卡", "주민 등록", "ab", "医疗保险参保登记（城乡居民）与待遇");
        var nodes = new ArrayList<Graph.Node>();
        for (int i = 0; i < size; i++)
            nodes.add(new Graph.Node(
                    "n" + i,
                    words.get(random.nextInt(words.size())),
                    random.nextBoolean() ? "" : "公安局 · 5 个工作日",
                    State.values()[random.nextInt(State.values().length)]));
        var edges = new ArrayList<Graph.Edge>();
        for (int from = 0; from < size; from++)
            for (int to = from + 1; to < size; to++)
                if (random.nextInt(100) < density)
                    edges.add(new Graph.Edge("n" + from, "n" + to, random.nextBoolean() ? "" : "证明编号 " + to % 3));
        return new Graph(nodes, edges);
    }

    private static Graph.Node node(String id) {
        return new Graph.Node(id, id, "", State.PLANNED);
    }

    private static Graph.Edge edge(String from, String to) {
        return new Graph.Edge(from, to, "");
    }
}
