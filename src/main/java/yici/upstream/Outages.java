package yici.upstream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which providers did not answer this node just now, so that the sign-in page can say so. Nothing waits for it. */
@Component
class Outages {

    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private final Map<String, Instant> silent = new ConcurrentHashMap<>();
    private final Clock clock;

    Outages(Clock clock) {
        this.clock = clock;
    }

    void note(Provider provider) {
        silent.put(provider.id(), clock.instant());
    }

    void answered(Provider provider) {
        silent.remove(provider.id());
    }

    boolean has(Provider provider) {
        return silent.getOrDefault(provider.id(), Instant.EPOCH).plus(JUST_NOW).isAfter(clock.instant());
    }
}
