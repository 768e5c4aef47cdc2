package yici.exchange;

import java.util.List;
import yici.catalogue.Change;
import yici.catalogue.Holding;

/**
 * What an import says of one record.
 *
 * @param changes for a changed one; none where only the order of lists has changed
 * @param problems for a refused one
 */
record Line(
        String file,
        int line,
        Holding.Kind kind,
        String key,
        Outcome outcome,
        List<Change> changes,
        List<Problem> problems) {

    enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    static Line of(Incoming incoming, Outcome outcome) {
        return new Line(
                incoming.file(), incoming.line(), incoming.kind(), incoming.key(), outcome, List.of(), List.of());
    }

    static Line refused(Incoming incoming, List<Problem> problems) {
        return new Line(
                incoming.file(),
                incoming.line(),
                incoming.kind(),
                incoming.key(),
                Outcome.REFUSED,
                List.of(),
                problems);
    }

    static Line changed(Incoming incoming, List<Change> changes) {
        return new Line(
                incoming.file(), incoming.line(), incoming.kind(), incoming.key(), Outcome.CHANGED, changes, List.of());
    }
}
