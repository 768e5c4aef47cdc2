package yici.openid;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yici.identity.Trust;

/**
 * What a party asks for when it sends somebody here, checked against what it may ask.
 *
 * @param challenge may be empty, for an old application registered so
 * @param keyHash of the key that the tokens are to be bound to; may be empty
 * @param person the only one the party wants to see, by the name it knows them by; empty when anybody
 * @param representee for whom it wishes the person to act, as it was told them; empty when it does not say
 * @param language the person's, as the party knows it
 */
record AuthorizationRequest(
        RelyingParty party,
        String redirectUri,
        String state,
        Set<String> scopes,
        String nonce,
        String challenge,
        String keyHash,
        Set<Prompt> prompt,
        Optional<Duration> maxAge,
        List<String> acrValues,
        ClaimsAsked claims,
        String person,
        Optional<String> representee,
        Optional<String> language) {

    enum Prompt {
        NONE,
        LOGIN,
        CONSENT,
        SELECT_ACCOUNT
    }

    boolean silent() {
        return prompt.contains(Prompt.NONE);
    }

    /** Everything the person is asked to agree to. */
    Set<String> wanted() {
        return claims.with(scopes);
    }

    boolean insistsOnTrust() {
        return !claims.acr().isEmpty();
    }

    /** The least of the levels that would do; empty where none is named that there is. */
    Optional<Trust> trust() {
        var named = insistsOnTrust() ? claims.acr() : acrValues;
        return List.of(Trust.values()).stream()
                .filter(trust -> named.contains(trust.acr()))
                .findFirst();
    }
}
