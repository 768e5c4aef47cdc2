package yici.site;

/** {@code ?area=} names no area; the page offers the nearest. */
final class UnknownArea extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    UnknownArea(String code) {
        super("no area " + code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
