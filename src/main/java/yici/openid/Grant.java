package yici.openid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody let a party know, as it was at that moment.
 *
 * @param person who signed in
 * @param acting for whom, when not for themselves
 * @param claims what was asked by name, beside the scopes
 * @param at when the person last showed who they are
 * @param acr how far the session was trusted
 * @param amr by what they showed it
 */
record Grant(
        UUID signOn,
        UUID person,
        Optional<Acting> acting,
        Set<String> scopes,
        ClaimsAsked claims,
        Instant at,
        String acr,
        List<String> amr) {

    record Acting(UUID account, UUID mandate) {}

    /** The scopes, and those that what was asked for by name belongs to. */
    Set<String> consented() {
        return claims.with(scopes);
    }

    Grant narrowedTo(Set<String> fewer) {
        return new Grant(signOn, person, acting, fewer, claims, at, acr, amr);
    }
}
