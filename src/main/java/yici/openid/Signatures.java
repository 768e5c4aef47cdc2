package yici.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** What parties sign: which algorithms are taken, which keys are fit for them, and whether a key made a signature. */
public final class Signatures {

    /** Of FAPI 2.0, 5.4.1; EdDSA is Ed25519 and no other curve. */
    static final List<JWSAlgorithm> FAPI = List.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.EdDSA);

    /** What old applications have as well. */
    static final List<JWSAlgorithm> LEGACY =
            List.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.EdDSA, JWSAlgorithm.RS256);

    private static final int RSA_BITS = 2048;
    private static final int ED25519_BYTES = 32;

    /** Before the 32 bytes of such a key, in the form that Java reads (RFC 8410, 10.1). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Signatures() {}

    /** Whether a party can sign with it as FAPI 2.0 says. */
    public static boolean isFit(JWK key) {
        return FAPI.stream().anyMatch(algorithm -> fits(algorithm, key));
    }

    static boolean fits(JWSAlgorithm algorithm, JWK key) {
        if (algorithm.equals(JWSAlgorithm.ES256)) return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve());
        if (algorithm.equals(JWSAlgorithm.EdDSA))
            return key instanceof OctetKeyPair pair
                    && Curve.Ed25519.equals(pair.getCurve())
                    && pair.getDecodedX().length == ED25519_BYTES;
        return key instanceof RSAKey rsa && rsa.size() >= RSA_BITS;
    }

    /** False, too, where the key is of another kind than the signature's algorithm. */
    static boolean isBy(JWK key, SignedJWT signed) throws JOSEException {
        if (!fits(signed.getHeader().getAlgorithm(), key)) return false;
        return switch (key) {
            case ECKey ec -> signed.verify(new ECDSAVerifier(ec));
            case RSAKey rsa -> signed.verify(new RSASSAVerifier(rsa));
            case OctetKeyPair pair -> isByEd25519(pair, signed);
            default -> false;
        };
    }

    /** Java's own; the library wants another one for it. */
    private static boolean isByEd25519(OctetKeyPair pair, SignedJWT signed) {
        var critical = signed.getHeader().getCriticalParams();
        if (critical != null && !critical.isEmpty()) return false;
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey(pair));
            check.update(signed.getSigningInput());
            return check.verify(signed.getSignature().decode());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static PublicKey publicKey(OctetKeyPair pair) throws GeneralSecurityException {
        var encoded = new byte[ED25519.length + ED25519_BYTES];
        System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
        System.arraycopy(pair.getDecodedX(), 0, encoded, ED25519.length, ED25519_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    static List<String> names(List<JWSAlgorithm> algorithms) {
        return algorithms.stream().map(JWSAlgorithm::getName).toList();
    }

    static String said(List<JWSAlgorithm> algorithms, String between) {
        return names(algorithms).stream().collect(Collectors.joining(between));
    }
}
