package yici.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import yici.kit.Translated;
import yici.kit.View;

/**
 * 专栏. None is without a promise how often it is brought up to date.
 *
 * @param counterpart the corresponding column elsewhere; may be empty
 * @param newest when something in it was last published; empty: it has nothing and is not shown
 */
record Column(
        String key,
        String area,
        Translated name,
        Translated description,
        String curator,
        int freshnessDays,
        String counterpart,
        Rule rule,
        Template template,
        int position,
        int works,
        Optional<Instant> newest) {

    /** Takes in works of its area by itself. @param kind empty: it takes in none; @param topic empty: of any subject */
    record Rule(String kind, String topic) {}

    enum Template {
        /** The newest first. */
        LIST,
        /** Documents, explainers, news, … each under a heading. */
        BY_KIND,
        /** Year by year. */
        BY_YEAR
    }

    /** How many days the promise has been broken for; none or less: it is kept. */
    long daysLate(LocalDate today) {
        return newest.map(at -> ChronoUnit.DAYS.between(LocalDate.ofInstant(at, View.ZONE), today) - freshnessDays)
                .orElse(0L);
    }

    boolean isLate(LocalDate today) {
        return daysLate(today) > 0;
    }
}
