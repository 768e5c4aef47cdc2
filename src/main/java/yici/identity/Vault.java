package yici.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** AES-256-GCM under the house's secret. What was locked for one purpose and one thing opens for no other. */
@Component
class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secret secret;

    Vault(Secret secret) {
        this.secret = secret;
    }

    byte[] lock(String purpose, String thing, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var locked = cipher(Cipher.ENCRYPT_MODE, purpose, thing, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty for what was not locked by us, or not for this. */
    Optional<byte[]> open(String purpose, String thing, byte[] locked) {
        if (locked.length <= NONCE_BYTES + TAG_BITS / 8) return Optional.empty();
        var bytes = ByteBuffer.wrap(locked);
        var nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        var sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, purpose, thing, nonce).doFinal(sealed));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String purpose, String thing, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var key = new SecretKeySpec(secret.keyFor(purpose), "AES");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((purpose + " " + thing).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
