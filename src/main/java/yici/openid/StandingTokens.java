package yici.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Access tokens that are still good: signed by us, not run out, not taken back, and their sign-on stands. */
@Component
class StandingTokens {

    /** @param visit empty for a system that calls in its own name */
    record Standing(JWTClaimsSet claims, RelyingParty party, Optional<Visits.Visit> visit) {}

    private final Tokens tokens;
    private final RelyingParties parties;
    private final Visits visits;
    private final Spent spent;
    private final ForWhom forWhom;

    StandingTokens(Tokens tokens, RelyingParties parties, Visits visits, Spent spent, ForWhom forWhom) {
        this.forWhom = forWhom;
        this.tokens = tokens;
        this.parties = parties;
        this.visits = visits;
        this.spent = spent;
    }

    Optional<Standing> find(String token, String issuer) {
        return tokens.readAccess(token, issuer).flatMap(this::standing);
    }

    private Optional<Standing> standing(JWTClaimsSet claims) {
        var party = text(claims, "client_id").flatMap(parties::active);
        if (party.isEmpty()) return Optional.empty();
        var mark = Spent.hash(Spent.What.TOKEN, "", String.valueOf(claims.getJWTID()));
        var sid = text(claims, "sid");
        if (sid.isEmpty())
            return spent.isSpent(mark)
                    ? Optional.empty()
                    : Optional.of(new Standing(claims, party.get(), Optional.empty()));
        return visits.standing(
                        UUID.fromString(sid.get()), text(claims, "family").map(UUID::fromString), mark)
                .filter(visit -> actsStill(claims, visit.person()))
                .map(visit -> new Standing(claims, party.get(), Optional.of(visit)));
    }

    /** Who may act for another no longer is nobody's representative here either, from that moment on. */
    private boolean actsStill(JWTClaimsSet claims, UUID person) {
        return !(claims.getClaim("acting_for") instanceof Map<?, ?> acting)
                || forWhom.stands(UUID.fromString(String.valueOf(acting.get("mandate"))), person);
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        try {
            return Optional.ofNullable(claims.getStringClaim(name));
        } catch (ParseException notText) {
            return Optional.empty();
        }
    }
}
