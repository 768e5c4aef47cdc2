package yici.openid;

import java.time.Clock;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationRequestAuthenticationToken;
import org.springframework.stereotype.Component;

/** A device asks for a code to show. */
@Component
class StartDevice implements AuthenticationProvider {

    private final Callers callers;
    private final WaitingDevices devices;
    private final Clock clock;

    StartDevice(Callers callers, WaitingDevices devices, Clock clock) {
        this.callers = callers;
        this.devices = devices;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2DeviceAuthorizationRequestAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication call) {
        var asked = (OAuth2DeviceAuthorizationRequestAuthenticationToken) call;
        var party = callers.party(call, AuthorizationGrantType.DEVICE_CODE);
        var scopes = asked.getScopes().isEmpty() ? Set.of(Scopes.OPENID) : asked.getScopes();
        if (!party.scopes().containsAll(scopes))
            throw Refusal.of(Refusal.INVALID_SCOPE, "the client may not ask for this");
        var device = Opaque.fresh();
        var code = devices.begin(device, party.clientId(), scopes)
                .orElseThrow(() -> Refusal.of("temporarily_unavailable", "too many devices wait"));
        var now = clock.instant();
        var until = now.plus(Bounds.DEVICE);
        return new OAuth2DeviceAuthorizationRequestAuthenticationToken(
                call,
                scopes,
                new OAuth2DeviceCode(device.value(), now, until),
                new OAuth2UserCode(WaitingDevices.shown(code), now, until));
    }
}
