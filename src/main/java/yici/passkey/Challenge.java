package yici.passkey;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A question that only the holder of a passkey can answer, once and soon.
 *
 * @param account who is asked, where that is known
 */
record Challenge(byte[] value, Purpose purpose, Optional<UUID> account, Instant endsAt) {

    enum Purpose {
        SIGN_IN,
        /** Somebody who is known shows more. */
        PROVE,
        ADD
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    static Challenge fresh(Purpose purpose, Optional<UUID> account, Instant endsAt) {
        var value = new byte[32];
        RANDOM.nextBytes(value);
        return new Challenge(value, purpose, account, endsAt);
    }

    boolean is(byte[] other) {
        return Arrays.equals(value, other);
    }

    String base64() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** As the cookie carries it, sealed. */
    String text() {
        return base64() + " " + purpose + " " + endsAt.getEpochSecond() + " "
                + account.map(UUID::toString).orElse("-");
    }

    static Challenge read(String text) {
        var parts = text.split(" ");
        return new Challenge(
                Base64.getUrlDecoder().decode(parts[0]),
                Purpose.valueOf(parts[1]),
                parts[3].equals("-") ? Optional.empty() : Optional.of(UUID.fromString(parts[3])),
                Instant.ofEpochSecond(Long.parseLong(parts[2])));
    }
}
