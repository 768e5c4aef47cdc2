package yici.casework;

import static yici.casework.CaseState.ACCEPTED;
import static yici.casework.CaseState.APPROVED;
import static yici.casework.CaseState.BLOCKED;
import static yici.casework.CaseState.CHECKING;
import static yici.casework.CaseState.CORRECTION_ASKED;
import static yici.casework.CaseState.CORRECTION_RECEIVED;
import static yici.casework.CaseState.NOT_ACCEPTED;
import static yici.casework.CaseState.REFUSED;
import static yici.casework.CaseState.RETURNED;
import static yici.casework.CaseState.SPECIAL_PROCEDURE;
import static yici.casework.CaseState.SUBMITTED;
import static yici.casework.CaseState.TERMINATED;
import static yici.casework.CaseState.WAITING;
import static yici.casework.CaseState.WITHDRAWN;

import java.util.Set;

/** All legal steps of a case: from which states, to which state. What is not in this table does not happen. */
enum CaseStep {
    /** The last case before it was approved. */
    START(SUBMITTED, WAITING, BLOCKED),
    START_CHECK(CHECKING, WAITING, BLOCKED),
    /** A case before it ended without approval. */
    BLOCK(BLOCKED, WAITING),
    /** The case that blocked it was applied for again. */
    WAIT_AGAIN(WAITING, BLOCKED),

    /** The register answered. */
    CONFIRM(APPROVED, CHECKING),
    /** The register contradicted, or did not answer: an officer takes over. */
    HAND_TO_OFFICER(SUBMITTED, CHECKING),

    ACCEPT(ACCEPTED, SUBMITTED, CORRECTION_RECEIVED),
    /** Five working days passed in silence (Administrative Licence Law, article 32). */
    DEEM_ACCEPTED(ACCEPTED, SUBMITTED, CORRECTION_RECEIVED),
    NOT_ACCEPT(NOT_ACCEPTED, SUBMITTED, CORRECTION_RECEIVED),
    ASK_CORRECTION(CORRECTION_ASKED, SUBMITTED),
    ANSWER_CORRECTION(CORRECTION_RECEIVED, CORRECTION_ASKED),

    /** 特别程序: a hearing, an expert review, a public notice; the time it takes is not the body's (article 45). */
    STOP_CLOCK(SPECIAL_PROCEDURE, ACCEPTED),
    RUN_AGAIN(ACCEPTED, SPECIAL_PROCEDURE),

    /** Also on the spot, which accepts it in the same breath (article 34). */
    APPROVE(APPROVED, SUBMITTED, CORRECTION_RECEIVED, ACCEPTED),
    REFUSE(REFUSED, SUBMITTED, CORRECTION_RECEIVED, ACCEPTED),

    /** An objection to its public notice was upheld: this way ends, another may be open. */
    TERMINATE(TERMINATED, SPECIAL_PROCEDURE, ACCEPTED),

    /** 容缺逾期: what was owed did not come in time, and the guide says what becomes of the case then. */
    RETURN_OWED(RETURNED, SUBMITTED, CORRECTION_ASKED, CORRECTION_RECEIVED, ACCEPTED, SPECIAL_PROCEDURE),
    REFUSE_OWED(REFUSED, SUBMITTED, CORRECTION_ASKED, CORRECTION_RECEIVED, ACCEPTED, SPECIAL_PROCEDURE),

    WITHDRAW(
            WITHDRAWN,
            WAITING,
            SUBMITTED,
            CHECKING,
            CORRECTION_ASKED,
            CORRECTION_RECEIVED,
            ACCEPTED,
            SPECIAL_PROCEDURE,
            BLOCKED),
    /** The applicant applies for this one alone once more; it starts at once when nothing before it is unfinished. */
    REAPPLY(WAITING, REFUSED, NOT_ACCEPTED, WITHDRAWN, RETURNED),
    /** 重新评定: who disagrees with what was found has it found anew, by the next level. */
    REVIEW(WAITING, APPROVED, REFUSED);

    private final CaseState to;
    private final Set<CaseState> from;

    CaseStep(CaseState to, CaseState... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    CaseState to() {
        return to;
    }

    /** After five working days of silence it comes too late: the application counts as accepted (article 32). */
    boolean needsAWordInTime() {
        return this == ASK_CORRECTION || this == NOT_ACCEPT;
    }

    boolean legalFrom(CaseState state) {
        return from.contains(state);
    }
}
