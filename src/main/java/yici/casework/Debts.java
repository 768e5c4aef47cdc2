package yici.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything owed in the cases of one application while an act is under way; {@link DebtStore} loads and saves it. */
final class Debts {

    private final List<Debt> all = new ArrayList<>();
    private final TreeSet<Integer> changed = new TreeSet<>();

    Debts(Collection<Debt> debts) {
        all.addAll(debts);
    }

    void add(Collection<Debt> debts) {
        for (var debt : debts) {
            changed.add(all.size());
            all.add(debt);
        }
    }

    /** What one case still waits for. */
    List<Debt> open(int no) {
        return all.stream().filter(d -> d.no() == no && d.isOpen()).toList();
    }

    /** The names of what one case still waits for, as a line of the timeline has them. */
    String openNames(int no) {
        return open(no).stream().map(d -> d.name().zh()).collect(Collectors.joining("、"));
    }

    /** A document that is there is there for every case. */
    List<Debt> supplied(Collection<String> evidence, Instant at) {
        var supplied = new ArrayList<Debt>();
        for (int i = 0; i < all.size(); i++) {
            var debt = all.get(i);
            if (!debt.isOpen() || !evidence.contains(debt.evidence())) continue;
            all.set(i, debt.supplied(at));
            changed.add(i);
            supplied.add(debt);
        }
        return List.copyOf(supplied);
    }

    List<Debt> changed() {
        return changed.stream().map(all::get).toList();
    }
}
