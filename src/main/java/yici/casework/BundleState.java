package yici.casework;

import java.util.Collection;

/** How the application as a whole stands. */
public enum BundleState {
    OPEN,
    /** Every case approved. */
    COMPLETED,
    /** Some approved; the others can be applied for again, alone. */
    PARTIAL,
    /** None approved. */
    REFUSED,
    /** Taken back as a whole by the applicant. */
    WITHDRAWN;

    static BundleState of(Collection<CaseState> cases) {
        if (cases.stream().anyMatch(CaseState::open)) return OPEN;
        long approved = cases.stream().filter(CaseState.APPROVED::equals).count();
        if (approved == cases.size()) return COMPLETED;
        if (approved > 0) return PARTIAL;
        boolean takenBack = cases.stream().allMatch(s -> s == CaseState.WITHDRAWN || s == CaseState.BLOCKED);
        return takenBack ? WITHDRAWN : REFUSED;
    }
}
