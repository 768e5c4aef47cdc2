package yici.upstream;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an OpenID provider says of itself.
 *
 * @param namesItself its answers carry {@code iss} (RFC 9207)
 * @param takesPostedSecret and no secret in the header
 */
record Metadata(
        URI authorization,
        URI token,
        URI keys,
        Optional<URI> userInfo,
        boolean namesItself,
        boolean takesPostedSecret) {

    /** Empty when it is not this provider that speaks, or not in a way that is safe to follow. */
    static Optional<Metadata> read(String issuer, Map<String, Object> said) {
        if (!issuer.equals(said.get("issuer"))) return Optional.empty();
        var authorization = address(said, "authorization_endpoint");
        var token = address(said, "token_endpoint");
        var keys = address(said, "jwks_uri");
        if (authorization.isEmpty() || token.isEmpty() || keys.isEmpty()) return Optional.empty();

        var methods = said.get("token_endpoint_auth_methods_supported") instanceof List<?> list ? list : List.of();
        return Optional.of(new Metadata(
                authorization.get(),
                token.get(),
                keys.get(),
                address(said, "userinfo_endpoint"),
                Boolean.TRUE.equals(said.get("authorization_response_iss_parameter_supported")),
                methods.contains("client_secret_post") && !methods.contains("client_secret_basic")));
    }

    private static Optional<URI> address(Map<String, Object> said, String name) {
        if (!(said.get(name) instanceof String text)) return Optional.empty();
        try {
            return Optional.of(URI.create(text)).filter(Providers::isSafe);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
