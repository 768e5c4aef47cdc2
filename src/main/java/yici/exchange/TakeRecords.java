package yici.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import yici.catalogue.Changes;
import yici.catalogue.Holdings;
import yici.catalogue.PublishEdition;
import yici.catalogue.TakeHolding;
import yici.catalogue.TakeHolding.Taken;

/**
 * Takes records one after the other, each whole or not at all, and says of each what came of it. A rehearsal does the very same and takes
 * everything back, so that it cannot promise what the import then does not do.
 */
@Component
class TakeRecords {

    private final Holdings holdings;
    private final TakeHolding take;
    private final TransactionTemplate whole;
    private final TransactionTemplate each;

    TakeRecords(Holdings holdings, TakeHolding take, PlatformTransactionManager transactions) {
        this.holdings = holdings;
        this.take = take;
        this.whole = new TransactionTemplate(transactions);
        this.each = new TransactionTemplate(transactions);
        each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What would come of it; nothing of it stays. */
    List<Line> rehearse(List<Incoming> records, PublishEdition.Terms terms) {
        return whole.execute(status -> {
            var lines = take(records, terms);
            status.setRollbackOnly();
            return lines;
        });
    }

    /** The same inside of the caller's transaction, of which everything else stays. */
    List<Line> rehearseWithin(List<Incoming> records, PublishEdition.Terms terms) {
        return each.execute(status -> {
            var lines = take(records, terms);
            status.setRollbackOnly();
            return lines;
        });
    }

    /** In the caller's transaction, in the order of the records' kinds; told in the order in which they came. */
    List<Line> take(List<Incoming> records, PublishEdition.Terms terms) {
        return whole.execute(_ -> {
            var held = held(terms);
            var seen = new HashSet<String>();
            var lines = new IdentityHashMap<Incoming, Line>();
            for (var record : sorted(records)) lines.put(record, take(record, terms, held, seen));
            return records.stream().map(lines::get).toList();
        });
    }

    private static List<Incoming> sorted(List<Incoming> records) {
        var sorted = new ArrayList<>(records);
        sorted.sort(Comparator.comparing(Incoming::kind));
        return sorted;
    }

    private Map<String, JsonNode> held(PublishEdition.Terms terms) {
        var held = new HashMap<String, JsonNode>();
        for (var holding : holdings.all(terms.effectiveFrom()))
            held.put(holding.kind() + " " + holding.key(), Holdings.json(holding));
        return held;
    }

    private Line take(Incoming record, PublishEdition.Terms terms, Map<String, JsonNode> held, HashSet<String> seen) {
        if (record.json().isEmpty()) return Line.refused(record, record.problems());
        var name = record.kind() + " " + record.key();
        if (!seen.add(name))
            return Line.refused(record, List.of(new Problem(record.line(), "", record.key(), "TWICE", "")));

        var json = record.json().get();
        var before = held.get(name);
        if (json.equals(before)) return Line.of(record, Line.Outcome.UNCHANGED);
        return each.execute(status -> switch (take.take(Holdings.read(record.kind(), json), terms)) {
            case Taken.Done() ->
                before == null
                        ? Line.of(record, Line.Outcome.CREATED)
                        : Line.changed(record, Changes.between(before, json));
            case Taken.Refused(var refusals) -> {
                status.setRollbackOnly();
                yield Line.refused(
                        record, refusals.stream().map(r -> problem(record, r)).toList());
            }
        });
    }

    private static Problem problem(Incoming record, TakeHolding.Refusal refusal) {
        return new Problem(
                record.line(), refusal.path(), refusal.value(), refusal.why().name(), refusal.detail());
    }
}
