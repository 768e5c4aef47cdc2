package yici.kit;

/** The person is known and may not do this. Rendered as 403 by room {@code site}; thrown by use cases, never by pages. */
public final class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Forbidden(String what) {
        super(what);
    }
}
