import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/** This system's own key. It is made at the first start and never leaves the folder; the provider reads the public half at /keys. */
final class OwnKey {

    private final ECKey key;

    private OwnKey(ECKey key) {
        this.key = key;
    }

    static OwnKey in(Path folder) throws IOException, ParseException, JOSEException {
        var file = folder.resolve("key.json");
        if (Files.exists(file)) return new OwnKey(ECKey.parse(Files.readString(file)));

        var made = new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint(true)
                .generate();
        Files.createDirectories(folder);
        var onlyOurs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, onlyOurs);
        Files.writeString(file, made.toJSONString());
        return new OwnKey(made);
    }

    String published() {
        return new JWKSet(key.toPublicJWK()).toString(true);
    }

    /** Who is calling (private_key_jwt, RFC 7523): for this provider alone, for a minute, once. */
    String assertion(String clientId, String issuer) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                fresh().issuer(clientId)
                        .subject(clientId)
                        .audience(issuer)
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build());
    }

    /** That the caller holds the key (DPoP, RFC 9449): for this one request. */
    String proof(String method, String uri) {
        return proof(fresh(), method, uri);
    }

    /** The same, with a token that is bound to the key. */
    String proof(String method, String uri, String token) {
        return proof(fresh().claim("ath", hash(token)), method, uri);
    }

    private String proof(JWTClaimsSet.Builder claims, String method, String uri) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build(),
                claims.claim("htm", method).claim("htu", uri).build());
    }

    private static JWTClaimsSet.Builder fresh() {
        return new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString()).issueTime(new Date());
    }

    private String sign(JWSHeader header, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As PKCE and DPoP want it: SHA-256, base64url. */
    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
