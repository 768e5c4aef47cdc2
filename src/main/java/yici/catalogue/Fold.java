package yici.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Makes texts comparable: lower case, half width, without punctuation, Chinese parted from Latin, words parted by single spaces, beginning
 * with one. A Chinese word is sought anywhere in that, a Latin one at the beginning of a word.
 */
final class Fold {

    private Fold() {}

    static String text(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(" ");
        int before = ' ';
        for (int c : plain.codePoints().toArray()) {
            int now = Character.isLetterOrDigit(c) ? c : ' ';
            boolean parts = now == ' ' || before != ' ' && isHan(now) != isHan(before);
            if (parts && before != ' ') folded.append(' ');
            if (now != ' ') folded.appendCodePoint(now);
            before = now;
        }
        return folded.toString();
    }

    /** What to look for: each word as it must occur in a folded text. */
    static List<String> needles(String asked) {
        return words(asked).stream().map(Fold::needle).distinct().toList();
    }

    /** Pairs of Chinese characters, and Latin words without their ends: for finding what is close to the words asked for. */
    static List<String> looseNeedles(String asked) {
        var needles = new ArrayList<String>();
        for (String word : words(asked)) {
            if (!isHan(word.codePointAt(0))) needles.add(needle(word.substring(0, Math.min(word.length(), 5))));
            else for (int i = 0; i + 2 <= word.length(); i++) needles.add(word.substring(i, i + 2));
        }
        return needles.stream().distinct().toList();
    }

    private static List<String> words(String asked) {
        return Arrays.stream(text(asked).strip().split(" "))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    private static String needle(String word) {
        return isHan(word.codePointAt(0)) ? word : " " + word;
    }

    private static boolean isHan(int c) {
        return Character.isIdeographic(c);
    }
}
