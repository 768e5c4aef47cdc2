package yici.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * How a caller says who it is: exactly one way. The framework's own readers ask for a {@code client_id} beside an assertion, which names it
 * already, and know an application without a secret at the token endpoint only.
 */
final class ReadCaller implements AuthenticationConverter {

    private static final String JWT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final AuthenticationConverter basic = new ClientSecretBasicAuthenticationConverter();

    @Override
    public Authentication convert(HttpServletRequest request) {
        var parameters = Parameters.of(request);
        parameters.twice().ifPresent(name -> {
            throw Refusal.of(Refusal.INVALID_REQUEST, name + " came twice");
        });
        if (ways(request, parameters).size() > 1)
            throw Refusal.of(Refusal.INVALID_REQUEST, "the client said in more than one way who it is");
        if (parameters.has("client_assertion")) return asserted(parameters);
        if (parameters.has("client_secret"))
            return token(
                    name(parameters), ClientAuthenticationMethod.CLIENT_SECRET_POST, parameters.get("client_secret"));
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            var said = basic.convert(request);
            if (said != null) return said;
        }
        return token(name(parameters), ClientAuthenticationMethod.NONE, "");
    }

    private static List<String> ways(HttpServletRequest request, Parameters parameters) {
        var ways = new ArrayList<String>();
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) ways.add("basic");
        if (parameters.has("client_secret")) ways.add("post");
        if (parameters.has("client_assertion")) ways.add("assertion");
        return ways;
    }

    private static Authentication asserted(Parameters parameters) {
        if (!parameters.get("client_assertion_type").equals(JWT))
            throw Refusal.of(Refusal.INVALID_CLIENT, "client_assertion_type must be " + JWT);
        var assertion = parameters.get("client_assertion");
        var from = Assertions.claimedBy(assertion)
                .orElseThrow(() -> Refusal.of(Refusal.INVALID_CLIENT, "the assertion cannot be read"));
        if (parameters.has("client_id") && !parameters.get("client_id").equals(from))
            throw Refusal.of(Refusal.INVALID_CLIENT, "client_id is not the assertion's");
        return token(from, ClientAuthenticationMethod.PRIVATE_KEY_JWT, assertion);
    }

    private static String name(Parameters parameters) {
        if (!parameters.has("client_id")) throw Refusal.of(Refusal.INVALID_CLIENT, "the client did not say who it is");
        return parameters.get("client_id");
    }

    private static Authentication token(String clientId, ClientAuthenticationMethod method, String credentials) {
        if (clientId.isEmpty()) throw Refusal.of(Refusal.INVALID_CLIENT, "the client did not say who it is");
        return new OAuth2ClientAuthenticationToken(clientId, method, credentials, Map.of());
    }
}
