package yici.form;

import java.text.Normalizer;

/** What keyboards of this country produce, brought to one form before it is judged. */
final class Typed {

    private Typed() {}

    /** A line of text: composed characters, no space around, one space where several or a line break stand. */
    static String line(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u3000\\u00a0]+", " ")
                .strip();
    }

    /** A number, code or date: full-width letters, digits and signs as half-width ones, all dashes as hyphens, no space around. */
    static String code(String raw) {
        var text = new StringBuilder(raw.length());
        for (char c : raw.toCharArray()) text.append(half(c));
        return text.toString().strip();
    }

    /** As {@link #code}, without any space inside. */
    static String compact(String raw) {
        return code(raw).replaceAll("\\s+", "");
    }

    private static char half(char c) {
        if (c >= '\uff01' && c <= '\uff5e') return (char) (c - 0xfee0);
        return switch (c) {
            case '\u3000', '\u00a0', '\u2009', '\u202f' -> ' ';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            default -> c;
        };
    }
}
