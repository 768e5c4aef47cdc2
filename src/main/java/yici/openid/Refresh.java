package yici.openid;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditEvent;
import yici.audit.AuditLog;
import yici.identity.Sessions;
import yici.kit.Ids;

/** New tokens for a sign-on that still stands; to refresh is to be active, so the session goes on. */
@Component
class Refresh implements AuthenticationProvider {

    private sealed interface Outcome {
        record Refreshed(Families.Family family, String token, String keyHash) implements Outcome {}

        record Refused(String code, String why) implements Outcome {}
    }

    private final Callers callers;
    private final Families families;
    private final Sessions sessions;
    private final ForWhom forWhom;
    private final KeyProofs proofs;
    private final Tokens tokens;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Refresh(
            Callers callers,
            Families families,
            Sessions sessions,
            ForWhom forWhom,
            KeyProofs proofs,
            Tokens tokens,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.callers = callers;
        this.families = families;
        this.sessions = sessions;
        this.forWhom = forWhom;
        this.proofs = proofs;
        this.tokens = tokens;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2RefreshTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication call) {
        var asked = (OAuth2RefreshTokenAuthenticationToken) call;
        var party = callers.party(call, AuthorizationGrantType.REFRESH_TOKEN);
        var proof = callers.proof(party, asked.getAdditionalParameters());
        var presented = Families.Presented.read(asked.getRefreshToken())
                .orElseThrow(() -> Refusal.of(Refusal.INVALID_GRANT, "no refresh token of ours"));
        var outcome = transaction.execute(_ -> refresh(party, presented, asked.getScopes(), proof));
        return switch (outcome) {
            case Outcome.Refused(var code, var why) -> throw Refusal.of(code, why);
            case Outcome.Refreshed refreshed -> answer(call, party, asked.getScopes(), refreshed);
        };
    }

    private Outcome refresh(
            RelyingParty party, Families.Presented presented, Set<String> scopes, Optional<KeyProofs.Proof> proof) {
        proof.ifPresent(proofs::spendForSure);
        var found = families.find(presented.family())
                .filter(family -> family.clientId().equals(party.clientId()));
        if (found.isEmpty()) return unknown();

        var family = found.get();
        var keyHash = proof.map(KeyProofs.Proof::keyHash).orElse("");
        if (!family.keyHash().isEmpty() && !family.keyHash().equals(keyHash))
            return new Outcome.Refused(Refusal.INVALID_GRANT, "the token is bound to another key");
        if (!family.grant().scopes().containsAll(scopes))
            return new Outcome.Refused(Refusal.INVALID_SCOPE, "more than was granted");
        if (!sessions.isActive(family.grant().signOn())) return unknown();
        if (!forWhom.stands(family.grant()))
            return new Outcome.Refused(
                    Refusal.INVALID_GRANT, "the person may no longer act for the one they acted for");

        var next = party.isDepartment() ? Optional.of(presented).filter(families::use) : families.rotate(presented);
        return next.<Outcome>map(token -> new Outcome.Refreshed(family, token.text(), keyHash))
                .orElseGet(() -> usedBefore(family));
    }

    private static Outcome unknown() {
        return new Outcome.Refused(Refusal.INVALID_GRANT, "the refresh token is unknown or has ended");
    }

    /** Two have it, and one of them should not: neither keeps it. */
    private Outcome usedBefore(Families.Family family) {
        families.end(family.id());
        audit.record(new AuditEvent(
                OpenIdAct.FAMILY_REVOKED,
                "system:openid",
                "",
                "",
                "account:" + family.grant().person(),
                family.clientId(),
                clock.instant()));
        return unknown();
    }

    private Authentication answer(
            Authentication call, RelyingParty party, Set<String> scopes, Outcome.Refreshed refreshed) {
        var family = refreshed.family();
        var grant = scopes.isEmpty() ? family.grant() : family.grant().narrowedTo(scopes);
        var issuer = Callers.issuer();
        var access = tokens.access(
                party,
                issuer,
                family.sid(),
                grant,
                refreshed.keyHash(),
                Ids.fresh(clock).toString(),
                Optional.of(family.id()));
        var idToken =
                grant.scopes().contains(Scopes.OPENID) ? tokens.idToken(party, issuer, family.sid(), grant, "") : "";
        return Callers.answer(call, access, grant, !refreshed.keyHash().isEmpty(), refreshed.token(), idToken);
    }
}
