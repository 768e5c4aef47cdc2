package yici.form;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A FEEL text, read from left to right. */
final class FeelText {

    /** Reading cannot go on here. Caught by whoever began it. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final transient Feel.Reading.Refused why;

        Stopped(Feel.Reading.Refused why) {
            super(why.toString(), null, false, false);
            this.why = why;
        }
    }

    private static final int SHOWN = 12;

    private final String text;
    private final List<DataElement> elements;
    private int at;

    FeelText(String text, List<DataElement> elements) {
        this.text = text;
        this.elements = elements;
    }

    int place() {
        skip();
        return at;
    }

    boolean isOver() {
        skip();
        return at >= text.length();
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    /** A sign or a word, if it stands here; a word ends where its letters end. */
    boolean takes(String wanted) {
        skip();
        if (!text.startsWith(wanted, at)) return false;
        int end = at + wanted.length();
        boolean word = Character.isLetter(wanted.charAt(wanted.length() - 1));
        if (word && end < text.length() && Character.isLetterOrDigit(text.charAt(end)) && isLatin(text.charAt(end)))
            return false;
        at = end;
        return true;
    }

    private static boolean isLatin(char letter) {
        return letter < 0x250;
    }

    /** The question that is named here: of several that fit, the longest. */
    Optional<DataElement> takesName() {
        skip();
        int start = at;
        var found = elements.stream()
                .flatMap(e -> names(e).filter(this::takesBack).map(name -> new Named(e, name)))
                .max(Comparator.comparingInt(named -> named.name().length()));
        found.ifPresent(named -> at = start + named.name().length());
        return found.map(Named::element);
    }

    private record Named(DataElement element, String name) {}

    private boolean takesBack(String name) {
        int start = at;
        boolean fits = takes(name);
        at = start;
        return fits;
    }

    private static Stream<String> names(DataElement element) {
        return Stream.concat(Stream.of(element.key()), element.label().texts().values().stream())
                .filter(name -> !name.isBlank());
    }

    /** Between quotation marks, straight ones or such as a Chinese keyboard gives. */
    Optional<String> takesText() {
        skip();
        if (at >= text.length() || "\"“”".indexOf(text.charAt(at)) < 0) return Optional.empty();
        int start = at;
        var closing = text.charAt(at) == '"' ? "\"" : "“”";
        var read = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '\\' && at + 1 < text.length()) read.append(text.charAt(++at));
            else if (closing.indexOf(next) >= 0) {
                at++;
                return Optional.of(read.toString());
            } else read.append(next);
        }
        throw stop(Feel.Flaw.OPEN_TEXT, start, "");
    }

    Optional<String> takesNumber() {
        skip();
        int end = at;
        if (end < text.length() && text.charAt(end) == '-') end++;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) end++;
        var number = text.substring(at, end);
        if (!number.matches("-?\\d{1,18}(\\.\\d{1,18})?")) return Optional.empty();
        at = end;
        return Optional.of(number);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** The word that stands here, for a message. */
    String word() {
        return word(place());
    }

    private String word(int from) {
        int end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) end++;
        if (end == from) end = Math.min(text.length(), from + 1);
        return text.substring(from, Math.min(end, from + 2 * SHOWN));
    }

    Stopped stop(Feel.Flaw flaw, int from, String help) {
        var what = flaw == Feel.Flaw.OPEN_TEXT
                ? text.substring(from, Math.min(text.length(), from + SHOWN))
                : word(Math.min(from, text.length()));
        return new Stopped(new Feel.Reading.Refused(flaw, from + 1, what, help));
    }
}
