package yici.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationRequestAuthenticationToken;
import tools.jackson.databind.json.JsonMapper;

/** What programs are answered. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Answers() {}

    /** By the RFC's code and status, in one sentence, and with the way to do it right where HTTP has one. */
    static void refuse(OAuth2AuthenticationException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var error = problem.getError();
        int status = switch (error.getErrorCode()) {
            case Refusal.INVALID_CLIENT -> 401;
            case "temporarily_unavailable" -> 503;
            default -> 400;
        };
        boolean byHeader = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        if (status == 401 && byHeader) response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"yici\"");
        var told = new LinkedHashMap<String, Object>();
        told.put("error", error.getErrorCode());
        if (error.getDescription() != null) told.put("error_description", error.getDescription());
        write(status, told, response);
    }

    static void device(Authentication answer, String issuer, HttpServletResponse response) throws IOException {
        var device = (OAuth2DeviceAuthorizationRequestAuthenticationToken) answer;
        var told = new LinkedHashMap<String, Object>();
        var deviceCode = java.util.Objects.requireNonNull(device.getDeviceCode());
        var userCode = java.util.Objects.requireNonNull(device.getUserCode()).getTokenValue();
        told.put("device_code", deviceCode.getTokenValue());
        told.put("user_code", userCode);
        told.put("verification_uri", issuer + "/device");
        told.put("verification_uri_complete", issuer + "/device?code=" + userCode);
        told.put("expires_in", Bounds.DEVICE.toSeconds());
        told.put("interval", WaitingDevices.EVERY.toSeconds());
        write(200, told, response);
    }

    static void write(int status, Map<String, ?> told, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(told));
    }
}
