package yici.catalogue;

import java.util.Set;
import java.util.regex.Pattern;

/** Guides are full of words that stand where nothing was written; pages do not repeat them. */
public final class Said {

    private static final Pattern NOTHING = Pattern.compile("(暂无.{0,12}|无|没有|[/—-]+|null)[。.]?|无\\.png");

    private Said() {}

    /** What the code beside it says already. */
    private static final Set<String> SOURCES = Set.of("申请人自备", "政府部门核发", "其他");

    /** Whether a remark on who issues a document says more than its code. */
    static boolean more(String sourceNote) {
        return something(sourceNote) && !SOURCES.contains(sourceNote.strip());
    }

    public static boolean something(String text) {
        String said = text.strip();
        return !said.isEmpty() && !NOTHING.matcher(said).matches();
    }
}
