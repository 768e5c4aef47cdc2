package yici.kit;

/** Too much is going on at this moment; trying again in a minute helps. Rendered as 503 by room {@code site}. */
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Busy(String what) {
        super(what);
    }
}
