package yici.openid;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** From an authorization code to tokens, once. */
@Component
class RedeemCode implements AuthenticationProvider {

    private sealed interface Outcome {
        record Redeemed(UUID sid, AuthorizationCodes.Code code, String keyHash, Optional<Families.Presented> refresh)
                implements Outcome {}

        /** What was done about it stays done. */
        record Refused(String why) implements Outcome {}
    }

    private final Callers callers;
    private final AuthorizationCodes codes;
    private final Visits visits;
    private final Families families;
    private final Spent spent;
    private final KeyProofs proofs;
    private final Tokens tokens;
    private final Sightings sightings;
    private final TransactionTemplate transaction;
    private final java.time.Clock clock;

    RedeemCode(
            Callers callers,
            AuthorizationCodes codes,
            Visits visits,
            Families families,
            Spent spent,
            KeyProofs proofs,
            Tokens tokens,
            Sightings sightings,
            TransactionTemplate transaction,
            java.time.Clock clock) {
        this.callers = callers;
        this.codes = codes;
        this.visits = visits;
        this.families = families;
        this.spent = spent;
        this.proofs = proofs;
        this.tokens = tokens;
        this.sightings = sightings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2AuthorizationCodeAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication call) {
        var asked = (OAuth2AuthorizationCodeAuthenticationToken) call;
        var party = callers.party(call, AuthorizationGrantType.AUTHORIZATION_CODE);
        var proof = callers.proof(party, asked.getAdditionalParameters());
        var outcome = transaction.execute(_ -> redeem(party, asked, proof));
        return switch (outcome) {
            case Outcome.Refused(var why) -> throw Refusal.of(Refusal.INVALID_GRANT, why);
            case Outcome.Redeemed redeemed -> answer(call, party, asked.getCode(), redeemed);
        };
    }

    private Outcome redeem(
            RelyingParty party, OAuth2AuthorizationCodeAuthenticationToken asked, Optional<KeyProofs.Proof> proof) {
        proof.ifPresent(proofs::spendForSure);
        var value = new Opaque(asked.getCode());
        var refresh = party.may(AuthorizationGrantType.REFRESH_TOKEN)
                ? Optional.of(families.fresh())
                : Optional.<Families.Presented>empty();
        var redeemed = codes.redeem(value, party.clientId(), refresh.map(Families.Presented::family));
        if (redeemed.isEmpty()) return twice(party, value);

        var code = redeemed.get().code();
        if (!code.redirectUri().equals(asked.getRedirectUri())) return new Outcome.Refused("redirect_uri is another");
        var verifier = String.valueOf(asked.getAdditionalParameters().getOrDefault("code_verifier", ""));
        if (!fits(code.challenge(), verifier)) return new Outcome.Refused("code_verifier does not fit");
        var keyHash = proof.map(KeyProofs.Proof::keyHash).orElse("");
        if (!code.keyHash().isEmpty() && !code.keyHash().equals(keyHash))
            return new Outcome.Refused("the code is bound to another key");

        var grant = code.grant();
        var known = redeemed.get().visit();
        boolean sure = known.isEmpty() || proof.isPresent(); // a first visit, a spent proof: those have to last
        var sid =
                known.orElseGet(() -> visits.begin(grant.signOn(), party.clientId(), grant.person(), Callers.issuer()));
        refresh.ifPresent(
                token -> families.begin(token, sid, party.clientId(), party.isPublic() ? keyHash : "", grant, sure));
        return new Outcome.Redeemed(sid, code, keyHash, refresh);
    }

    /** Two have the same code, and one of them should not: what came of it the first time ends (RFC 6749, 4.1.2). */
    private Outcome twice(RelyingParty party, Opaque value) {
        codes.used(value)
                .filter(used -> used.clientId().equals(party.clientId()))
                .ifPresent(used -> {
                    used.family().ifPresent(families::end);
                    spent.spendForSure(
                            Spent.What.TOKEN,
                            "",
                            tokenOf(value),
                            clock.instant().plus(Bounds.ACCESS));
                });
        return new Outcome.Refused("the code is unknown, expired or used");
    }

    /** The access token's name follows from the code, so it can be taken back without having been written down. */
    private static String tokenOf(Opaque code) {
        return Opaque.base64(Opaque.sha256("token of " + Opaque.base64(code.hash())));
    }

    private static boolean fits(String challenge, String verifier) {
        if (challenge.isEmpty()) return verifier.isEmpty(); // a challenge that was stripped on the way
        return verifier.matches("[A-Za-z0-9._~-]{43,128}")
                && Opaque.base64(Opaque.sha256(verifier)).equals(challenge);
    }

    private Authentication answer(Authentication call, RelyingParty party, String code, Outcome.Redeemed redeemed) {
        sightings.saw(party.clientId(), PartyFigures.What.REDEEMED);
        if (!redeemed.keyHash().isEmpty()) sightings.saw(party.clientId(), PartyFigures.What.WITH_PROOF);
        var grant = redeemed.code().grant();
        var issuer = Callers.issuer();
        var access = tokens.access(
                party,
                issuer,
                redeemed.sid(),
                grant,
                redeemed.keyHash(),
                tokenOf(new Opaque(code)),
                redeemed.refresh().map(Families.Presented::family));
        var idToken = grant.scopes().contains(Scopes.OPENID)
                ? tokens.idToken(
                        party, issuer, redeemed.sid(), grant, redeemed.code().nonce())
                : "";
        return Callers.answer(
                call,
                access,
                grant,
                !redeemed.keyHash().isEmpty(),
                redeemed.refresh().map(Families.Presented::text).orElse(""),
                idToken);
    }
}
