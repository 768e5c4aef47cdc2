package yici.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import yici.kit.Translated;
import yici.mandate.Representees;

/**
 * A system that lets people in who signed in here.
 *
 * @param name as people know it
 * @param body the public body that answers for it; empty for a system of nobody's, such as a firm's
 * @param sector those of one sector know a person by the same name
 * @param secretHash empty unless a secret proves who is calling
 * @param keys its published keys; empty where {@code keysUri} names them
 * @param scopes what it may ask for at most
 * @param withoutPkce an old application that cannot
 */
public record RelyingParty(
        String clientId,
        Translated name,
        String body,
        Sector sector,
        Profile profile,
        Authentication authentication,
        byte[] secretHash,
        JWKSet keys,
        String keysUri,
        List<String> redirectUris,
        List<String> postLogoutUris,
        String backchannelLogoutUri,
        Set<String> scopes,
        Set<String> grants,
        boolean withoutPkce,
        JWSAlgorithm idTokenAlgorithm,
        boolean sandbox,
        boolean active) {

    /** @param salt from it and the account comes the name a person has in this sector; it never changes */
    public record Sector(String id, byte[] salt) {
        String nameOf(java.util.UUID person) {
            return Opaque.base64(Sealing.hmac(salt, person.toString()));
        }
    }

    public enum Profile {
        /** OpenID Connect as old applications speak it. */
        LEGACY,
        /** FAPI 2.0 Security Profile: every department. */
        FAPI2
    }

    public enum Authentication {
        PRIVATE_KEY_JWT,
        CLIENT_SECRET_BASIC,
        CLIENT_SECRET_POST,
        /** A native application, which can keep no secret. */
        NONE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What a public body's system may know without being agreed to: it acts by statutory duty, of which people are informed by rules that
     * anybody can read (Personal Information Protection Law, articles 13(1)(3), 17 and 35). Sensitive facts are shown first all the same,
     * and so is everything in the sandbox, where nobody has judged the duty.
     */
    boolean knowsByDuty(Set<String> wanted) {
        return isDepartment() && !body.isEmpty() && !sandbox && Scopes.BY_DUTY.containsAll(wanted);
    }

    /** The name that somebody whom a person may act for has at this system, and at no other. */
    String nameOf(Representees.Representee representee) {
        return Opaque.base64(Sealing.hmac(sector.salt(), "representee " + clientId + " " + representee.id()));
    }

    boolean isDepartment() {
        return profile == Profile.FAPI2;
    }

    public RelyingParty withSecret(byte[] hash) {
        return with(hash, keys, keysUri, active);
    }

    /** @param uri where it publishes them; empty when they are the ones given here */
    public RelyingParty withKeys(JWKSet changed, String uri) {
        return with(secretHash, changed, uri, active);
    }

    public RelyingParty whichIs(boolean nowActive) {
        return with(secretHash, keys, keysUri, nowActive);
    }

    private RelyingParty with(byte[] hash, JWKSet set, String uri, boolean on) {
        return new RelyingParty(
                clientId,
                name,
                body,
                sector,
                profile,
                authentication,
                hash,
                set,
                uri,
                redirectUris,
                postLogoutUris,
                backchannelLogoutUri,
                scopes,
                grants,
                withoutPkce,
                idTokenAlgorithm,
                sandbox,
                on);
    }

    boolean isPublic() {
        return authentication == Authentication.NONE;
    }

    boolean may(AuthorizationGrantType grant) {
        return grants.contains(grant.getValue());
    }

    /** Exactly as registered; but a native application listens on this very machine at whatever port is free (RFC 8252, 7.3). */
    boolean returnsTo(String uri) {
        return redirectUris.contains(uri) || isPublic() && redirectUris.contains(withoutLoopbackPort(uri));
    }

    private static String withoutLoopbackPort(String uri) {
        try {
            var parsed = URI.create(uri);
            boolean loopback = "http".equals(parsed.getScheme())
                    && ("127.0.0.1".equals(parsed.getHost()) || "[::1]".equals(parsed.getHost()))
                    && parsed.getRawUserInfo() == null;
            return loopback ? uri.replaceFirst(":" + parsed.getPort() + "(?=[/?]|$)", "") : uri;
        } catch (IllegalArgumentException notOne) {
            return uri;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RelyingParty party && clientId.equals(party.clientId);
    }

    @Override
    public int hashCode() {
        return clientId.hashCode();
    }

    @Override
    public String toString() {
        return "RelyingParty[" + clientId + "]";
    }
}
