package yici.casework;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the work on an application together: its cases and its clocks, under the lock the caller has taken. */
@Component
class OpenWork {

    private final Bundles bundles;
    private final ClockStore clocks;
    private final DebtStore debts;
    private final Registers registers;
    private final Clocks dates;

    OpenWork(Bundles bundles, ClockStore clocks, DebtStore debts, Registers registers, Clocks dates) {
        this.bundles = bundles;
        this.clocks = clocks;
        this.debts = debts;
        this.registers = registers;
        this.dates = dates;
    }

    /** What is there, locked until the end of the transaction. */
    Work of(Bundle locked) {
        return with(locked, bundles.lockCases(locked.application()));
    }

    /** With cases that are still to be written down. */
    Work with(Bundle locked, Collection<CaseFile> cases) {
        var id = locked.application();
        return new Work(locked, cases, clocks.of(id), debts.of(id), dates, c -> answered(locked, c));
    }

    /** Nothing of it is in the database yet. */
    Work fresh(Bundle bundle, Collection<CaseFile> cases) {
        var none = new RunningClocks(dates, List.of(), List.of());
        return new Work(bundle, cases, none, new Debts(List.of()), dates, c -> answered(bundle, c));
    }

    private boolean answered(Bundle bundle, CaseFile file) {
        return registers.answer(bundle.lifeEvent(), file.item());
    }
}
