package yici.delegation;

import java.util.Locale;

/** Whose seal stands on the result. */
public enum SealOf {
    /** Who decides sets its own. */
    RECEIVER,
    /** The giver's, set by the giver. */
    GIVER,
    /** 审批专用章: the giver's for this purpose alone, kept and set where the case is handled. */
    GIVER_SPECIAL;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
