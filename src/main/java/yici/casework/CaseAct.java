package yici.casework;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What happens to a case: lines of the timeline, and of the audit log. */
public enum CaseAct implements AuditEvent.Act {
    SUBMITTED,
    STARTED,
    CHECK_CONFIRMED,
    CHECK_CONTRADICTED,
    CHECK_UNANSWERED,
    ACCEPTED,
    DEEMED_ACCEPTED,
    NOT_ACCEPTED,
    CORRECTION_ASKED,
    CORRECTION_ANSWERED,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    BLOCKED,
    WAITING_AGAIN,
    REAPPLIED,
    ADDED,
    ASSIGNED,
    CLOSED,
    /** 特别程序 */
    STOPPED,
    RESUMED,
    EXTENDED,
    /** What the guide promised is over; the law's limit; that of the whole; that for handing the licence over. */
    PROMISE_OVERRUN,
    LIMIT_OVERRUN,
    WHOLE_OVERRUN,
    DELIVERY_OVERRUN,
    /** 视为准予延续 */
    RENEWED_BY_LAW,
    DELIVERED,
    /** 容缺受理: what was owed came, the applicant was reminded of it, or it did not come in time. */
    OWED_SUPPLIED,
    OWED_REMINDED,
    OWED_MISSED,
    RETURNED,
    /** 告知承诺核查 */
    COMMITMENT_KEPT,
    COMMITMENT_BROKEN,
    COMMITMENT_REPAIRED,
    CHECK_OVERRUN,
    /** 公示异议 */
    OBJECTED,
    OBJECTION_REJECTED,
    OBJECTION_UPHELD,
    OBJECTION_OVERRUN,
    /** 重新评定 */
    REVIEW_ASKED,
    /** A calendar was published that moved a last day. */
    CALENDAR_MOVED,
    // in the audit log only
    TAKEN,
    HANDED_BACK,
    LOOKED,
    FILE_LOOKED,
    PAPER_LOOKED;

    @Override
    public String code() {
        return "casework." + name().toLowerCase(Locale.ROOT);
    }

    /** Told to the applicant as a message, not only listed on the timeline. */
    public boolean tellsApplicant() {
        return switch (this) {
            case ACCEPTED,
                    DEEMED_ACCEPTED,
                    NOT_ACCEPTED,
                    CORRECTION_ASKED,
                    APPROVED,
                    CHECK_CONFIRMED,
                    REFUSED,
                    BLOCKED,
                    ASSIGNED,
                    CLOSED,
                    STOPPED,
                    RESUMED,
                    EXTENDED,
                    PROMISE_OVERRUN,
                    LIMIT_OVERRUN,
                    WHOLE_OVERRUN,
                    DELIVERY_OVERRUN,
                    RENEWED_BY_LAW,
                    OWED_REMINDED,
                    OWED_MISSED,
                    RETURNED,
                    COMMITMENT_KEPT,
                    COMMITMENT_BROKEN,
                    COMMITMENT_REPAIRED,
                    OBJECTED,
                    OBJECTION_REJECTED,
                    OBJECTION_UPHELD,
                    CALENDAR_MOVED -> true;
            case SUBMITTED,
                    STARTED,
                    CHECK_CONTRADICTED,
                    CHECK_UNANSWERED,
                    CORRECTION_ANSWERED,
                    WITHDRAWN,
                    WAITING_AGAIN,
                    REAPPLIED,
                    ADDED,
                    DELIVERED,
                    OWED_SUPPLIED,
                    CHECK_OVERRUN,
                    OBJECTION_OVERRUN,
                    REVIEW_ASKED,
                    TAKEN,
                    HANDED_BACK,
                    LOOKED,
                    FILE_LOOKED,
                    PAPER_LOOKED -> false;
        };
    }
}
