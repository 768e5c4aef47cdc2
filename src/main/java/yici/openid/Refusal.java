package yici.openid;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Errors of the RFCs, by their code, with a sentence for the developer who reads it. */
final class Refusal {

    static final String INVALID_REQUEST = "invalid_request";
    static final String INVALID_CLIENT = "invalid_client";
    static final String INVALID_GRANT = "invalid_grant";
    static final String INVALID_SCOPE = "invalid_scope";
    static final String UNAUTHORIZED_CLIENT = "unauthorized_client";
    static final String INVALID_DPOP_PROOF = "invalid_dpop_proof";

    private Refusal() {}

    static OAuth2AuthenticationException of(String code, String sentence) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, sentence, null));
    }
}
