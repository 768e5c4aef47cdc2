package yici.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.kit.Ids;

/** Writes the tokens. An access token is no row anywhere: it says itself what it is good for, for a quarter of an hour. */
@Component
class Tokens {

    static final String ACCESS_TYPE = "at+jwt";
    static final String ID_TYPE = "JWT";
    private static final String LOGOUT_TYPE = "logout+jwt";
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

    record Access(String value, Instant at, Instant until) {}

    private final SigningKeys keys;
    private final ClaimsOf claims;
    private final ForWhom forWhom;
    private final Clock clock;

    Tokens(SigningKeys keys, ClaimsOf claims, ForWhom forWhom, Clock clock) {
        this.keys = keys;
        this.claims = claims;
        this.forWhom = forWhom;
        this.clock = clock;
    }

    /**
     * @param keyHash of the key it is bound to; empty for a token that whoever holds it may use
     * @param family with which it ends; empty where there is none
     */
    Access access(
            RelyingParty party,
            String issuer,
            UUID sid,
            Grant grant,
            String keyHash,
            String jti,
            Optional<UUID> family) {
        var token = begin(issuer, Bounds.ACCESS)
                .subject(party.sector().nameOf(grant.person()))
                .audience(issuer)
                .jwtID(jti)
                .claim("client_id", party.clientId())
                .claim("scope", String.join(" ", grant.scopes()))
                .claim("sid", sid.toString())
                .claim("auth_time", grant.at().getEpochSecond())
                .claim("acr", grant.acr());
        family.ifPresent(id -> token.claim("family", id.toString()));
        if (!grant.claims().userinfo().isEmpty())
            token.claim("userinfo", List.copyOf(grant.claims().userinfo()));
        if (grant.scopes().contains(Scopes.ACTING_FOR))
            forWhom.actingFor(party, grant).ifPresent(acting -> token.claim("acting_for", acting));
        grant.wish().ifPresent(wish -> token.claim("representee", told(wish)));
        return access(token, keyHash);
    }

    /** For a system that calls in its own name. */
    Access access(RelyingParty party, String issuer, Set<String> scopes, String keyHash) {
        var token = begin(issuer, Bounds.ACCESS)
                .subject(party.clientId())
                .audience(issuer)
                .jwtID(Ids.fresh(clock).toString())
                .claim("client_id", party.clientId());
        if (!scopes.isEmpty()) token.claim("scope", String.join(" ", scopes));
        return access(token, keyHash);
    }

    private Access access(JWTClaimsSet.Builder token, String keyHash) {
        if (!keyHash.isEmpty()) token.claim("cnf", Map.of("jkt", keyHash));
        var claims = token.build();
        return new Access(
                keys.sign(JWSAlgorithm.ES256, ACCESS_TYPE, claims),
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant());
    }

    String idToken(RelyingParty party, String issuer, UUID sid, Grant grant, String nonce) {
        var token = begin(issuer, Bounds.ID_TOKEN)
                .subject(party.sector().nameOf(grant.person()))
                .audience(party.clientId())
                .claim("sid", sid.toString())
                .claim("auth_time", grant.at().getEpochSecond())
                .claim("acr", grant.acr())
                .claim("amr", grant.amr());
        if (!nonce.isEmpty()) token.claim("nonce", nonce);
        claims.of(grant.person(), grant.claims().idToken(), grant.consented()).forEach(token::claim);
        if (grant.names(Scopes.ACTING_FOR, "acting_for"))
            forWhom.actingFor(party, grant).ifPresent(acting -> token.claim("acting_for", acting));
        grant.wish().ifPresent(wish -> token.claim("representee", told(wish)));
        if (grant.names(Scopes.REPRESENTEE_LIST, "representee_list"))
            token.claim("representee_list", forWhom.list(party, grant));
        return keys.sign(party.idTokenAlgorithm(), ID_TYPE, token.build());
    }

    private static Map<String, Object> told(Grant.Wish wish) {
        return Map.of("id", wish.representee(), "status", wish.status());
    }

    String logoutToken(RelyingParty party, Visits.Visit visit) {
        var token = begin(visit.issuer(), Bounds.ID_TOKEN)
                .subject(party.sector().nameOf(visit.person()))
                .audience(party.clientId())
                .jwtID(Ids.fresh(clock).toString())
                .claim("sid", visit.sid().toString())
                .claim("events", Map.of(LOGOUT_EVENT, Map.of()));
        return keys.sign(party.idTokenAlgorithm(), LOGOUT_TYPE, token.build());
    }

    /** Empty for what is no access token of ours, or has run out. */
    Optional<JWTClaimsSet> readAccess(String token, String issuer) {
        return keys.read(token, ACCESS_TYPE)
                .filter(claims -> issuer.equals(claims.getIssuer()))
                .filter(claims -> claims.getExpirationTime().toInstant().isAfter(clock.instant()));
    }

    /** An ID token that came back as a hint: it may have run out long ago. */
    Optional<JWTClaimsSet> readHint(String token, String issuer) {
        return keys.read(token, ID_TYPE).filter(claims -> issuer.equals(claims.getIssuer()));
    }

    private JWTClaimsSet.Builder begin(String issuer, java.time.Duration goodFor) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(goodFor)));
    }
}
