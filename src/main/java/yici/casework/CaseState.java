package yici.casework;

/** Where a case stands. The legal steps between the states are in {@link CaseStep}. */
public enum CaseState {
    /** A case before it is not finished. */
    WAITING,
    /** On the body's desk, not yet looked through. */
    SUBMITTED,
    /** A register is being asked; no officer needed. */
    CHECKING,
    /** The applicant was told, once, everything that is missing. */
    CORRECTION_ASKED,
    /** The applicant has answered. */
    CORRECTION_RECEIVED,
    ACCEPTED,
    /** A hearing, an expert review, a public notice: told in writing with the time it takes, and the limits stand still. */
    SPECIAL_PROCEDURE,
    APPROVED,
    REFUSED,
    /** Not this body's business; the right one was named. */
    NOT_ACCEPTED,
    WITHDRAWN,
    /** 退件: what was owed did not come in time; ended without a decision on the matter. */
    RETURNED,
    /** 终止: an objection to its public notice was upheld; this way is closed, another may be open. */
    TERMINATED,
    /** A case before it ended without approval; starts again when that one is applied for again and approved. */
    BLOCKED;

    /** Somebody still has to do something about it. */
    public boolean open() {
        return switch (this) {
            case WAITING, SUBMITTED, CHECKING, CORRECTION_ASKED, CORRECTION_RECEIVED, ACCEPTED, SPECIAL_PROCEDURE ->
                true;
            case APPROVED, REFUSED, NOT_ACCEPTED, WITHDRAWN, RETURNED, TERMINATED, BLOCKED -> false;
        };
    }

    /** On an officer's desk, waiting for the officer. */
    public boolean onDesk() {
        return this == SUBMITTED || this == CORRECTION_RECEIVED || this == ACCEPTED || this == SPECIAL_PROCEDURE;
    }

    /** Nobody's limit runs: the applicant's turn, or a special procedure's. */
    public boolean standsStill() {
        return this == CORRECTION_ASKED || this == SPECIAL_PROCEDURE;
    }

    /** Ended without approval: what comes after it cannot start. */
    public boolean failed() {
        return this == BLOCKED || decided() && this != APPROVED;
    }

    /** Somebody decided it: a second decision meets {@link Acted.AlreadyDecided}. */
    public boolean decided() {
        return switch (this) {
            case APPROVED, REFUSED, NOT_ACCEPTED, WITHDRAWN, RETURNED, TERMINATED -> true;
            case WAITING,
                    SUBMITTED,
                    CHECKING,
                    CORRECTION_ASKED,
                    CORRECTION_RECEIVED,
                    ACCEPTED,
                    SPECIAL_PROCEDURE,
                    BLOCKED -> false;
        };
    }
}
