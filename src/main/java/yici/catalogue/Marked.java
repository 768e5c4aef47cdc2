package yici.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text cut where a searched word stands, so that a page can mark it. */
record Marked(String text, boolean hit) {

    static List<Marked> in(String text, List<String> needles) {
        String lower = text.toLowerCase(Locale.ROOT);
        var parts = new ArrayList<Marked>();
        int at = 0;
        while (at < text.length()) {
            int from = -1;
            int to = -1;
            for (String needle : needles) {
                String word = needle.strip();
                int found = lower.indexOf(word, at);
                if (found >= 0 && (from < 0 || found < from || found == from && found + word.length() > to)) {
                    from = found;
                    to = found + word.length();
                }
            }
            // a letter that changes its length in lower case: do not guess
            if (from < 0 || to > text.length()) break;
            if (from > at) parts.add(new Marked(text.substring(at, from), false));
            parts.add(new Marked(text.substring(from, to), true));
            at = to;
        }
        if (at < text.length()) parts.add(new Marked(text.substring(at), false));
        return parts;
    }
}
