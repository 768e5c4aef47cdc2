package yici;

/** Why the house does not open, in a sentence the person at the terminal can act on. Printed alone, without a stack trace. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
