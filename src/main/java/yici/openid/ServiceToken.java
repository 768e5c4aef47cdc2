package yici.openid;

import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.stereotype.Component;

/** A token for a system that calls in its own name; nothing is written down. */
@Component
class ServiceToken implements AuthenticationProvider {

    private final Callers callers;
    private final KeyProofs proofs;
    private final Tokens tokens;

    ServiceToken(Callers callers, KeyProofs proofs, Tokens tokens) {
        this.callers = callers;
        this.proofs = proofs;
        this.tokens = tokens;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientCredentialsAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication call) {
        var asked = (OAuth2ClientCredentialsAuthenticationToken) call;
        var party = callers.party(call, AuthorizationGrantType.CLIENT_CREDENTIALS);
        var proof = callers.proof(party, asked.getAdditionalParameters());
        var scopes = allowed(party, asked.getScopes());
        proof.ifPresent(proofs::spend);
        var keyHash = proof.map(KeyProofs.Proof::keyHash).orElse("");
        return Callers.answer(call, tokens.access(party, Callers.issuer(), scopes, keyHash), scopes, proof.isPresent());
    }

    /** Of persons it learns nothing this way. */
    private static Set<String> allowed(RelyingParty party, Set<String> asked) {
        if (!party.scopes().containsAll(asked) || asked.stream().anyMatch(Scopes.ALL::contains))
            throw Refusal.of(Refusal.INVALID_SCOPE, "the client may not ask for this in its own name");
        return asked;
    }
}
