package yici.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * KeyProofs that a caller holds a key (DPoP, RFC 9449). The framework has a check of its own that takes every algorithm and remembers used
 * proofs in one process; here only what FAPI 2.0 allows is taken, and a used proof is used on all nodes.
 */
@Component
class KeyProofs {

    /**
     * @param keyHash thumbprint of the key (RFC 7638)
     * @param jti to be spent in the transaction that uses it
     */
    record Proof(String keyHash, String jti) {}

    /** @param accessToken that the proof must name; empty at the token endpoint */
    record Call(String method, String uri, Optional<String> accessToken) {}

    private final Spent spent;
    private final Clock clock;

    KeyProofs(Spent spent, Clock clock) {
        this.spent = spent;
        this.clock = clock;
    }

    Proof check(String proof, Call call) {
        if (proof.length() > Bounds.TOKEN) throw refused("the proof is too long");
        try {
            var signed = SignedJWT.parse(proof);
            var key = key(signed);
            if (!Signatures.isBy(key, signed)) throw refused("the proof's signature is wrong");
            var claims = signed.getJWTClaimsSet();
            checkClaims(claims, call);
            return new Proof(key.computeThumbprint().toString(), claims.getJWTID());
        } catch (ParseException | JOSEException broken) {
            throw refused("the proof cannot be read");
        }
    }

    /** Outside a transaction: for calls that write nothing else. */
    void spend(Proof proof) {
        if (!spent.spend(
                Spent.What.PROOF, proof.keyHash(), proof.jti(), clock.instant().plus(remembered())))
            throw refused("the proof was used before");
    }

    /** In the transaction that gives what the proof was for. */
    void spendForSure(Proof proof) {
        if (!spent.spendForSure(
                Spent.What.PROOF, proof.keyHash(), proof.jti(), clock.instant().plus(remembered())))
            throw refused("the proof was used before");
    }

    /** As long as it could come again. */
    private static java.time.Duration remembered() {
        return Bounds.PROOF.plus(Bounds.SKEW).plusSeconds(10);
    }

    private static JWK key(SignedJWT proof) {
        var header = proof.getHeader();
        var type = header.getType();
        if (type == null || !"dpop+jwt".equalsIgnoreCase(type.getType())) throw refused("typ must be dpop+jwt");
        if (!Signatures.FAPI.contains(header.getAlgorithm()))
            throw refused("alg must be one of " + Signatures.said(Signatures.FAPI, ", "));
        var key = header.getJWK();
        if (key == null || key.isPrivate()) throw refused("the header must carry the public key");
        if (!Signatures.fits(header.getAlgorithm(), key)) throw refused("the key does not fit the algorithm");
        return key;
    }

    private void checkClaims(JWTClaimsSet claims, Call call) throws ParseException {
        var jti = claims.getJWTID();
        if (jti == null || jti.isEmpty() || jti.length() > 500) throw refused("jti is missing");
        if (!call.method().equals(claims.getStringClaim("htm"))) throw refused("htm is another method");
        if (!same(call.uri(), claims.getStringClaim("htu"))) throw refused("htu is another address");
        if (claims.getIssueTime() == null) throw refused("iat is missing");
        var now = clock.instant();
        var at = claims.getIssueTime().toInstant();
        if (at.isAfter(now.plus(Bounds.SKEW))) throw refused("iat is in the future");
        if (at.isBefore(now.minus(Bounds.PROOF))) throw refused("the proof is too old");
        if (call.accessToken().isPresent()
                && !Opaque.base64(Opaque.sha256(call.accessToken().get())).equals(claims.getStringClaim("ath")))
            throw refused("ath is of another token");
    }

    /** Without query and fragment; scheme and host in any case, and the usual port named or not (RFC 9449, 4.3). */
    private static boolean same(String ours, @org.jspecify.annotations.Nullable String theirs) {
        if (theirs == null) return false;
        try {
            return plain(URI.create(ours)).equals(plain(URI.create(theirs)));
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static String plain(URI uri) {
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(java.util.Locale.ROOT);
        int usual = Set.of("https", "wss").contains(scheme) ? 443 : 80;
        int port = uri.getPort() == -1 ? usual : uri.getPort();
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(java.util.Locale.ROOT) + ":" + port
                + uri.getRawPath();
    }

    static org.springframework.security.oauth2.core.OAuth2AuthenticationException refused(String why) {
        return Refusal.of(Refusal.INVALID_DPOP_PROOF, why);
    }
}
