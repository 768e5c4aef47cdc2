package yici.identity;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import yici.kit.Busy;

/**
 * Argon2id. Every computation fills some 19 MB and a core, so only as many run at once as there are cores: a storm of sign-ins waits, memory and
 * caches stay.
 */
@Component
class Passwords {

    private static final int WAIT_SECONDS = 10;

    private final PasswordEncoder encoder;
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodys;
    private final AtomicLong computed = new AtomicLong();

    Passwords(
            @Value("${yici.password.memory-kib}") int memoryKib, @Value("${yici.password.iterations}") int iterations) {
        encoder = NativeArgon2.orInJava(memoryKib, iterations);
        nobodys = encoded("nobody has this password");
    }

    String hash(String password) {
        return inTurn(() -> encoded(password));
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(normalised(password), hash));
    }

    /** Takes as long as a real comparison, so that nobody learns from the clock which logins exist. */
    void pretendToMatch(String password) {
        matches(password, nobodys);
    }

    /** Since the start: whether two answers cost the same is a matter of counting, not of stop watches. */
    long computed() {
        return computed.get();
    }

    private String encoded(String password) {
        return java.util.Objects.requireNonNull(encoder.encode(normalised(password)));
    }

    /** The same password from every keyboard: an input method may send full-width digits. */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) throw new Busy("passwords");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("passwords");
        }
        try {
            computed.incrementAndGet();
            return work.get();
        } finally {
            places.release();
        }
    }
}
