package yici.kit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Who asks, as the database is shown it at the beginning of each transaction: rows of personal files open for this badge or not at all. Worn by
 * a request ({@code site}) and by the house's own work (jobs, loading), for as long as that lasts and by no other thread; without one nothing opens.
 * It is the net below the policy, never the filter.
 */
public final class Badge {

    /** A visitor, and every thread that wears none. */
    public static final Badge NOBODY = new Badge(false, Optional.empty(), Duties.NONE);

    /** The product itself at work: registers, limits, a new calendar, loading, what the law puts before everybody. */
    public static final Badge HOUSE = new Badge(true, Optional.empty(), Duties.NONE);

    private static final ScopedValue<Badge> WORN = ScopedValue.newInstance();

    /** An officer opens a case and its neighbours, a citizen a page of matters: more than this in one request is no request. */
    private static final int MOST_IN_HAND = 200;

    /** What threads wear that were not told: nothing. Tests let their own threads look everywhere. */
    public interface Unbound {
        Badge badge();
    }

    /**
     * Of whoever holds posts, as the policy says.
     *
     * @param bodies whose cases the wearer handles
     * @param areas where the wearer says who decides what nobody decides, or one of the bodies {@code closed}
     * @param answers what people ask about their own data
     */
    public record Duties(
            Collection<String> bodies, Collection<String> areas, Collection<String> closed, boolean answers) {
        public static final Duties NONE = new Duties(List.of(), List.of(), List.of(), false);

        public Duties {
            bodies = List.copyOf(bodies);
            areas = List.copyOf(areas);
            closed = List.copyOf(closed);
        }
    }

    private final boolean house;
    private final Optional<UUID> account;
    private final Duties duties;
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();

    private Badge(boolean house, Optional<UUID> account, Duties duties) {
        this.house = house;
        this.account = account;
        this.duties = duties;
    }

    /** @param account the party whose files these are */
    public static Badge of(UUID account) {
        return of(account, Duties.NONE);
    }

    public static Badge of(UUID account, Duties duties) {
        return new Badge(false, Optional.of(account), duties);
    }

    public static Optional<Badge> worn() {
        return WORN.isBound() ? Optional.of(WORN.get()) : Optional.empty();
    }

    /** Says that the policy has let the wearer open this application's file; it stays open until the request ends. */
    public static void takeInHand(UUID application) {
        worn().filter(badge -> badge.account.isPresent() && badge.inHand.size() < MOST_IN_HAND)
                .ifPresent(badge -> badge.inHand.add(application));
    }

    public <E extends Exception> void wear(Work<E> work) throws E {
        ScopedValue.where(WORN, this).<Boolean, E>call(() -> {
            work.run();
            return true;
        });
    }

    /** The same for what has an answer; also in the middle of a transaction, which from then on until afterwards sees what this badge opens. */
    public <T> T wearing(Supplier<T> work) {
        return ScopedValue.where(WORN, this).call(work::get);
    }

    /** What is done with a badge on. */
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    public boolean isNobody() {
        return !house && account.isEmpty();
    }

    /** What the database is shown, by name; several values with commas between. Nothing is an empty text, so that no earlier one stays. */
    public Map<String, String> shown() {
        return Map.of(
                "yici.house", house ? "on" : "",
                "yici.account", account.map(UUID::toString).orElse(""),
                "yici.files",
                        String.join(",", inHand.stream().map(UUID::toString).toList()),
                "yici.bodies", String.join(",", duties.bodies()),
                "yici.areas", String.join(",", duties.areas()),
                "yici.closed", String.join(",", duties.closed()),
                "yici.answers", duties.answers() ? "on" : "");
    }
}
