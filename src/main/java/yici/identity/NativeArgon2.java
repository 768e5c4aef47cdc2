package yici.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id (RFC 9106) by the library of its authors. Its hashes are the ones Spring's encoder writes and reads, so a node with it and a node
 * without it share a database.
 */
final class NativeArgon2 extends AbstractValidatingPasswordEncoder {

    static final int SALT_BYTES = 16;
    static final int HASH_BYTES = 32;
    private static final Logger LOG = LoggerFactory.getLogger(NativeArgon2.class);

    private final Argon2 argon2;
    private final int memoryKib;
    private final int iterations;

    private NativeArgon2(Argon2 argon2, int memoryKib, int iterations) {
        this.argon2 = argon2;
        this.memoryKib = memoryKib;
        this.iterations = iterations;
    }

    /** The native one where the machine has it and it agrees with the one in Java; else that one. */
    static PasswordEncoder orInJava(int memoryKib, int iterations) {
        var inJava = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, memoryKib, iterations);
        return loaded(memoryKib, iterations)
                .filter(found -> inJava.matches("agreed", found.encode("agreed")))
                .orElse(inJava);
    }

    /** Empty where there is no build for this machine, or none may be loaded. */
    static Optional<PasswordEncoder> loaded(int memoryKib, int iterations) {
        try {
            var argon2 = Argon2Factory.create(Argon2Factory.Argon2Types.ARGON2id, SALT_BYTES, HASH_BYTES);
            var found = new NativeArgon2(argon2, memoryKib, iterations);
            found.encode("loaded");
            return Optional.of(found);
        } catch (LinkageError noSuchLibrary) {
            LOG.info("No native Argon2 here, passwords are computed in Java: {}", noSuchLibrary.getMessage());
            return Optional.empty();
        }
    }

    @Override
    protected String encodeNonNullPassword(String password) {
        return argon2.hash(iterations, memoryKib, 1, password.getBytes(UTF_8));
    }

    @Override
    protected boolean matchesNonNull(String password, String hash) {
        return argon2.verify(hash, password.getBytes(UTF_8));
    }
}
