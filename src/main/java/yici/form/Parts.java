package yici.form;

import java.util.ArrayList;
import java.util.List;

/** Several inputs as one raw text and back, exactly as they were typed. */
final class Parts {

    /** Unit separator: no keyboard has it, {@link Posted} takes it away from what others send. */
    static final String SEPARATOR = "\u001f";

    private Parts() {}

    /** Empty when nothing was typed at all. */
    static String join(List<String> parts) {
        return parts.stream().allMatch(String::isBlank) ? "" : String.join(SEPARATOR, parts);
    }

    static boolean isJoined(String raw) {
        return raw.contains(SEPARATOR);
    }

    /** Exactly {@code count} parts; those missing are empty. */
    static List<String> split(String raw, int count) {
        var parts = new ArrayList<>(List.of(raw.split(SEPARATOR, count)));
        while (parts.size() < count) parts.add("");
        return parts;
    }
}
