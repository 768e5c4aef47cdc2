package yici.catalogue;

import java.util.HashMap;
import java.util.Optional;
import yici.calendar.ClockRule;

/**
 * What need not be there when an application is made: documents that may come later (容缺受理) and proofs a promise may stand for (告知承诺制).
 * The law's own clocks say how long; a guide that goes beyond them is refused.
 */
final class ReadLater {

    static final String OWED = "owed.evidence";
    static final String COMMITMENT = "commitment.check";

    private ReadLater() {}

    static Optional<Guide.Owe> owe(Json evidence, ReadGuide.Known known) {
        return evidence.maybe("owe")
                .map(owe -> new Guide.Owe(within(owe, known.clock(OWED)), owe.choice("missed", Guide.Missed.class)));
    }

    static Optional<Guide.Commitment> commitment(Json evidence, ReadGuide.Known known) {
        return evidence.maybe("commitment")
                .map(promise -> new Guide.Commitment(
                        promise.text("version"),
                        within(promise.at("check"), known.clock(COMMITMENT)),
                        promise.translated("conditions"),
                        promise.translated("standards"),
                        promise.translated("duties"),
                        promise.translated("consequences"),
                        promise.translated("promise")));
    }

    private static Guide.Limit within(Json json, ClockRule rule) {
        var said = ReadGuide.limit(json);
        var own = rule.limit().orElseThrow(() -> new IllegalStateException(rule.key() + " has no limit"));
        if (!own.unit().name().equals(said.unit().name()))
            throw json.at("unit").refused(rule.key() + " is counted in " + own.unit());
        if (!rule.admits(said.asClock()))
            throw json.at("value")
                    .refused(rule.key() + " allows "
                            + rule.bounds()
                                    .map(b -> b.least() + " to " + b.most())
                                    .orElse("at most " + own.value())
                            + ", not " + said.value());
        return said;
    }

    /** Everything owed in one case is due on one day and has one outcome: the case has one clock for it. */
    static void check(Json file, Guide guide) {
        var saidFor = new HashMap<String, Guide.Evidence>();
        for (var json : file.list("materials")) {
            var evidence = guide.evidence(json.text("key"));
            if (evidence.owe().isEmpty() && evidence.commitment().isEmpty()) continue;
            var place = json.at(evidence.owe().isPresent() ? "owe" : "commitment");
            if (evidence.waiver() != Guide.Waiver.NONE)
                throw place.refused("but nobody has to hand it in: " + evidence.waiver());
            for (var key : evidence.usedBy()) {
                onlyWhereSomebodyDecides(place, guide.item(key));
                if (evidence.owe().isPresent())
                    sameAsTheOthers(place, key, evidence, saidFor.putIfAbsent(key, evidence));
            }
        }
    }

    /** A register answers by itself, and silence renews a licence: neither would wait for what is owed. */
    private static void onlyWhereSomebodyDecides(Json place, Guide.Item item) {
        if (item.nodeType() == Guide.NodeType.VERIFY) throw place.refused("a register decides " + item.key());
        if (item.renews().isPresent()) throw place.refused("silence renews " + item.key());
    }

    private static void sameAsTheOthers(
            Json place, String item, Guide.Evidence evidence, Guide.@org.jspecify.annotations.Nullable Evidence other) {
        if (other != null && !other.owe().equals(evidence.owe()))
            throw place.refused("but " + other.key() + ", owed for " + item + " too, says otherwise");
    }
}
