package yici.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;

/** {@code private_key_jwt}: a party proves by its key who is calling (RFC 7523; for departments as FAPI 2.0 narrows it). */
@Component
class Assertions {

    private final PartyKeys keys;
    private final Spent spent;
    private final Clock clock;

    Assertions(PartyKeys keys, Spent spent, Clock clock) {
        this.keys = keys;
        this.spent = spent;
        this.clock = clock;
    }

    /** Who it claims to be from, before anything is checked. */
    static Optional<String> claimedBy(String assertion) {
        if (assertion.length() > Bounds.TOKEN) return Optional.empty();
        try {
            return Optional.ofNullable(
                    SignedJWT.parse(assertion).getJWTClaimsSet().getSubject());
        } catch (ParseException broken) {
            return Optional.empty();
        }
    }

    /** @param addresses what we are called: the issuer first, then the endpoints that old applications name */
    void check(RelyingParty party, String assertion, List<String> addresses) {
        try {
            var signed = SignedJWT.parse(assertion);
            var taken = party.isDepartment() ? Signatures.FAPI : Signatures.LEGACY;
            if (!taken.contains(signed.getHeader().getAlgorithm())) throw refused("alg is not one of " + taken);
            if (!isBy(party, signed)) throw refused("the signature is none of the registered keys'");
            check(party, signed.getJWTClaimsSet(), addresses);
        } catch (ParseException | JOSEException broken) {
            throw refused("the assertion cannot be read");
        }
    }

    private boolean isBy(RelyingParty party, SignedJWT assertion) throws JOSEException {
        var keyId = Optional.ofNullable(assertion.getHeader().getKeyID()).orElse("");
        for (var key : keys.of(party, keyId)) if (Signatures.isBy(key, assertion)) return true;
        return false;
    }

    private void check(RelyingParty party, JWTClaimsSet claims, List<String> addresses) {
        if (!party.clientId().equals(claims.getIssuer()) || !party.clientId().equals(claims.getSubject()))
            throw refused("iss and sub must be the client_id");
        if (!isForUs(party, claims, addresses)) throw refused("aud is not the issuer");
        var now = clock.instant();
        if (claims.getExpirationTime() == null) throw refused("exp is missing");
        var until = claims.getExpirationTime().toInstant();
        if (!until.plus(Bounds.SKEW).isAfter(now)) throw refused("exp is past");
        if (until.isAfter(now.plus(Bounds.ASSERTION).plus(Bounds.SKEW))) throw refused("exp is more than an hour away");
        var future = now.plus(party.isDepartment() ? Bounds.FUTURE_FAPI : Bounds.SKEW);
        for (var moment : moments(claims))
            if (moment.toInstant().isAfter(future)) throw refused("iat or nbf is in the future");
        var jti = claims.getJWTID();
        if (jti == null || jti.isEmpty() || jti.length() > 500) throw refused("jti is missing");
        if (!spent.spend(Spent.What.ASSERTION, party.clientId(), jti, until.plus(Bounds.SKEW)))
            throw refused("the assertion was used before");
    }

    private static List<java.util.Date> moments(JWTClaimsSet claims) {
        var moments = new ArrayList<java.util.Date>();
        Optional.ofNullable(claims.getIssueTime()).ifPresent(moments::add);
        Optional.ofNullable(claims.getNotBeforeTime()).ifPresent(moments::add);
        return moments;
    }

    /** A department says the issuer and nothing else, so that what it signed for us serves nowhere else. */
    private static boolean isForUs(RelyingParty party, JWTClaimsSet claims, List<String> addresses) {
        return party.isDepartment()
                ? claims.getAudience().equals(List.of(addresses.getFirst()))
                : claims.getAudience().stream().anyMatch(addresses::contains);
    }

    private static OAuth2AuthenticationException refused(String why) {
        return Refusal.of(Refusal.INVALID_CLIENT, why);
    }
}
