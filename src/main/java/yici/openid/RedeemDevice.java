package yici.openid;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.identity.Sessions;
import yici.kit.Ids;

/** A device asks whether somebody has allowed it by now; its sign-on stands as long as the session that allowed it. */
@Component
class RedeemDevice implements AuthenticationProvider {

    private static final int SLOWER_BY_SECONDS = 5;

    private sealed interface Outcome {
        record Allowed(UUID sid, Grant grant, Optional<Families.Presented> refresh) implements Outcome {}

        record Not(String code, String why) implements Outcome {}
    }

    private final Callers callers;
    private final WaitingDevices devices;
    private final Visits visits;
    private final Families families;
    private final Sessions sessions;
    private final KeyProofs proofs;
    private final Tokens tokens;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RedeemDevice(
            Callers callers,
            WaitingDevices devices,
            Visits visits,
            Families families,
            Sessions sessions,
            KeyProofs proofs,
            Tokens tokens,
            TransactionTemplate transaction,
            Clock clock) {
        this.callers = callers;
        this.devices = devices;
        this.visits = visits;
        this.families = families;
        this.sessions = sessions;
        this.proofs = proofs;
        this.tokens = tokens;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2DeviceCodeAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication call) {
        var asked = (OAuth2DeviceCodeAuthenticationToken) call;
        var party = callers.party(call, AuthorizationGrantType.DEVICE_CODE);
        var proof = callers.proof(party, asked.getAdditionalParameters());
        var outcome = transaction.execute(_ -> redeem(party, new Opaque(asked.getDeviceCode()), proof));
        return switch (outcome) {
            case Outcome.Not(var code, var why) -> throw Refusal.of(code, why);
            case Outcome.Allowed allowed -> answer(call, party, proof, allowed);
        };
    }

    private Outcome redeem(RelyingParty party, Opaque code, Optional<KeyProofs.Proof> proof) {
        proof.ifPresent(proofs::spendForSure);
        var found = devices.find(code, party.clientId());
        if (found.isEmpty()) return new Outcome.Not(Refusal.INVALID_GRANT, "no such device code");
        var device = found.get();
        var now = clock.instant();
        if (!device.expiresAt().isAfter(now)) return new Outcome.Not("expired_token", "nobody allowed it in time");
        return switch (device.state()) {
            case WAITING -> wait(code, device);
            case REFUSED -> {
                devices.done(code);
                yield new Outcome.Not("access_denied", "the person refused");
            }
            case ALLOWED -> {
                devices.done(code);
                yield begin(party, device.grant().orElseThrow(), proof);
            }
        };
    }

    private Outcome wait(Opaque code, WaitingDevices.Device device) {
        boolean tooFast = device.polledAt()
                .filter(at -> at.plusSeconds(device.everySeconds()).isAfter(clock.instant()))
                .isPresent();
        devices.polled(code, device.everySeconds() + (tooFast ? SLOWER_BY_SECONDS : 0));
        return tooFast
                ? new Outcome.Not("slow_down", "ask every " + (device.everySeconds() + SLOWER_BY_SECONDS) + " seconds")
                : new Outcome.Not("authorization_pending", "nobody has allowed it yet");
    }

    private Outcome begin(RelyingParty party, Grant grant, Optional<KeyProofs.Proof> proof) {
        if (!sessions.isActive(grant.signOn())) return new Outcome.Not(Refusal.INVALID_GRANT, "the session has ended");
        var sid = visits.begin(grant.signOn(), party.clientId(), grant.person(), Callers.issuer());
        if (!party.may(AuthorizationGrantType.REFRESH_TOKEN)) return new Outcome.Allowed(sid, grant, Optional.empty());
        var bound = party.isPublic() ? proof.map(KeyProofs.Proof::keyHash).orElse("") : "";
        return new Outcome.Allowed(sid, grant, Optional.of(families.begin(sid, party.clientId(), bound, grant)));
    }

    private Authentication answer(
            Authentication call, RelyingParty party, Optional<KeyProofs.Proof> proof, Outcome.Allowed allowed) {
        var issuer = Callers.issuer();
        var keyHash = proof.map(KeyProofs.Proof::keyHash).orElse("");
        var family = allowed.refresh().map(Families.Presented::family);
        var access = tokens.access(
                party,
                issuer,
                allowed.sid(),
                allowed.grant(),
                keyHash,
                Ids.fresh(clock).toString(),
                family);
        var idToken = allowed.grant().scopes().contains(Scopes.OPENID)
                ? tokens.idToken(party, issuer, allowed.sid(), allowed.grant(), "")
                : "";
        var refresh = allowed.refresh().map(Families.Presented::text).orElse("");
        return Callers.answer(call, access, allowed.grant(), proof.isPresent(), refresh, idToken);
    }
}
