package yici.kit;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What every request needs and what changes a few times a year, kept in memory as one immutable value. Asking costs no SQL, except that the
 * room's stamp is read again every {@link #LOOK_AGAIN}; so a change made on one node is seen there from its commit and on the others soon.
 */
public final class Remembered<T> {

    public static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private record Known<T>(UUID stamp, T value) {}

    private final Clock clock;
    private final Supplier<UUID> stamp;
    private final Supplier<T> read;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Known<T> known;
    private volatile long lookedAtMillis;

    /** Commits here that changed it, and how many of them had happened when the value we know was looked at. */
    private final AtomicLong changes = new AtomicLong();

    private volatile long seen;

    /**
     * @param stamp reads the stamp of what is stored; whoever changes it writes a fresh random one in the same transaction
     * @param read reads the whole
     */
    public Remembered(Clock clock, Supplier<UUID> stamp, Supplier<T> read) {
        this.clock = clock;
        this.stamp = stamp;
        this.read = read;
    }

    public T get() {
        var now = known;
        if (now == null) return readFirst();
        if (isBeingChangedHere()) return now.value();
        boolean changed = seen != changes.get();
        if (!changed && isFresh()) return now.value();
        if (changed) looking.lock(); // whoever looks now may have begun before that commit
        else if (!looking.tryLock())
            return now.value(); // another thread is looking; what we know is good enough until it is done
        try {
            return changed && seen == changes.get() ? value() : look();
        } finally {
            looking.unlock();
        }
    }

    private T value() {
        var now = known;
        return now != null ? now.value() : look();
    }

    private T readFirst() {
        looking.lock();
        try {
            return value();
        } finally {
            looking.unlock();
        }
    }

    private T look() {
        long begun = changes.get();
        long now = clock.millis();
        var stored = stamp.get(); // before the value: what changes between the two is then seen at the next look
        var current = known;
        if (current == null || !current.stamp().equals(stored)) current = new Known<>(stored, read.get());
        known = current;
        lookedAtMillis = now;
        seen = begun;
        return current.value();
    }

    private boolean isFresh() {
        long age = clock.millis() - lookedAtMillis;
        return age >= 0 && age < LOOK_AGAIN.toMillis();
    }

    /** Inside the transaction of a change we would read what may yet be undone, and show it to everyone. */
    private boolean isBeingChangedHere() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    /** To be called in the transaction of every change: the new value is seen from its commit. */
    public void changing() {
        if (isBeingChangedHere()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Remembered.this);
                changes.incrementAndGet();
            }
        });
        TransactionSynchronizationManager.bindResource(this, true);
    }
}
