package yici.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import yici.house.Product;

/** An Ed25519 key of a system, and what it signs; by Java's own means, as another program would have its own. */
public final class EdwardsKey {

    private static final int BYTES = 32;

    private final KeyPair pair;
    private final OctetKeyPair jwk;

    public EdwardsKey() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        var encoded = pair.getPublic().getEncoded();
        var x = Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length));
        jwk = new OctetKeyPair.Builder(Curve.Ed25519, x)
                .keyID("ed-" + UUID.randomUUID())
                .build();
    }

    public OctetKeyPair publicKey() {
        return jwk;
    }

    /** A {@code private_key_jwt}. */
    public String assertion(String clientId) {
        var now = now();
        return sign(
                Map.of("alg", "EdDSA", "kid", jwk.getKeyID()),
                Map.of(
                        "iss", clientId,
                        "sub", clientId,
                        "aud", Product.running().url(),
                        "jti", UUID.randomUUID().toString(),
                        "iat", now.getEpochSecond(),
                        "exp", now.plusSeconds(60).getEpochSecond()));
    }

    String proof(String method, String uri, String token) {
        var claims = new TreeMap<String, Object>(
                Map.of("htm", method, "htu", uri, "jti", UUID.randomUUID().toString(), "iat", now().getEpochSecond()));
        if (!token.isEmpty()) claims.put("ath", Opaque.base64(Opaque.sha256(token)));
        return sign(Map.of("alg", "EdDSA", "typ", "dpop+jwt", "jwk", jwk.toJSONObject()), claims);
    }

    String sign(Map<String, Object> header, Map<String, Object> claims) {
        var json = JsonMapper.shared();
        var input = Base64URL.encode(json.writeValueAsString(header)) + "."
                + Base64URL.encode(json.writeValueAsString(claims));
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(input.getBytes(UTF_8));
            return input + "." + Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant now() {
        return Product.running().clock().instant();
    }
}
