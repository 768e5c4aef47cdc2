package yici.calendar;

import java.time.Instant;
import java.util.List;

/**
 * What was said of one year.
 *
 * @param no the version of the calendar that begins with it
 * @param scope an area's code, or empty for the whole country
 * @param by who published it, as the audit log names people
 * @param source what it was taken from: the notice's text, or a file's name
 */
public record Publication(
        long no,
        String scope,
        int year,
        List<SpecialDay> days,
        Instant at,
        String by,
        String documentNo,
        String source) {

    public Publication {
        days = List.copyOf(days);
    }

    /** 433100000000 speaks for every code that begins with 4331, the empty scope for all. */
    boolean speaksFor(String areaCode) {
        return areaCode.startsWith(significant(scope));
    }

    static String significant(String code) {
        if (code.isEmpty()) return "";
        for (int length : new int[] {2, 4, 6, 9})
            if (code.substring(length).chars().allMatch(c -> c == '0')) return code.substring(0, length);
        return code;
    }
}
