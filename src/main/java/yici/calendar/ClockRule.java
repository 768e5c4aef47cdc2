package yici.calendar;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import yici.kit.Translated;

/**
 * One clock of the law: how long, counted how, what stops it, who may prolong it, and what silence does.
 *
 * @param key such as {@code licence.decision}
 * @param edition counted from 1; a clock keeps the edition it began with
 * @param limit empty where the guide or the act names it: the promised limit, the days until a licence expires
 * @param bounds between which a limit that is named instead must lie
 * @param within the key of the clock a promise may not outlast
 */
public record ClockRule(
        String key,
        int edition,
        Translated name,
        Optional<Limit> limit,
        Optional<Bounds> bounds,
        Optional<String> within,
        Start start,
        End end,
        Set<Cause> pauses,
        Optional<Extension> extension,
        Silence silence,
        Article article) {

    public ClockRule {
        if (!key.matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+"))
            throw new IllegalArgumentException("not the key of a clock: " + key);
        pauses = Set.copyOf(pauses);
    }

    /** Where counting begins. */
    public enum Start {
        /** The day of the event does not count (Civil Code, art. 201). */
        NEXT_DAY,
        /** Hours run from the moment of the event. */
        AT_ONCE,
        /** Counted back from the event: so many days before a hearing, before a licence expires. */
        BEFORE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where counting ends. */
    public enum End {
        /** On the last day, whatever day that is. */
        LAST_DAY,
        /** When the last day is a day off, on the next working day (Civil Code, art. 203). */
        NEXT_WORKING_DAY;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Counted in the unit of the rule's limit. */
    public record Bounds(int least, int most) {
        public Bounds {
            if (least < 1 || most < least) throw new IllegalArgumentException("not bounds: " + least + " to " + most);
        }
    }

    /** True for the limit of the rule, or one that may be named instead of it. */
    public boolean admits(Limit named) {
        if (limit.isEmpty()) return true;
        var own = limit.get();
        if (named.unit() != own.unit()) return false;
        return bounds.map(b -> named.value() >= b.least() && named.value() <= b.most())
                .orElse(named.value() <= own.value());
    }

    /** The same rule but for its edition. */
    boolean saysTheSameAs(ClockRule other) {
        return equals(other.inEdition(edition));
    }

    ClockRule inEdition(int number) {
        return new ClockRule(key, number, name, limit, bounds, within, start, end, pauses, extension, silence, article);
    }
}
