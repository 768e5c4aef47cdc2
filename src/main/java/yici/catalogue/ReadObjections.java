package yici.catalogue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yici.jurisdiction.Area;

/**
 * Where somebody may disagree: everybody, with what is put before the public ahead of the decision (公示异议), and the applicant, with what was
 * found (重新评定). Names of clocks, questions and choices have to lead somewhere.
 */
final class ReadObjections {

    private ReadObjections() {}

    static Optional<Guide.PublicNotice> notice(Json stop, ReadGuide.Known known) {
        return stop.maybe("notice")
                .map(notice -> new Guide.PublicNotice(
                        notice.translated("title"),
                        notice.translated("basis"),
                        notice.maybe("objections").map(o -> objections(o, known))));
    }

    private static Guide.Objections objections(Json json, ReadGuide.Known known) {
        var switchesTo = new LinkedHashMap<String, String>();
        for (var answer : json.list("switchesTo")) {
            var before = switchesTo.putIfAbsent(answer.text("question"), answer.text("choice"));
            if (before != null) throw answer.at("question").refused("answered already: " + before);
        }
        return new Guide.Objections(clock(json, known), switchesTo, json.translated("late"));
    }

    static Optional<Guide.Review> review(Json item, ReadGuide.Known known) {
        return item.maybe("review")
                .map(review -> new Guide.Review(clock(review, known), levels(review), review.translated("late")));
    }

    private static List<Area.Level> levels(Json review) {
        var levels = new LinkedHashSet<Area.Level>();
        for (var level : review.list("levels")) {
            var named = level.oneOf(Set.of("PREFECTURE", "PROVINCE"), "level above a county");
            if (!levels.add(Area.Level.valueOf(named))) throw level.refused("stands twice");
        }
        if (levels.isEmpty()) throw review.refused("nobody finds anew");
        return List.copyOf(levels);
    }

    private static String clock(Json json, ReadGuide.Known known) {
        try {
            var rule = known.clock(json.text("clock"));
            if (rule.limit().isEmpty()) throw json.at("clock").refused(rule.key() + " has no limit");
            return rule.key();
        } catch (IllegalArgumentException unknown) {
            throw json.at("clock").refused("there is no clock " + json.text("clock"));
        }
    }

    static void check(Json file, Guide guide) {
        for (var json : file.list("items")) {
            var item = guide.item(json.text("key"));
            for (var stop : json.list("clockStops"))
                if (stop.maybe("notice").isPresent()) onlyWhereSomebodyDecides(stop.at("notice"), item);
            if (json.maybe("review").isPresent()) onlyWhereSomebodyDecides(json.at("review"), item);
            for (var stop : json.list("clockStops")) for (var answer : answers(stop)) leadsSomewhere(answer, guide);
        }
    }

    private static List<Json> answers(Json stop) {
        return stop.maybe("notice")
                .flatMap(n -> n.maybe("objections"))
                .map(o -> o.list("switchesTo"))
                .orElse(List.of());
    }

    private static void onlyWhereSomebodyDecides(Json place, Guide.Item item) {
        if (item.nodeType() == Guide.NodeType.VERIFY) throw place.refused("a register decides " + item.key());
    }

    private static void leadsSomewhere(Json answer, Guide guide) {
        var question = guide.questions().stream()
                .filter(q -> q.key().equals(answer.text("question")))
                .findFirst()
                .orElseThrow(() -> answer.at("question").refused("there is no such scenario question"));
        if (question.choices().stream().noneMatch(c -> c.key().equals(answer.text("choice"))))
            throw answer.at("choice").refused(question.key() + " has no such choice");
    }
}
