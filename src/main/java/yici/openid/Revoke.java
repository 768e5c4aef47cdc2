package yici.openid;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.stereotype.Component;

/** A party gives a token back (RFC 7009). What is not its own or not known is answered alike and stays. */
@Component
class Revoke implements AuthenticationProvider {

    private final Callers callers;
    private final Families families;
    private final Tokens tokens;
    private final Spent spent;

    Revoke(Callers callers, Families families, Tokens tokens, Spent spent) {
        this.callers = callers;
        this.families = families;
        this.tokens = tokens;
        this.spent = spent;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication call) {
        var asked = (OAuth2TokenRevocationAuthenticationToken) call;
        var party = callers.party(call);
        Families.Presented.read(asked.getToken())
                .flatMap(families::current)
                .filter(family -> family.clientId().equals(party.clientId()))
                .ifPresent(family -> families.end(family.id()));
        tokens.readAccess(asked.getToken(), Callers.issuer())
                .filter(claims -> party.clientId().equals(claims.getClaim("client_id")))
                .ifPresent(claims -> spent.spendForSure(
                        Spent.What.TOKEN,
                        "",
                        claims.getJWTID(),
                        claims.getExpirationTime().toInstant()));
        return new OAuth2TokenRevocationAuthenticationToken(
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, asked.getToken(), null, null), call);
    }
}
