package yici.delegation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form as it was sent, shown again as it is when something is wrong with it. */
record Typed(Map<String, String> values) {

    static final Typed NOTHING = new Typed(Map.of());

    static final List<String> FIELDS = List.of(
            "power",
            "mode",
            "area",
            "department",
            "areas",
            "from",
            "until",
            "seal",
            "title",
            "file",
            "link",
            "supervisor",
            "reason");

    static Typed of(Map<String, String[]> sent) {
        var values = new HashMap<String, String>();
        for (var field : FIELDS) {
            var all = sent.get(field);
            if (all != null && all.length > 0)
                values.put(field, all[0].replaceAll("\\p{Cntrl}", " ").strip());
        }
        return new Typed(Map.copyOf(values));
    }

    Typed with(String field, String value) {
        var more = new HashMap<>(values);
        more.put(field, value);
        return new Typed(Map.copyOf(more));
    }

    String get(String field) {
        return values.getOrDefault(field, "");
    }

    boolean is(String field, String value) {
        return get(field).equals(value);
    }

    Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(get(field)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Names or codes, however they are set apart. */
    List<String> several(String field) {
        return Arrays.stream(get(field).split("[\\s,，、;；]+"))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    <E extends Enum<E>> Optional<E> one(String field, Class<E> of) {
        return Arrays.stream(of.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(get(field)))
                .findFirst();
    }
}
