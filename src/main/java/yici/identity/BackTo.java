package yici.identity;

/** Where to go after signing in: a path of this very site and nothing else, whatever stands in the address. */
final class BackTo {

    private static final int LONGEST = 2000;

    private BackTo() {}

    static boolean isOurs(String path) {
        return path.length() <= LONGEST
                && path.matches("/(?![/\\\\])[!-\\[\\]-~]*") // printable ASCII without the backslash
                && !path.matches("/(sign-in|sign-out|step-up)([/?#].*)?");
    }

    static String orElse(String path, String otherwise) {
        return isOurs(path) ? path : otherwise;
    }
}
