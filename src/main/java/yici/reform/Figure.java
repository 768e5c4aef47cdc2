package yici.reform;

import java.util.Locale;
import java.util.function.ToIntFunction;

/** What is counted, in the order it is shown. */
enum Figure {
    EVIDENCE(Figures::evidence),
    DAYS(Figures::days),
    TRIPS(Figures::trips),
    STEPS(Figures::steps),
    FIELDS(Figures::fields);

    private final ToIntFunction<Figures> of;

    Figure(ToIntFunction<Figures> of) {
        this.of = of;
    }

    int of(Figures figures) {
        return of.applyAsInt(figures);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
