package yici.site;

/** A visitor asked for something that has to know who is asking. */
final class SignInNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
