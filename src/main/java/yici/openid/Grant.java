package yici.openid;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody let a party know, as it was at that moment.
 *
 * @param person who signed in
 * @param acting for whom, when not for themselves
 * @param wish what became of the party's wish that they act for somebody; empty when it had none
 * @param claims what was asked by name, beside the scopes
 * @param at when the person last showed who they are
 * @param acr how far the session was trusted
 * @param amr by what they showed it
 */
record Grant(
        UUID signOn,
        UUID person,
        Optional<Acting> acting,
        Optional<Wish> wish,
        Set<String> scopes,
        ClaimsAsked claims,
        Instant at,
        String acr,
        List<String> amr) {

    record Acting(UUID account, UUID mandate) {}

    /** @param representee as the party named them */
    record Wish(String representee, String status) {}

    Grant {
        wish = Objects.requireNonNullElse(wish, Optional.empty()); // what was granted before there were wishes
    }

    /** The scopes, and those that what was asked for by name belongs to. */
    Set<String> consented() {
        return claims.with(scopes);
    }

    Grant wishing(String representee, String status) {
        return new Grant(
                signOn, person, acting, Optional.of(new Wish(representee, status)), scopes, claims, at, acr, amr);
    }

    /** Whether this claim goes into the ID token. */
    boolean names(String scope, String claim) {
        return scopes.contains(scope) || claims.idToken().contains(claim);
    }

    Grant narrowedTo(Set<String> fewer) {
        return new Grant(signOn, person, acting, wish, fewer, claims, at, acr, amr);
    }
}
