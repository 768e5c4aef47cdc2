package yici.kit;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who asks, as the database is shown it at the beginning of each transaction: rows of personal files open for this badge or not at all. Worn by
 * a request ({@code site}) and by the house's own work (jobs, loading), for as long as that lasts and by no other thread; without one nothing opens.
 * It is the net below the policy, never the filter.
 */
public final class Badge {

    /** A visitor, and every thread that wears none. */
    public static final Badge NOBODY = new Badge(false, Optional.empty());

    /** The product itself at work: registers, limits, a new calendar, loading. */
    public static final Badge HOUSE = new Badge(true, Optional.empty());

    private static final ScopedValue<Badge> WORN = ScopedValue.newInstance();

    /** An officer opens a case and its neighbours, a citizen a page of matters: more than this in one request is no request. */
    private static final int MOST_IN_HAND = 200;

    /** What threads wear that were not told: nothing. Tests let their own threads look everywhere. */
    public interface Unbound {
        Badge badge();
    }

    private final boolean house;
    private final Optional<UUID> account;
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();

    private Badge(boolean house, Optional<UUID> account) {
        this.house = house;
        this.account = account;
    }

    /** @param account the party whose files these are */
    public static Badge of(UUID account) {
        return new Badge(false, Optional.of(account));
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

    /** What is done with a badge on. */
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    public boolean isHouse() {
        return house;
    }

    public boolean isNobody() {
        return !house && account.isEmpty();
    }

    /** Empty for nobody and the house. */
    public String account() {
        return account.map(UUID::toString).orElse("");
    }

    /** The files in hand, with commas between. */
    public String files() {
        return String.join(",", inHand.stream().map(UUID::toString).toList());
    }
}
