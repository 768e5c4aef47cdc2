package yici.openid;

import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.stereotype.Component;

/** Which party is calling an endpoint, by which key, and how it is answered. */
@Component
class Callers {

    private final RelyingParties parties;
    private final KeyProofs proofs;

    Callers(RelyingParties parties, KeyProofs proofs) {
        this.parties = parties;
        this.proofs = proofs;
    }

    /** @param call the grant that a caller presents, or the caller */
    RelyingParty party(Authentication call) {
        return parties.active(registered(call).getClientId())
                .orElseThrow(() -> Refusal.of(Refusal.INVALID_CLIENT, "the client is stopped"));
    }

    /** For a grant that the party is registered for. */
    RelyingParty party(Authentication call, AuthorizationGrantType grant) {
        var party = party(call);
        if (!party.may(grant))
            throw Refusal.of(Refusal.UNAUTHORIZED_CLIENT, "the client is not registered for this grant");
        return party;
    }

    private static RegisteredClient registered(Authentication call) {
        var caller = call instanceof OAuth2ClientAuthenticationToken ? call : call.getPrincipal();
        if (caller instanceof OAuth2ClientAuthenticationToken client
                && client.isAuthenticated()
                && client.getRegisteredClient() != null) return client.getRegisteredClient();
        throw Refusal.of(Refusal.INVALID_CLIENT, "the client did not say who it is");
    }

    /** A department has to prove that it holds a key; others may. */
    Optional<KeyProofs.Proof> proof(RelyingParty party, Map<String, Object> parameters) {
        var sent = parameters.get("dpop_proof");
        if (sent == null) {
            if (party.isDepartment()) throw KeyProofs.refused("a DPoP proof is required");
            return Optional.empty();
        }
        var call = new KeyProofs.Call("POST", issuer() + "/oauth2/token", Optional.empty());
        return Optional.of(proofs.check(sent.toString(), call));
    }

    static String issuer() {
        return AuthorizationServerContextHolder.getContext().getIssuer();
    }

    /** @param refresh may be empty, as may the ID token */
    static Authentication answer(
            Authentication call, Tokens.Access access, Grant grant, boolean bound, String refresh, String idToken) {
        var token = new OAuth2AccessToken(type(bound), access.value(), access.at(), access.until(), grant.scopes());
        return new OAuth2AccessTokenAuthenticationToken(
                registered(call),
                call,
                token,
                refresh.isEmpty() ? null : new OAuth2RefreshToken(refresh, access.at()),
                idToken.isEmpty() ? Map.of() : Map.of("id_token", idToken));
    }

    static Authentication answer(
            Authentication call, Tokens.Access access, java.util.Set<String> scopes, boolean bound) {
        var token = new OAuth2AccessToken(type(bound), access.value(), access.at(), access.until(), scopes);
        return new OAuth2AccessTokenAuthenticationToken(registered(call), call, token);
    }

    private static OAuth2AccessToken.TokenType type(boolean bound) {
        return bound ? OAuth2AccessToken.TokenType.DPOP : OAuth2AccessToken.TokenType.BEARER;
    }
}
