package yici.kit;

import java.util.Locale;

/** How far a piece of work is, as every drawing and tag shows it: by shape and word first, by colour second. */
public enum State {
    /** Not begun and nobody waits for it yet: a plan, a guide. */
    PLANNED,
    /** Waits for another one to be finished. */
    WAITING,
    /** With its department, nobody has taken it up. */
    OPEN,
    REVIEW,
    /** The applicant is asked to correct something. */
    CORRECTION,
    /** Its clock stands still: a hearing, an expert review, a public notice. */
    PAUSED,
    APPROVED,
    REFUSED,
    /** What it waits for was refused: it cannot go on. */
    BLOCKED,
    WITHDRAWN;

    /** The drawing of {@code icons.svg}, and the end of the CSS class. */
    public String icon() {
        return "state-" + name().toLowerCase(Locale.ROOT);
    }

    /** Its name: {@code view.t(state.word())}. */
    public String word() {
        return "kit.state." + name().toLowerCase(Locale.ROOT);
    }

    /** The class of a GOV.UK tag in its colour. */
    public String tag() {
        return switch (this) {
            case PLANNED, WAITING, PAUSED, WITHDRAWN, BLOCKED -> "govuk-tag--grey";
            case OPEN, REVIEW -> "govuk-tag--blue";
            case CORRECTION -> "govuk-tag--yellow";
            case APPROVED -> "govuk-tag--green";
            case REFUSED -> "govuk-tag--red";
        };
    }
}
