package yici.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.stereotype.Component;

/** What a token is good for just now (RFC 7662). A party learns it of its own tokens and of those in its sector, of others nothing. */
@Component
class Introspect implements AuthenticationProvider {

    private final Callers callers;
    private final RelyingParties parties;
    private final StandingTokens standing;
    private final Families families;

    Introspect(Callers callers, RelyingParties parties, StandingTokens standing, Families families) {
        this.callers = callers;
        this.parties = parties;
        this.standing = standing;
        this.families = families;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication call) {
        var asked = (OAuth2TokenIntrospectionAuthenticationToken) call;
        var party = callers.party(call);
        if (party.isPublic()) throw Refusal.of(Refusal.INVALID_CLIENT, "only who can prove itself may ask");
        var told = access(party, asked.getToken())
                .or(() -> refresh(party, asked.getToken()))
                .orElseGet(() -> OAuth2TokenIntrospection.builder(false).build());
        return new OAuth2TokenIntrospectionAuthenticationToken(asked.getToken(), call, told);
    }

    private Optional<OAuth2TokenIntrospection> access(RelyingParty party, String token) {
        return standing.find(token, Callers.issuer())
                .filter(access -> isItsBusiness(party, access.party().clientId()))
                .map(access -> told(access.claims()));
    }

    private static OAuth2TokenIntrospection told(JWTClaimsSet claims) {
        var told = OAuth2TokenIntrospection.builder(true)
                .issuer(claims.getIssuer())
                .subject(claims.getSubject())
                .audience(claims.getAudience().getFirst())
                .id(claims.getJWTID())
                .clientId(String.valueOf(claims.getClaim("client_id")))
                .issuedAt(claims.getIssueTime().toInstant())
                .expiresAt(claims.getExpirationTime().toInstant())
                .tokenType(claims.getClaim("cnf") == null ? "Bearer" : "DPoP");
        for (var name : new String[] {"scope", "sid", "acr", "auth_time", "cnf", "acting_for"}) {
            var value = claims.getClaim(name);
            if (value == null) continue;
            if (name.equals("scope")) told.scopes(scopes -> scopes.addAll(Scopes.read(value.toString())));
            else told.claim(name, value);
        }
        return told.build();
    }

    private Optional<OAuth2TokenIntrospection> refresh(RelyingParty party, String token) {
        return Families.Presented.read(token)
                .flatMap(presented -> families.current(presented))
                .filter(family -> family.clientId().equals(party.clientId()))
                .map(family -> OAuth2TokenIntrospection.builder(true)
                        .issuer(Callers.issuer())
                        .clientId(family.clientId())
                        .subject(party.sector().nameOf(family.grant().person()))
                        .scopes(scopes -> scopes.addAll(family.grant().scopes()))
                        .build());
    }

    private boolean isItsBusiness(RelyingParty party, String clientId) {
        return party.clientId().equals(clientId)
                || parties.active(clientId)
                        .filter(other ->
                                other.sector().id().equals(party.sector().id()))
                        .isPresent();
    }
}
