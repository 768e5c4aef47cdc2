package yici.publication;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What people do to editions. */
enum PublicationAct implements AuditEvent.Act {
    WRITTEN,
    SENT,
    REVIEWED,
    RETURNED,
    /** Looked through for secrets, and signed. */
    CLEARED,
    PUBLISHED,
    /** Published without what should have come before it. */
    FORCED,
    WITHDRAWN;

    @Override
    public String code() {
        return "publication." + name().toLowerCase(Locale.ROOT);
    }

    boolean needsReason() {
        return this == RETURNED || this == FORCED || this == WITHDRAWN;
    }

    /** Whether it may be done to an edition that is so far. */
    boolean fits(Standing.State state) {
        return switch (this) {
            case WRITTEN -> false;
            case SENT -> state == Standing.State.DRAFT;
            case REVIEWED -> state == Standing.State.REVIEW;
            case CLEARED -> state == Standing.State.SECRECY;
            case RETURNED ->
                state == Standing.State.REVIEW || state == Standing.State.SECRECY || state == Standing.State.READY;
            case PUBLISHED -> state == Standing.State.READY;
            case FORCED ->
                state == Standing.State.DRAFT || state == Standing.State.REVIEW || state == Standing.State.SECRECY;
            case WITHDRAWN -> state == Standing.State.PUBLISHED;
        };
    }
}
