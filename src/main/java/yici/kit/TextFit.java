package yici.kit;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How wide a text stands and where its lines break, near enough for a drawing that has no browser to ask. */
final class TextFit {

    private TextFit() {}

    /** Letters of a bold Latin font are wider; Chinese characters are not. */
    private static final double BOLD = 1.1;

    /** In the units of {@code size} and for a bold font; a little wider than any of ours sets it. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(TextFit::em).sum() * size;
    }

    private static double em(int c) {
        if (c >= 0x1100) return 1;
        return BOLD * latin(c);
    }

    private static double latin(int c) {
        if (c == ' ') return 0.32;
        if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '@') return 0.93;
        if (Character.isUpperCase(c)) return 0.7;
        if (Character.isDigit(c)) return 0.62;
        if ("iljtfr.,:;'|!()[]".indexOf(c) >= 0) return 0.41;
        return 0.62;
    }

    /** At most so many lines, none wider than {@code width}, as even as they come; what does not fit ends in an ellipsis. */
    static List<String> wrap(String text, double size, double width, int maxLines) {
        var lines = greedy(text, size, width);
        if (lines.size() > maxLines) return cut(lines, size, width, maxLines);
        double narrower = width;
        while (lines.size() > 1
                && narrower > width / 2
                && greedy(text, size, narrower - size / 2).size() == lines.size()) {
            narrower -= size / 2;
        }
        return greedy(text, size, narrower);
    }

    private static List<String> cut(List<String> lines, double size, double width, int maxLines) {
        var kept = new ArrayList<>(lines.subList(0, maxLines));
        var last = kept.getLast();
        while (!last.isEmpty() && width(last + "…", size) > width) last = last.substring(0, last.length() - 1);
        kept.set(maxLines - 1, last.stripTrailing() + "…");
        return kept;
    }

    private static List<String> greedy(String text, double size, double width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces(text, size, width)) {
            if (!line.isEmpty() && width(line + piece.stripTrailing(), size) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.isEmpty()) lines.add(line.toString().strip());
        return lines;
    }

    /** What may not be parted; a word longer than a whole line may. */
    private static List<String> pieces(String text, double size, double width) {
        var pieces = new ArrayList<String>();
        var breaks = BreakIterator.getLineInstance(Locale.CHINESE);
        breaks.setText(text);
        for (int start = breaks.first(), end = breaks.next();
                end != BreakIterator.DONE;
                start = end, end = breaks.next()) {
            var piece = text.substring(start, end);
            while (width(piece.stripTrailing(), size) > width && piece.length() > 1) {
                int fits = piece.length() - 1;
                while (fits > 1 && width(piece.substring(0, fits), size) > width) fits--;
                pieces.add(piece.substring(0, fits));
                piece = piece.substring(fits);
            }
            pieces.add(piece);
        }
        return pieces;
    }
}
