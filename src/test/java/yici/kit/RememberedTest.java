package yici.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RememberedTest {

    private final AtomicReference<UUID> stored = new AtomicReference<>(UUID.randomUUID());
    private final AtomicReference<String> text = new AtomicReference<>("old");

    @Test
    void a_look_that_began_before_a_commit_does_not_hide_what_was_committed() throws Exception {
        var begun = new CountDownLatch(1);
        var committed = new CountDownLatch(1);
        var remembered = new Remembered<String>(Clock.systemUTC(), stored::get, () -> {
            var read = text.get();
            begun.countDown();
            await(committed);
            return read;
        });

        try (var threads = Executors.newSingleThreadExecutor()) {
            var slow = threads.submit(remembered::get);
            await(begun);
            commit(remembered, "new");
            committed.countDown();
            slow.get();
        }

        assertThat(remembered.get()).isEqualTo("new");
    }

    private void commit(Remembered<String> remembered, String value) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            remembered.changing();
            stored.set(UUID.randomUUID());
            text.set(value);
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(s -> s.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
