package yici.upstream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The signed word of an OpenID provider, and every reason not to believe it (OpenID Connect Core, 3.1.3.7). */
final class IdToken {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256, JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);

    /** Between their clock and ours. */
    private static final Duration SKEW = Duration.ofSeconds(90);

    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int LONGEST = 16 * 1024;
    private static final DefaultJWSVerifierFactory VERIFIERS = new DefaultJWSVerifierFactory();

    private IdToken() {}

    /** Empty when it is none, or in a way we do not take: unsigned, or signed with a secret both sides know. */
    static Optional<SignedJWT> read(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        try {
            return Optional.of(SignedJWT.parse(text))
                    .filter(token -> ALGORITHMS.contains(token.getHeader().getAlgorithm()));
        } catch (ParseException broken) {
            return Optional.empty();
        }
    }

    static boolean isSigned(SignedJWT token, JWKSet keys) {
        return matching(token, keys).stream().anyMatch(key -> verifies(token, key));
    }

    static List<JWK> matching(SignedJWT token, JWKSet keys) {
        return new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader())).select(keys);
    }

    private static boolean verifies(SignedJWT token, JWK key) {
        if (!(key instanceof AsymmetricJWK asymmetric)) return false;
        try {
            return token.verify(VERIFIERS.createJWSVerifier(token.getHeader(), asymmetric.toPublicKey()));
        } catch (JOSEException wrong) {
            return false;
        }
    }

    /** What is wrong with it; empty when nothing is. */
    static Optional<String> flaw(JWTClaimsSet said, Provider provider, Visit visit, Instant now) {
        if (!provider.issuer().equals(said.getIssuer())) return Optional.of("another issuer");
        if (!said.getAudience().contains(provider.clientId())) return Optional.of("meant for another");
        var party = said.getClaim("azp");
        if (said.getAudience().size() > 1 && party == null
                || party != null && !provider.clientId().equals(party)) return Optional.of("given to another");
        if (!visit.nonce().equals(said.getClaim("nonce"))) return Optional.of("of another visit");
        var subject = said.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > 255) return Optional.of("names nobody");
        return flawOfTime(said, visit, now);
    }

    private static Optional<String> flawOfTime(JWTClaimsSet said, Visit visit, Instant now) {
        var ends = instant(said.getExpirationTime());
        if (ends.filter(end -> end.isAfter(now.minus(SKEW))).isEmpty()) return Optional.of("too old");
        var issued = instant(said.getIssueTime());
        if (issued.filter(at -> at.isBefore(now.plus(SKEW)) && at.isAfter(now.minus(OLDEST)))
                .isEmpty()) return Optional.of("not of today");
        if (!visit.asksFreshProof()) return Optional.empty();
        var shown = said.getClaim("auth_time") instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : said.getClaim("auth_time") instanceof Date date
                        ? Optional.of(date.toInstant())
                        : Optional.<Instant>empty();
        return shown.filter(at -> at.isAfter(now.minus(FRESH).minus(SKEW))).isPresent()
                ? Optional.empty()
                : Optional.of("not shown just now");
    }

    private static Optional<Instant> instant(@org.jspecify.annotations.Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
