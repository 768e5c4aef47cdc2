package yici.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Remembered;

/** The keys of this provider, kept in memory; which of them signs is decided by the clock, so all nodes change over at one moment. */
@Component
class SigningKeys {

    private final JdbcClient db;
    private final Sealing sealing;
    private final RotateKeys rotate;
    private final Clock clock;
    private final Remembered<List<SigningKey>> keys;
    private final SignedByUs signedByUs = new SignedByUs();

    SigningKeys(JdbcClient db, Sealing sealing, RotateKeys rotate, Clock clock) {
        this.db = db;
        this.sealing = sealing;
        this.rotate = rotate;
        this.clock = clock;
        this.keys = new Remembered<>(clock, this::stamp, this::read);
        rotate.onChange(keys::changing);
    }

    /** The newest first. */
    List<SigningKey> all() {
        var known = keys.get();
        if (!known.isEmpty()) return known;
        rotate.ensure(); // the first to ask makes them
        return keys.get();
    }

    JWKSet published() {
        return new JWKSet(all().stream().map(SigningKey::published).toList());
    }

    String sign(JWSAlgorithm algorithm, String type, JWTClaimsSet claims) {
        var key = toSignWith(algorithm);
        var header = new JWSHeader.Builder(algorithm)
                .keyID(key.kid())
                .type(new JOSEObjectType(type))
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(key.signer().orElseThrow());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** What we signed ourselves, whether or not it has expired. */
    Optional<JWTClaimsSet> read(String token, String type) {
        if (token.length() > Bounds.TOKEN) return Optional.empty();
        var keys = all();
        var seen = signedByUs.find(token, type, keys);
        if (seen.isPresent()) return seen;
        var claims = verified(token, type, keys);
        claims.ifPresent(good -> signedByUs.keep(token, type, keys, good));
        return claims;
    }

    private static Optional<JWTClaimsSet> verified(String token, String type, List<SigningKey> keys) {
        try {
            var signed = SignedJWT.parse(token);
            var header = signed.getHeader();
            if (header.getType() == null || !header.getType().getType().equalsIgnoreCase(type)) return Optional.empty();
            for (var key : keys)
                if (key.kid().equals(header.getKeyID()) && key.algorithm().equals(header.getAlgorithm()))
                    return verifies(signed, key.published()) ? Optional.of(signed.getJWTClaimsSet()) : Optional.empty();
            return Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean verifies(SignedJWT token, JWK key) throws JOSEException {
        return token.verify(key instanceof ECKey curve ? new ECDSAVerifier(curve) : new RSASSAVerifier((RSAKey) key));
    }

    private SigningKey toSignWith(JWSAlgorithm algorithm) {
        return signing(algorithm).orElseGet(() -> {
            rotate.ensure();
            return signing(algorithm).orElseThrow(() -> new IllegalStateException("no key for " + algorithm));
        });
    }

    private Optional<SigningKey> signing(JWSAlgorithm algorithm) {
        var now = clock.instant();
        return all().stream()
                .filter(key -> key.algorithm().equals(algorithm) && key.signer().isPresent())
                .filter(key -> key.stage(now) == SigningKey.Stage.SIGNS)
                .max(Comparator.comparing(key -> key.signsFrom().orElseThrow()));
    }

    private UUID stamp() {
        return db.sql("select keys from openid.register").query(UUID.class).single();
    }

    private List<SigningKey> read() {
        return db.sql("select * from openid.signing_key order by published_at desc, kid")
                .query((row, _) -> key(row))
                .list();
    }

    private SigningKey key(ResultSet row) throws SQLException {
        try {
            return new SigningKey(
                    JWK.parse(row.getString("public_jwk")),
                    signer(row.getBytes("sealed_jwk")),
                    row.getTimestamp("published_at").toInstant(),
                    moment(row, "signs_from"),
                    moment(row, "signs_until"));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<JWSSigner> signer(byte[] sealed) {
        return sealing.open(Sealing.Purpose.SIGNING_KEY, sealed).map(plain -> {
            try {
                return SigningKey.signerOf(JWK.parse(new String(plain, StandardCharsets.UTF_8)));
            } catch (ParseException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
