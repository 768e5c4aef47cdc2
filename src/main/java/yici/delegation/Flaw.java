package yici.delegation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import yici.kit.Translated;
import yici.kit.View;

/**
 * What keeps a record from being taken in, and what to do about it.
 *
 * @param field of the form
 * @param key of its words, after {@code delegation.flaw.}
 * @param with names, days and numbers the words speak of
 */
record Flaw(String field, String key, List<Object> with) {

    static Flaw of(String field, String key, Object... with) {
        return new Flaw(field, key, List.of(with));
    }

    String words(View view) {
        return view.t(
                "delegation.flaw." + key,
                with.stream().map(one -> said(one, view)).toArray());
    }

    /** For a file, whose reader has no view. */
    String plain() {
        return key + " "
                + with.stream()
                        .map(one -> one instanceof Translated name ? name.zh() : "" + one)
                        .toList();
    }

    private static Object said(Object one, View view) {
        return switch (one) {
            case Translated name -> view.t(name);
            case LocalDate day -> view.date(day);
            default -> one;
        };
    }

    static List<Flaw> list(Flaw... flaws) {
        return Arrays.asList(flaws);
    }
}
