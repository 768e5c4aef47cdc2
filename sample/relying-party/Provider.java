import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way to the OpenID provider, as FAPI 2.0 wants it: PAR, PKCE, private_key_jwt, DPoP, the issuer in the answer. */
final class Provider {

    /** What one sign-on has to remember until the person is back; kept in this system, under a name only that browser knows. */
    record Asked(String state, String nonce, String verifier, String acr, String then) {}

    /** Who came back. */
    record Person(String sub, String sid, String name, String acr, String actingFor, String idToken) {}

    /** The provider or somebody on the way did not do as the standard says; the person reads it and may begin again. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /** The person does not want to sign in here: no failure, and nobody's but the person's business. */
    static final class Unwilling extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String issuer;
    private final String clientId;
    private final String home;
    private final OwnKey key;
    private final Map<String, Object> told;
    private final JWKSource<SecurityContext> keys;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Provider(String issuer, String clientId, String home, OwnKey key)
            throws IOException, InterruptedException, ParseException, Refused {
        this.issuer = issuer;
        this.clientId = clientId;
        this.home = home;
        this.key = key;
        this.told = json(send(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")), 200));
        if (!issuer.equals(told.get("issuer"))) throw new Refused("the provider calls itself " + told.get("issuer"));
        // keeps the keys, and asks again when a token names one that is not known yet
        this.keys = JWKSourceBuilder.create(URI.create(text("jwks_uri")).toURL()).retrying(true).build();
    }

    // --- signing on ------------------------------------------------------------------------------------------------

    Asked ask(String acr, String then) {
        return new Asked(random(), random(), random(), acr, then);
    }

    /** Lays the question down at the provider (PAR), and answers where to send the person. */
    String addressFor(Asked asked) throws IOException, InterruptedException, ParseException, Refused {
        var question = new LinkedHashMap<String, String>();
        question.put("response_type", "code");
        question.put("client_id", clientId);
        question.put("redirect_uri", home + "/return");
        question.put("scope", "openid profile acting_for");
        question.put("state", asked.state());
        question.put("nonce", asked.nonce());
        question.put("code_challenge", OwnKey.hash(asked.verifier()));
        question.put("code_challenge_method", "S256");
        if (!asked.acr().isEmpty()) question.put("acr_values", asked.acr());
        var uri = text("pushed_authorization_request_endpoint");
        var answer = json(send(posted(uri, question).header("DPoP", key.proof("POST", uri)), 201));
        var pushed = answer.get("request_uri").toString();
        return text("authorization_endpoint") + "?" + form(Map.of("client_id", clientId, "request_uri", pushed));
    }

    /** Takes the answer the person brought back. */
    Person take(Asked asked, Map<String, String> answer)
            throws IOException, InterruptedException, ParseException, JOSEException, Refused, Unwilling {
        if (!asked.state().equals(answer.get("state"))) throw new Refused("state is not the one that was sent");
        if (!issuer.equals(answer.get("iss"))) throw new Refused("the answer is another provider's (RFC 9207)");
        if ("access_denied".equals(answer.get("error"))) throw new Unwilling();
        if (answer.containsKey("error"))
            throw new Refused(answer.get("error") + ": " + answer.getOrDefault("error_description", ""));

        var tokens = redeem(asked, answer.getOrDefault("code", ""));
        var idToken = String.valueOf(tokens.get("id_token"));
        var claims = checked(idToken, asked);
        var known = userinfo(String.valueOf(tokens.get("access_token")));
        if (!claims.getSubject().equals(known.get("sub"))) throw new Refused("userinfo is about somebody else");
        return new Person(
                claims.getSubject(),
                claims.getStringClaim("sid"),
                String.valueOf(known.getOrDefault("name", "")),
                String.valueOf(claims.getClaim("acr")),
                known.get("acting_for") instanceof Map<?, ?> acting ? String.valueOf(acting.get("name")) : "",
                idToken);
    }

    private Map<String, Object> redeem(Asked asked, String code)
            throws IOException, InterruptedException, ParseException, Refused {
        var uri = text("token_endpoint");
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", home + "/return");
        fields.put("code_verifier", asked.verifier());
        return json(send(posted(uri, fields).header("DPoP", key.proof("POST", uri)), 200));
    }

    private Map<String, Object> userinfo(String token) throws IOException, InterruptedException, ParseException, Refused {
        var uri = text("userinfo_endpoint");
        return json(send(
                HttpRequest.newBuilder(URI.create(uri))
                        .header("Authorization", "DPoP " + token)
                        .header("DPoP", key.proof("GET", uri, token)),
                200));
    }

    /** The provider's signature, meant for us, in time, an answer to our question, and as sure as we asked. */
    private JWTClaimsSet checked(String idToken, Asked asked) throws ParseException, JOSEException, Refused {
        var claims = checked(idToken, "JWT", Set.of("sub", "iat", "exp", "nonce", "sid"));
        if (!asked.nonce().equals(claims.getStringClaim("nonce"))) throw new Refused("nonce is not the one that was sent");
        if (!asked.acr().isEmpty() && !List.of(asked.acr().split(" ")).contains(claims.getStringClaim("acr")))
            throw new Refused("the level " + asked.acr() + " was not reached");
        return claims;
    }

    // --- signing out -----------------------------------------------------------------------------------------------

    /** Where to send a person who signs out here, so that they are signed out everywhere. */
    String goodbye(Person person) {
        return text("end_session_endpoint")
                + "?"
                + form(Map.of("id_token_hint", person.idToken(), "post_logout_redirect_uri", home + "/goodbye"));
    }

    /** What the provider tells us behind the person's back: this session is over (OpenID Connect Back-Channel Logout). */
    JWTClaimsSet logout(String token) throws ParseException, JOSEException, Refused {
        var claims = checked(token, "logout+jwt", Set.of("sid", "iat", "exp", "jti", "events"));
        boolean said = claims.getJSONObjectClaim("events").containsKey("http://schemas.openid.net/event/backchannel-logout");
        if (!said || claims.getClaim("nonce") != null) throw new Refused("this is no logout token");
        return claims;
    }

    private JWTClaimsSet checked(String token, String type, Set<String> required) throws ParseException, JOSEException, Refused {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(type)));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        var must = new JWTClaimsSet.Builder().issuer(issuer).build();
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(clientId, must, required));
        try {
            return processor.process(token, null);
        } catch (BadJOSEException bad) {
            throw new Refused("a token is not good: " + bad.getMessage());
        }
    }

    // --- calling ---------------------------------------------------------------------------------------------------

    private HttpRequest.Builder posted(String uri, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("client_id", clientId);
        all.put("client_assertion_type", JWT_BEARER);
        all.put("client_assertion", key.assertion(clientId, issuer));
        return HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(all)));
    }

    private String send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException, Refused {
        var response = http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == expected) return response.body();
        throw new Refused(response.uri().getPath() + " answered " + response.statusCode() + " " + response.body());
    }

    private static Map<String, Object> json(String text) throws ParseException {
        return JSONObjectUtils.parse(text);
    }

    private String text(String name) {
        return String.valueOf(told.get(name));
    }

    static String form(Map<String, String> fields) {
        var parts = new ArrayList<String>();
        fields.forEach((name, value) -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", parts);
    }

    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
