package yici.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * What has to be remembered of a visitor for some minutes, kept by the browser itself: encrypted and authenticated, bound to the cookie's
 * name, good until the moment locked into it. So a visitor writes no row, and any node reads it.
 */
@Component
public class SealedCookie {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Browsers keep 4096 bytes of a cookie, its name and attributes included. */
    private static final int LONGEST = 3500;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secret secret;
    private final Clock clock;

    SealedCookie(Secret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException for more than a cookie carries */
    public void write(
            String name, String text, Duration goodFor, HttpServletRequest request, HttpServletResponse response) {
        var locked = seal(name, text, clock.instant().plus(goodFor));
        if (locked.length() > LONGEST) throw new IllegalArgumentException("too much for the cookie " + name);
        set(name, locked, goodFor, request, response);
    }

    /** Empty when there is none, when it is not ours, or too old. */
    public Optional<String> read(String name, HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(fullName(name, request)))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(locked -> open(name, locked));
    }

    public void remove(String name, HttpServletRequest request, HttpServletResponse response) {
        set(name, "", Duration.ZERO, request, response);
    }

    private static void set(
            String name, String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(fullName(name, request), value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String fullName(String name, HttpServletRequest request) {
        return (request.isSecure() ? "__Host-" : "") + name;
    }

    private String seal(String name, String text, Instant endsAt) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var plain = text.getBytes(StandardCharsets.UTF_8);
        var dated = ByteBuffer.allocate(Long.BYTES + plain.length)
                .putLong(endsAt.toEpochMilli())
                .put(plain)
                .array();
        try {
            var locked = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(dated);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(nonce.length + locked.length)
                            .put(nonce)
                            .put(locked)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> open(String name, String text) {
        if (text.length() > LONGEST) return Optional.empty();
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() < NONCE_BYTES + Long.BYTES + TAG_BITS / 8) return Optional.empty();
            var nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            var locked = new byte[bytes.remaining()];
            bytes.get(locked);
            var dated = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, name, nonce).doFinal(locked));
            if (Instant.ofEpochMilli(dated.getLong()).isBefore(clock.instant())) return Optional.empty();
            return Optional.of(StandardCharsets.UTF_8.decode(dated).toString());
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(secret.keyFor("cookie " + name), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("yici cookie " + name).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
