package yici.linter;

import java.util.regex.Pattern;

/** Texts that stand where nothing was written. */
final class Said {

    private static final Pattern NOTHING = Pattern.compile("(暂无.{0,12}|无|没有|[/—-]+|null)[。.；;]?");

    private Said() {}

    static boolean something(String text) {
        String said = text.strip();
        return !said.isEmpty() && !isPlaceholder(said);
    }

    /** Written, and yet nothing. */
    static boolean isPlaceholder(String text) {
        return NOTHING.matcher(text.strip()).matches();
    }
}
