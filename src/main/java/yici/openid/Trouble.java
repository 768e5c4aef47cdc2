package yici.openid;

import java.util.Locale;

/** What a person reads who can be sent on nowhere; each with a way out. */
enum Trouble {
    UNKNOWN_PARTY(400),
    STOPPED_PARTY(403),
    WRONG_RETURN(400),
    TOO_LARGE(413),
    /** The request was pushed too long ago, or answered before. */
    REQUEST_GONE(400),
    /** The browser kept nothing of what was asked: cookies are off, or it was half an hour ago. */
    FORGOTTEN(400),
    NOT_SET_UP(503);

    private final int status;

    Trouble(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Of the words {@code openid.trouble.<key>.title} and {@code .way}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
