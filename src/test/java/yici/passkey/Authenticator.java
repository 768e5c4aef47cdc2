package yici.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** A passkey in software, which says what it is told to say, true or not. */
final class Authenticator {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;
    private static final int ATTESTED = 0x40;

    private final KeyPair keys;
    private final byte[] credential = new byte[32];
    private final UUID model;
    private byte[] handle = {};
    int counter;
    boolean verifies = true;
    String origin;
    String domain = "localhost";

    Authenticator(String origin, UUID model) {
        this.origin = origin;
        this.model = model;
        new SecureRandom().nextBytes(credential);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param user by which it will name the person */
    String make(byte[] challenge, byte[] user) {
        handle = user;
        var attested = new ByteArrayOutputStream();
        attested.writeBytes(ByteBuffer.allocate(16)
                .putLong(model.getMostSignificantBits())
                .putLong(model.getLeastSignificantBits())
                .array());
        attested.writeBytes(
                ByteBuffer.allocate(2).putShort((short) credential.length).array());
        attested.writeBytes(credential);
        attested.writeBytes(coseKey());
        var said = said(ATTESTED, attested.toByteArray());

        var object = new ByteArrayOutputStream();
        object.write(0xa3);
        text(object, "fmt");
        text(object, "none");
        text(object, "attStmt");
        object.write(0xa0);
        text(object, "authData");
        object.write(0x59);
        object.writeBytes(ByteBuffer.allocate(2).putShort((short) said.length).array());
        object.writeBytes(said);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}
                """.formatted(
                        base64(credential), base64(client("webauthn.create", challenge)), base64(object.toByteArray()));
    }

    String show(byte[] challenge) {
        counter++;
        var said = said(0, new byte[0]);
        var client = client("webauthn.get", challenge);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s","userHandle":"%5$s"}}
                """.formatted(
                        base64(credential), base64(client), base64(said), base64(sign(said, client)), base64(handle));
    }

    private byte[] said(int more, byte[] attested) {
        int flags = PRESENT | BACKUP_ELIGIBLE | BACKED_UP | more | (verifies ? VERIFIED : 0);
        return ByteBuffer.allocate(37 + attested.length)
                .put(sha256(domain.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(counter)
                .put(attested)
                .array();
    }

    private byte[] client(String type, byte[] challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, base64(challenge), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sign(byte[] said, byte[] client) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(said);
            signature.update(sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** EC2, ES256, P-256, x, y. */
    private byte[] coseKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
        out.writeBytes(unsigned(point.getAffineX().toByteArray()));
        out.writeBytes(new byte[] {0x22, 0x58, 32});
        out.writeBytes(unsigned(point.getAffineY().toByteArray()));
        return out.toByteArray();
    }

    private static byte[] unsigned(byte[] number) {
        var padded = new byte[32];
        var plain = number.length > 32 ? Arrays.copyOfRange(number, number.length - 32, number.length) : number;
        System.arraycopy(plain, 0, padded, 32 - plain.length, plain.length);
        return padded;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 + text.length());
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
