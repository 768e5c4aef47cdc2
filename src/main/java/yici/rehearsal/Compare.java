package yici.rehearsal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import yici.application.Plan;
import yici.application.WouldHave.Course;
import yici.catalogue.Guide;
import yici.rehearsal.Difference.Kind;

/** In what two courses of one application differ: that of the text in force, and that of the draft. */
final class Compare {

    private final Side before;
    private final Side after;
    private final List<Difference> found = new ArrayList<>();

    /** @param offices who decides each item, by the id of the body */
    record Side(Guide guide, Course course, Map<String, String> offices) {
        Plan plan() {
            return course.plan();
        }

        List<String> items() {
            return plan().items();
        }

        /** What an item waits for. */
        String waits(String item) {
            return plan().edges().stream()
                    .filter(edge -> edge.to().equals(item))
                    .map(Plan.Edge::from)
                    .sorted()
                    .collect(Collectors.joining(","));
        }

        String limit(String item) {
            var limit = guide.item(item).promised();
            return limit.value() + " " + limit.unit();
        }

        String limit() {
            return guide.jointLimit().value() + " " + guide.jointLimit().unit();
        }
    }

    private Compare(Side before, Side after) {
        this.before = before;
        this.after = after;
    }

    /** In the order of {@link Kind}. */
    static List<Difference> of(Side before, Side after) {
        var compare = new Compare(before, after);
        compare.asked();
        compare.routed();
        compare.found.sort(java.util.Comparator.comparing(Difference::kind));
        return List.copyOf(compare.found);
    }

    private void asked() {
        sets(before.course().unmet(), after.course().unmet(), Kind.REFUSED, Kind.NO_MORE_REFUSED);
        sets(before.course().open(), after.course().open(), Kind.QUESTION, Kind.NO_MORE_QUESTION);
        sets(before.course().bring(), after.course().bring(), Kind.EVIDENCE, Kind.NO_MORE_EVIDENCE);
        sets(before.plan().asked(), after.plan().asked(), Kind.FIELD, Kind.NO_MORE_FIELD);
    }

    private void routed() {
        sets(before.items(), after.items(), Kind.SERVICE, Kind.NO_MORE_SERVICE);
        for (var item : before.items()) {
            if (!after.items().contains(item)) continue;
            values(Kind.OFFICE, item, office(before, item), office(after, item));
            values(Kind.WAITS_FOR, item, before.waits(item), after.waits(item));
            values(Kind.LIMIT, item, before.limit(item), after.limit(item));
        }
        values(Kind.LIMIT, "", before.limit(), after.limit());
    }

    private static String office(Side side, String item) {
        return side.offices().getOrDefault(item, "");
    }

    private void sets(Collection<String> was, Collection<String> now, Kind more, Kind less) {
        for (var thing : new TreeSet<>(now)) if (!was.contains(thing)) found.add(Difference.of(more, thing));
        for (var thing : new TreeSet<>(was)) if (!now.contains(thing)) found.add(Difference.of(less, thing));
    }

    private void values(Kind kind, String thing, String was, String now) {
        if (!was.equals(now)) found.add(new Difference(kind, thing, was, now));
    }
}
