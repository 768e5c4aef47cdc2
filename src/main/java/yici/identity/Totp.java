package yici.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238) as every authenticator app makes them: SHA-1, six digits, thirty seconds. */
final class Totp {

    static final int STEP_SECONDS = 30;
    static final int DIGITS = 6;

    private static final int SECRET_BYTES = 20;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] freshSecret() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        return code(secret, step, DIGITS);
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(8).putLong(step).array()));
            int offset = hash.get(hash.limit() - 1) & 0xf;
            long number = hash.getInt(offset) & 0x7fffffff;
            return ("%0" + digits + "d").formatted(number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 4648 without padding, in groups of four as people type it. */
    static String readable(byte[] secret) {
        return base32(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        long buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | b & 0xff;
            for (bits += 8; bits >= 5; bits -= 5) text.append(BASE32.charAt((int) (buffer >> bits - 5 & 31)));
        }
        if (bits > 0) text.append(BASE32.charAt((int) (buffer << 5 - bits & 31)));
        return text.toString();
    }
}
