package yici.identity;

/**
 * What the sign-in page shows.
 *
 * @param to where to go afterwards; empty for the person's own pages
 * @param kept sealed entries that go on afterwards; empty when there are none
 * @param note a key of words to say above the form; may be empty
 * @param problem a key of words that says what went wrong; may be empty
 * @param argument put into the problem's words
 */
record SignInForm(String to, String kept, String login, String note, String problem, String argument) {

    static SignInForm empty(String to) {
        return new SignInForm(to, "", "", "", "", "");
    }

    SignInForm hinting(String probably) {
        return new SignInForm(to, kept, probably, note, problem, argument);
    }

    SignInForm keeping(String sealed, boolean wasSignedIn) {
        var why = wasSignedIn ? "identity.kept.signed-out" : "identity.kept.sign-in-first";
        return new SignInForm(to, sealed, login, why, problem, argument);
    }

    SignInForm noting(String key) {
        return new SignInForm(to, kept, login, key, problem, argument);
    }

    /** The field the problem lies in; empty when it lies elsewhere. */
    String badField() {
        if (!problem.startsWith("identity.sign-in.")) return "";
        return problem.equals("identity.sign-in.password-empty") ? "password" : "login";
    }

    SignInForm refused(String key, String with) {
        return new SignInForm(to, kept, login, note, key, with);
    }
}
