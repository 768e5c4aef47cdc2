package yici.openid;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.stereotype.Component;

/** Whether a caller is the party it says it is, in the one way it is registered for. */
@Component
class AuthenticateCaller implements AuthenticationProvider {

    private final RelyingParties parties;
    private final Sealing sealing;
    private final Assertions assertions;

    AuthenticateCaller(RelyingParties parties, Sealing sealing, Assertions assertions) {
        this.parties = parties;
        this.sealing = sealing;
        this.assertions = assertions;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication call) {
        var caller = (OAuth2ClientAuthenticationToken) call;
        var party = parties.active(String.valueOf(caller.getPrincipal()))
                .orElseThrow(() -> Refusal.of(Refusal.INVALID_CLIENT, "no such client"));
        var method = caller.getClientAuthenticationMethod();
        if (!isRegisteredFor(party, method))
            throw Refusal.of(
                    Refusal.INVALID_CLIENT,
                    "the client is registered for " + party.authentication().code());

        var credentials = String.valueOf(caller.getCredentials());
        switch (party.authentication()) {
            case PRIVATE_KEY_JWT -> assertions.check(party, credentials, addresses());
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST -> checkSecret(party, credentials);
            case NONE -> {} // what it asks for must prove itself: by PKCE, a device code, a refresh token
        }
        return new OAuth2ClientAuthenticationToken(registered(party), method, null);
    }

    private static boolean isRegisteredFor(RelyingParty party, ClientAuthenticationMethod method) {
        return party.authentication().code().equals(method.getValue());
    }

    private void checkSecret(RelyingParty party, String secret) {
        if (!parties.isSecretOf(party, sealing.hashOfSecret(secret)))
            throw Refusal.of(Refusal.INVALID_CLIENT, "the secret is wrong");
    }

    private static List<String> addresses() {
        var issuer = Callers.issuer();
        return List.of(
                issuer,
                issuer + "/oauth2/token",
                issuer + "/oauth2/par",
                issuer + "/oauth2/introspect",
                issuer + "/oauth2/revoke");
    }

    private org.springframework.security.oauth2.server.authorization.client.RegisteredClient registered(
            RelyingParty party) {
        return java.util.Objects.requireNonNull(parties.findByClientId(party.clientId()));
    }
}
