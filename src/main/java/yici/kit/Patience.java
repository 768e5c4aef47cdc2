package yici.kit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a system outside for no longer than a person waits. */
public final class Patience {

    private static final Logger log = LoggerFactory.getLogger(Patience.class);

    private Patience() {}

    /** @return the answer, or {@code otherwise} when it is late, fails or is interrupted */
    public static <T> T ask(Duration longest, String whom, Callable<T> question, T otherwise) {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return executor.submit(question).get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("{} does not answer: {}", whom, e.toString());
            return otherwise;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return otherwise;
        } finally {
            executor.shutdownNow();
        }
    }
}
