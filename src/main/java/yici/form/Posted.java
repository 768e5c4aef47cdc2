package yici.form;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The parameters of a request, bounded: of a repeated parameter the first counts, unless several are meant. */
record Posted(Map<String, String[]> parameters) {

    private static final int LONGEST = 4_000;
    private static final int MOST = 100;

    String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        return Arrays.stream(parameters.getOrDefault(name, new String[0]))
                .limit(MOST)
                .map(Posted::bounded)
                .toList();
    }

    /** Nobody types a NUL, which no database keeps, nor the separator that {@link Parts} needs. */
    private static String bounded(String text) {
        String kept = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return kept.replace("\0", "").replace(Parts.SEPARATOR, "");
    }
}
