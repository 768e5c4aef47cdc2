package yici.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Puts entries into one opaque text that a sign-in page carries: encrypted and authenticated (AES-256-GCM), good for half an hour. So
 * nothing is stored for a visitor, and the next person at the same screen can neither read nor change what the last one typed.
 */
@Component
class Seal {

    static final Duration GOOD_FOR = Duration.ofMinutes(30);
    static final int LARGEST_BYTES = 64 * 1024;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "yici entries 1".getBytes(StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    sealed interface Opened {
        record Fresh(Entries entries) implements Opened {}

        record TooOld() implements Opened {}

        /** Not ours, or damaged. */
        record Broken() implements Opened {}
    }

    private final Secret secret;
    private final Clock clock;

    Seal(Secret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** Empty when there is too much to carry. */
    Optional<String> close(Entries entries) {
        if (entries.size() > 2 * LARGEST_BYTES) return Optional.empty();
        var plain = write(entries, clock.instant());
        if (plain.length > LARGEST_BYTES) return Optional.empty();

        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain);
        return Optional.of(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array()));
    }

    Opened open(String text) {
        if (text.length() > 2 * LARGEST_BYTES) return new Opened.Broken();
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() <= NONCE_BYTES + TAG_BITS / 8) return new Opened.Broken();
            var nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            var sealed = new byte[bytes.remaining()];
            bytes.get(sealed);
            return read(crypt(Cipher.DECRYPT_MODE, nonce, sealed));
        } catch (IllegalArgumentException damaged) {
            return new Opened.Broken();
        }
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = new SecretKeySpec(secret.keyFor("entries"), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(PURPOSE);
            return cipher.doFinal(bytes);
        } catch (javax.crypto.AEADBadTagException e) {
            throw new IllegalArgumentException("not sealed by us", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] write(Entries entries, Instant now) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(now.toEpochMilli());
            text(out, entries.path());
            text(out, entries.back());
            text(out, entries.owner().map(UUID::toString).orElse(""));
            out.writeInt(entries.fields().size());
            for (var field : entries.fields()) {
                text(out, field.name());
                text(out, field.value());
            }
            out.writeInt(entries.files().size());
            for (var file : entries.files()) text(out, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Opened read(byte[] plain) {
        try (var in = new DataInputStream(new ByteArrayInputStream(plain))) {
            var since = Instant.ofEpochMilli(in.readLong());
            if (since.plus(GOOD_FOR).isBefore(clock.instant())) return new Opened.TooOld();
            var path = text(in);
            var back = text(in);
            var owner = Optional.of(text(in)).filter(id -> !id.isEmpty()).map(UUID::fromString);
            var fields = new ArrayList<Entries.Field>();
            for (int left = in.readInt(); left > 0; left--) fields.add(new Entries.Field(text(in), text(in)));
            var files = new ArrayList<String>();
            for (int left = in.readInt(); left > 0; left--) files.add(text(in));
            return new Opened.Fresh(new Entries(path, List.copyOf(fields), List.copyOf(files), back, owner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
