package yici.upstream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody is on the way to another provider and back.
 *
 * @param state brings the answer back to this browser alone
 * @param nonce brings the token back to this visit alone
 * @param verifier only who began can redeem the code (PKCE)
 * @param account who is asked, where that is known
 * @param to where to go afterwards; may be empty
 */
record Visit(
        String state,
        String nonce,
        String verifier,
        String provider,
        Purpose purpose,
        Optional<UUID> account,
        String to,
        Instant endsAt) {

    enum Purpose {
        SIGN_IN,
        /** Somebody who is signed in here links the account there. */
        LINK,
        /** Somebody who is known shows more. */
        PROVE
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    static Visit begin(String provider, Purpose purpose, Optional<UUID> account, String to, Instant endsAt) {
        return new Visit(random(16), random(16), random(32), provider, purpose, account, to, endsAt);
    }

    /** The person has to show there, just now, that it is they. */
    boolean asksFreshProof() {
        return purpose != Purpose.SIGN_IN;
    }

    /** What goes along with the request instead of the verifier. */
    String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier));
    }

    byte[] stateHash() {
        return sha256(state);
    }

    /** As the cookie carries it, sealed. */
    String text() {
        return String.join(
                " ",
                state,
                nonce,
                verifier,
                provider,
                purpose.name(),
                account.map(UUID::toString).orElse("-"),
                "" + endsAt.getEpochSecond(),
                to);
    }

    static Visit read(String text) {
        var parts = text.split(" ", 8);
        return new Visit(
                parts[0],
                parts[1],
                parts[2],
                parts[3],
                Purpose.valueOf(parts[4]),
                parts[5].equals("-") ? Optional.empty() : Optional.of(UUID.fromString(parts[5])),
                parts[7],
                Instant.ofEpochSecond(Long.parseLong(parts[6])));
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
