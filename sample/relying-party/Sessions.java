import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in here. In memory: a real system keeps it where all its machines see it. */
final class Sessions {

    /** As the provider's: an hour without a click, and half a day at most. */
    private static final Duration IDLE = Duration.ofHours(1);

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration TO_SIGN_IN = Duration.ofMinutes(30);
    private static final int MANY = 10_000;

    private record Open(Provider.Person person, Instant since, Instant used) {
        boolean isOver(Instant now) {
            return used.plus(IDLE).isBefore(now) || since.plus(LONGEST).isBefore(now);
        }
    }

    private record Waiting(Provider.Asked asked, Instant since) {}

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    /** The name of the cookie's value that this browser gets. */
    String begin(Provider.Person person) {
        sweep();
        var id = Provider.random();
        open.put(id, new Open(person, Instant.now(), Instant.now()));
        return id;
    }

    Optional<Provider.Person> find(String id) {
        var now = Instant.now();
        var session = open.computeIfPresent(
                id, (_, known) -> known.isOver(now) ? null : new Open(known.person(), known.since(), now));
        return Optional.ofNullable(session).map(Open::person);
    }

    Optional<Provider.Person> end(String id) {
        return Optional.ofNullable(open.remove(id)).map(Open::person);
    }

    /** However many browsers of this session there are. False for a token that came before: it is told once. */
    boolean endAll(String sid, String jti) {
        sweep();
        if (told.putIfAbsent(jti, Instant.now()) != null) return false;
        open.values().removeIf(session -> session.person().sid().equals(sid));
        return true;
    }

    String wait(Provider.Asked asked) {
        sweep();
        if (waiting.size() >= MANY) waiting.clear(); // somebody knocks at the door without end; whoever waits begins again
        var id = Provider.random();
        waiting.put(id, new Waiting(asked, Instant.now()));
        return id;
    }

    /** Once. */
    Optional<Provider.Asked> waited(String id) {
        return Optional.ofNullable(waiting.remove(id)).map(Waiting::asked);
    }

    private void sweep() {
        var now = Instant.now();
        open.values().removeIf(session -> session.isOver(now));
        waiting.values().removeIf(one -> one.since().plus(TO_SIGN_IN).isBefore(now));
        told.values().removeIf(at -> at.plus(LONGEST).isBefore(now));
    }
}
