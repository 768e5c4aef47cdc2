package yici.attachment;

import java.text.Normalizer;

/** Makes the name a device gave a file harmless to show, to store and to hand out again. Chinese stays. */
final class FileName {

    static final int LONGEST = 120;

    private FileName() {}

    /** Without path and control characters, at most {@link #LONGEST} characters; {@code file} when nothing is left. */
    static String clean(String claimed) {
        var shown = withoutPath(claimed)
                .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", ""); // also what reverses the writing and hides an .exe
        var name = Normalizer.normalize(shown, Normalizer.Form.NFC) // after what parted two accents is gone
                .replaceAll("[<>:\"|?*/\\\\]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        return name.isEmpty() ? "file" : shortened(name, extension(name));
    }

    /** Cleaned, and ending as its content does: what calls itself {@code page.html} and is a PDF becomes {@code page.html.pdf}. */
    static String clean(String claimed, FileType type) {
        var name = clean(claimed);
        return type.fits(extension(name)) ? name : shortened(name + "." + type.extension(), type.extension());
    }

    private static String withoutPath(String claimed) {
        return claimed.substring(Math.max(claimed.lastIndexOf('/'), claimed.lastIndexOf('\\')) + 1);
    }

    /** Without the dot; empty when there is none. */
    private static String extension(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1);
        return extension.length() < name.length() && extension.matches("[A-Za-z0-9]{1,8}") ? extension : "";
    }

    private static String shortened(String name, String extension) {
        if (name.length() <= LONGEST) return name;
        var end = extension.isEmpty() ? "" : "." + extension;
        int cut = LONGEST - end.length();
        if (Character.isHighSurrogate(name.charAt(cut - 1))) cut--;
        return name.substring(0, cut).stripTrailing() + end;
    }
}
