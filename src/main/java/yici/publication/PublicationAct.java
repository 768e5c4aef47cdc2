package yici.publication;

import java.util.Locale;
import yici.audit.AuditEvent;

/** What people do to editions. */
enum PublicationAct implements AuditEvent.Act {
    /** A work, with no text as yet. */
    BEGUN,
    /** What is said of a work besides its texts: where it stands, its source, its columns. */
    DESCRIBED,
    /** A former address of a work leads nowhere any more. */
    ADDRESS_ENDED,
    /** A language is left out on purpose, or no longer. */
    LEFT_OUT,
    COLUMN_KEPT,
    FILE_ADDED,
    /** A link to an edition that is not public yet was given to somebody outside. */
    LENT,
    /** The links to it lead nowhere any more. */
    LENT_NO_MORE,
    TERM_KEPT,
    /** How many reviews an area asks for. */
    PLANNED,
    WRITTEN,
    SENT,
    REVIEWED,
    RETURNED,
    /** Looked through for secrets, and signed. */
    CLEARED,
    /** To be published at an instant, alone or with others; see {@link BringOn#schedule}. */
    SCHEDULED,
    /** With all that were to appear with it. */
    CALLED_OFF,
    /** Named a record to be disclosed, under an item of article 20. */
    CLASSED,
    PUBLISHED,
    /** Published without what should have come before it. */
    FORCED,
    WITHDRAWN;

    @Override
    public String code() {
        return "publication." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean needsReason() {
        return this == RETURNED || this == CALLED_OFF || this == FORCED || this == WITHDRAWN;
    }

    /** Whether it may be done to an edition that is so far. */
    boolean fits(Standing.State state) {
        return switch (this) {
            case BEGUN,
                    DESCRIBED,
                    ADDRESS_ENDED,
                    LEFT_OUT,
                    COLUMN_KEPT,
                    FILE_ADDED,
                    LENT,
                    LENT_NO_MORE,
                    TERM_KEPT,
                    PLANNED,
                    WRITTEN,
                    CLASSED -> false;
            case SENT -> state == Standing.State.DRAFT;
            case REVIEWED -> state == Standing.State.REVIEW;
            case CLEARED -> state == Standing.State.SECRECY;
            case RETURNED ->
                state == Standing.State.REVIEW || state == Standing.State.SECRECY || state == Standing.State.READY;
            case PUBLISHED, SCHEDULED -> state == Standing.State.READY;
            case CALLED_OFF -> state == Standing.State.SCHEDULED;
            case FORCED ->
                state == Standing.State.DRAFT || state == Standing.State.REVIEW || state == Standing.State.SECRECY;
            case WITHDRAWN -> state == Standing.State.PUBLISHED;
        };
    }
}
