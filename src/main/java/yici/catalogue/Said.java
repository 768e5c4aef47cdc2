package yici.catalogue;

import java.util.regex.Pattern;

/** Guides are full of words that stand where nothing was written; pages do not repeat them. */
final class Said {

    private static final Pattern NOTHING = Pattern.compile("(暂无.{0,12}|无|没有|[/—-]+|null)[。.]?|无\\.png");

    private Said() {}

    static boolean something(String text) {
        String said = text.strip();
        return !said.isEmpty() && !NOTHING.matcher(said).matches();
    }
}
