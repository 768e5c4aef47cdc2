package yici.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yici.house.Product;
import yici.kit.Translated;

/** A system that people sign on to, as a test plays it: its registration, its keys, and how it asks. */
final class TestParty {

    static final String SECRET = "a-random-secret-of-a-test-0123456789abcdef";
    static final String REDIRECT = "https://party.example/return";
    static final String VERIFIER = "test-verifier-test-verifier-test-verifier-test";

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    final RelyingParty party;
    final ECKey key;
    private final String base;

    private TestParty(RelyingParty party, ECKey key, String base) {
        this.party = party;
        this.key = key;
        this.base = base;
    }

    /** An old web application with a secret. */
    static TestParty legacy() {
        return new TestParty(
                save(of(RelyingParty.Profile.LEGACY, RelyingParty.Authentication.CLIENT_SECRET_BASIC, newKey())),
                newKey(),
                url());
    }

    /** A department's system: FAPI 2.0. */
    static TestParty department() {
        var key = newKey();
        return new TestParty(
                save(of(RelyingParty.Profile.FAPI2, RelyingParty.Authentication.PRIVATE_KEY_JWT, key)), key, url());
    }

    /** An application on a phone. */
    static TestParty nativeApp() {
        var key = newKey();
        return new TestParty(save(of(RelyingParty.Profile.LEGACY, RelyingParty.Authentication.NONE, key)), key, url());
    }

    TestParty at(String otherNode) {
        return new TestParty(party, key, otherNode);
    }

    /** The same with something else registered. */
    TestParty registered(java.util.function.UnaryOperator<RelyingParty> otherwise) {
        return new TestParty(save(otherwise.apply(party)), key, base);
    }

    String id() {
        return party.clientId();
    }

    /** Of an authorization request that is all right. */
    Map<String, String> request() {
        return new LinkedHashMap<>(Map.of(
                "client_id",
                id(),
                "redirect_uri",
                party.redirectUris().getFirst(),
                "response_type",
                "code",
                "scope",
                "openid profile",
                "state",
                "s-" + NEXT.incrementAndGet(),
                "nonce",
                "n-" + NEXT.incrementAndGet(),
                "code_challenge",
                Opaque.base64(Opaque.sha256(VERIFIER)),
                "code_challenge_method",
                "S256"));
    }

    Map<String, String> request(String... more) {
        var request = request();
        for (int i = 0; i < more.length; i += 2) request.put(more[i], more[i + 1]);
        return request;
    }

    /** Where it sends the person; a department has pushed the request before. */
    String authorize(Map<String, String> request) {
        if (!party.isDepartment()) return "/oauth2/authorize?" + Surfer.form(request);
        var pushed = push(request);
        return "/oauth2/authorize?"
                + Surfer.form(Map.of(
                        "client_id",
                        id(),
                        "request_uri",
                        pushed.body().path("request_uri").asString()));
    }

    Answer push(Map<String, String> request) {
        return call("/oauth2/par", request, "");
    }

    record Answer(int status, JsonNode body, HttpResponse<String> response) {
        String error() {
            return body.path("error").asString("");
        }

        String text(String name) {
            return body.path(name).asString("");
        }
    }

    Answer redeem(String code) {
        return redeem(code, VERIFIER);
    }

    Answer redeem(String code, String verifier) {
        return call(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        party.redirectUris().getFirst(),
                        "code_verifier",
                        verifier),
                proof("/oauth2/token"));
    }

    Answer refresh(String token) {
        return call(
                "/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", token), proof("/oauth2/token"));
    }

    /** By its own way of saying who it is. */
    Answer call(String path, Map<String, String> fields, String proof) {
        var all = new LinkedHashMap<>(fields);
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded");
        switch (party.authentication()) {
            case CLIENT_SECRET_BASIC -> request.header("Authorization", basic(SECRET));
            case CLIENT_SECRET_POST -> {
                all.put("client_id", id());
                all.put("client_secret", SECRET);
            }
            case PRIVATE_KEY_JWT -> {
                all.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
                all.putIfAbsent("client_assertion", assertion(now()));
            }
            case NONE -> all.put("client_id", id());
        }
        if (!proof.isEmpty()) request.header("DPoP", proof);
        return send(request.POST(HttpRequest.BodyPublishers.ofString(Surfer.form(all))));
    }

    Answer userinfo(String token) {
        var request = HttpRequest.newBuilder(URI.create(base + "/userinfo"));
        if (party.isDepartment())
            request.header("Authorization", "DPoP " + token)
                    .header("DPoP", proof("GET", issuer() + "/userinfo", token, now(), key));
        else request.header("Authorization", "Bearer " + token);
        return send(request.GET());
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var json = response.body().startsWith("{") ? JSON.readTree(response.body()) : JSON.createObjectNode();
            return new Answer(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String basic(String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id() + ":" + secret).getBytes(UTF_8));
    }

    String assertion(Instant at) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(id())
                        .subject(id())
                        .audience(issuer())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(at))
                        .expirationTime(Date.from(at.plus(Duration.ofSeconds(60))))
                        .build());
    }

    /** Empty where it needs none. */
    String proof(String path) {
        return party.isDepartment() ? proof("POST", issuer() + path, "", now(), key) : "";
    }

    String proof(String method, String uri, String token, Instant at, ECKey key) {
        var claims = new JWTClaimsSet.Builder()
                .claim("htm", method)
                .claim("htu", uri)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(at));
        if (!token.isEmpty()) claims.claim("ath", Opaque.base64(Opaque.sha256(token)));
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build(),
                claims.build());
    }

    private String sign(JWSHeader header, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String issuer() {
        return url();
    }

    private static String url() {
        return Product.running().url();
    }

    private static Instant now() {
        return Product.running().clock().instant();
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RelyingParty save(RelyingParty party) {
        Product.running().bean(RelyingParties.class).save(party);
        return party;
    }

    private static RelyingParty of(
            RelyingParty.Profile profile, RelyingParty.Authentication authentication, ECKey key) {
        var parties = Product.running().bean(RelyingParties.class);
        var id = "test-party-" + NEXT.incrementAndGet();
        boolean department = profile == RelyingParty.Profile.FAPI2;
        boolean secret = authentication == RelyingParty.Authentication.CLIENT_SECRET_BASIC;
        return new RelyingParty(
                id,
                Translated.of("测试系统 " + id, "Test system " + id),
                department ? "police@430523000000" : "",
                parties.sector("sector-of-" + id),
                profile,
                authentication,
                secret ? parties.hashOfSecret(SECRET) : new byte[0],
                department ? new JWKSet(key.toPublicJWK()) : new JWKSet(),
                "",
                List.of(REDIRECT + "/" + id),
                List.of("https://party.example/goodbye/" + id),
                "",
                new LinkedHashSet<>(Scopes.ALL),
                Set.of(
                        "authorization_code",
                        "refresh_token",
                        "client_credentials",
                        "urn:ietf:params:oauth:grant-type:device_code"),
                false,
                department ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256,
                false,
                true);
    }
}
