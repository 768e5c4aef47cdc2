package yici.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A key pair in its life: published and waiting, signing, published and retired.
 *
 * @param signer empty where the private half was sealed under another secret
 */
record SigningKey(
        JWK published,
        Optional<JWSSigner> signer,
        Instant publishedAt,
        Optional<Instant> signsFrom,
        Optional<Instant> signsUntil) {

    enum Stage {
        WAITS,
        SIGNS,
        RETIRED
    }

    String kid() {
        return published.getKeyID();
    }

    JWSAlgorithm algorithm() {
        return JWSAlgorithm.parse(published.getAlgorithm().getName());
    }

    Stage stage(Instant now) {
        if (signsFrom.filter(from -> !from.isAfter(now)).isEmpty()) return Stage.WAITS;
        return signsUntil.filter(until -> !until.isAfter(now)).isPresent() ? Stage.RETIRED : Stage.SIGNS;
    }

    static JWSSigner signerOf(JWK whole) {
        try {
            return whole instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner((RSAKey) whole);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
