package yici.openid;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import yici.identity.Trust;
import yici.kit.Language;

/** What this provider says of itself (OpenID Connect Discovery, RFC 8414): what it does and no more. */
@Component
class Describe {

    Map<String, Object> provider(String issuer) {
        var told = new LinkedHashMap<String, Object>();
        told.put("issuer", issuer);
        told.put("authorization_endpoint", issuer + "/oauth2/authorize");
        told.put("token_endpoint", issuer + "/oauth2/token");
        told.put("userinfo_endpoint", issuer + "/userinfo");
        told.put("jwks_uri", issuer + "/oauth2/jwks");
        told.put("pushed_authorization_request_endpoint", issuer + "/oauth2/par");
        told.put("introspection_endpoint", issuer + "/oauth2/introspect");
        told.put("revocation_endpoint", issuer + "/oauth2/revoke");
        told.put("device_authorization_endpoint", issuer + "/oauth2/device_authorization");
        told.put("end_session_endpoint", issuer + "/connect/logout");
        flows(told);
        persons(told);
        callers(told);
        return told;
    }

    private static void flows(Map<String, Object> told) {
        told.put("response_types_supported", List.of("code"));
        told.put("response_modes_supported", List.of("query"));
        told.put(
                "grant_types_supported",
                List.of(
                        "authorization_code",
                        "refresh_token",
                        "client_credentials",
                        "urn:ietf:params:oauth:grant-type:device_code"));
        told.put("code_challenge_methods_supported", List.of("S256"));
        told.put(
                "prompt_values_supported",
                Arrays.stream(AuthorizationRequest.Prompt.values())
                        .map(prompt -> prompt.name().toLowerCase(Locale.ROOT))
                        .toList());
        told.put("authorization_response_iss_parameter_supported", true);
        told.put("require_pushed_authorization_requests", false);
        told.put("request_parameter_supported", false);
        told.put("request_uri_parameter_supported", false);
        told.put("claims_parameter_supported", true);
        told.put("backchannel_logout_supported", true);
        told.put("backchannel_logout_session_supported", true);
    }

    private static void persons(Map<String, Object> told) {
        told.put("subject_types_supported", List.of("pairwise"));
        told.put("scopes_supported", Scopes.ALL);
        var claims = new java.util.ArrayList<>(Scopes.claims());
        claims.addAll(List.of("iss", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "sid", "representee"));
        told.put("claims_supported", claims);
        told.put("claim_types_supported", List.of("normal"));
        told.put(
                "acr_values_supported",
                Arrays.stream(Trust.values()).map(Trust::acr).toList());
        told.put(
                "ui_locales_supported",
                Arrays.stream(Language.values()).map(Language::tag).toList());
        told.put("id_token_signing_alg_values_supported", List.of("ES256", "RS256"));
    }

    private static void callers(Map<String, Object> told) {
        var ways = Arrays.stream(RelyingParty.Authentication.values())
                .map(RelyingParty.Authentication::code)
                .toList();
        var provable = ways.stream().filter(way -> !way.equals("none")).toList();
        told.put("token_endpoint_auth_methods_supported", ways);
        told.put("revocation_endpoint_auth_methods_supported", ways);
        told.put("introspection_endpoint_auth_methods_supported", provable);
        var algorithms = Signatures.names(Signatures.LEGACY);
        told.put("token_endpoint_auth_signing_alg_values_supported", algorithms);
        told.put("revocation_endpoint_auth_signing_alg_values_supported", algorithms);
        told.put("introspection_endpoint_auth_signing_alg_values_supported", algorithms);
        told.put("dpop_signing_alg_values_supported", Signatures.names(Signatures.FAPI));
    }
}
