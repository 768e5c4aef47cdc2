package yici.upstream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Another provider on this machine, real in its keys and tokens, which behaves, is slow, refuses or lies as it is told. */
final class Elsewhere implements AutoCloseable {

    static final String CLIENT = "yici";

    private final HttpServer server;
    private final CountDownLatch open = new CountDownLatch(1);
    private ECKey published = key("1");

    ECKey signs = published;
    Map<String, Object> metadata = new HashMap<>();
    Consumer<JWTClaimsSet.Builder> said = _ -> {};
    UnaryOperator<String> token = UnaryOperator.identity();
    Map<String, Object> userInfo = new HashMap<>(Map.of("sub", "person-1", "identity_number", "11010519491231002X"));
    int tokenStatus = 200;
    String plain = "{\"openid\":\"oLi-Na_0001\",\"unionid\":\"uLi-Na_0001\",\"session_key\":\"secret\"}";
    boolean slow;
    String asked = "";
    final AtomicInteger keysAsked = new AtomicInteger();

    Elsewhere() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", ask -> json(ask, 200, text(metadata)));
        server.createContext("/keys", ask -> {
            keysAsked.incrementAndGet();
            json(ask, 200, new JWKSet(published).toString());
        });
        server.createContext("/token", this::token);
        server.createContext("/me", ask -> json(ask, 200, text(userInfo)));
        server.createContext("/plain", this::plain);
        server.createContext("/enter", ask -> {
            var state = ask.getRequestURI().getQuery().replaceFirst(".*state=([^&]*).*", "$1");
            var back = ask.getRequestURI().getQuery().replaceFirst(".*redirect=([^&]*).*", "$1");
            ask.getResponseHeaders().add("Location", back + "?code=good&state=" + state);
            ask.sendResponseHeaders(302, -1);
            ask.close();
        });
        server.start();
        metadata.putAll(Map.of(
                "issuer", url(),
                "authorization_endpoint", url() + "/authorize",
                "token_endpoint", url() + "/token",
                "jwks_uri", url() + "/keys",
                "userinfo_endpoint", url() + "/me",
                "authorization_response_iss_parameter_supported", true));
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on another key signs, and is published. */
    void rotate() {
        published = key("2");
        signs = published;
    }

    private void token(HttpExchange ask) throws IOException {
        asked = new String(ask.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        waitIfSlow();
        var body = new HashMap<String, Object>(Map.of("access_token", "an-access-token", "token_type", "Bearer"));
        body.put("id_token", token.apply(idToken()));
        json(ask, tokenStatus, text(body));
    }

    private String idToken() {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(CLIENT)
                .subject("person-1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(40)))
                .claim("name", "李娜")
                .claim("acr", "face");
        said.accept(claims);
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(signs.getKeyID())
                            .build(),
                    claims.build());
            jwt.sign(new ECDSASigner(signs));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void plain(HttpExchange ask) throws IOException {
        asked = ask.getRequestURI().getQuery();
        waitIfSlow();
        json(ask, tokenStatus, plain);
    }

    private void waitIfSlow() {
        if (!slow) return;
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void json(HttpExchange ask, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        ask.getResponseHeaders().add("Content-Type", "application/json");
        ask.sendResponseHeaders(status, bytes.length);
        ask.getResponseBody().write(bytes);
        ask.close();
    }

    private static String text(Map<String, Object> body) {
        return JsonMapper.shared().writeValueAsString(body);
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        open.countDown();
        server.stop(0);
    }
}
