package yici.site;

import yici.identity.Lapsed;

/** Thrown before anything is done in a session whose mandate has ended. */
final class ActingLapsed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Lapsed lapsed;

    ActingLapsed(Lapsed lapsed) {
        this.lapsed = lapsed;
    }

    Lapsed lapsed() {
        return lapsed;
    }
}
