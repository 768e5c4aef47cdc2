package yici.calendar;

import java.util.List;
import yici.kit.View;

/**
 * Why a year is not taken.
 *
 * @param line where it stands in what was typed or read; 0 when the whole is meant
 * @param key one of the words {@code calendar.flaw.*}
 * @param arguments what the words name: the day, the number found, the number expected
 */
public record Flaw(int line, String key, List<String> arguments) {

    static Flaw at(int line, String key, Object... arguments) {
        return new Flaw(
                line,
                key,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    public String in(View view) {
        var text = view.t("calendar.flaw." + key, arguments.toArray());
        return line == 0 ? text : view.t("calendar.line", line, text);
    }
}
