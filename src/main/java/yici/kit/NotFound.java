package yici.kit;

/** The thing asked for is not there, or not for this person: both look the same from outside. Rendered as 404 by room {@code site}. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(String what) {
        super(what);
    }
}
