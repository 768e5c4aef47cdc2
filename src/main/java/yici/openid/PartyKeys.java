package yici.openid;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The keys by which a party proves that it is calling: registered with us, or at an address of its own, asked now and then. */
@Component
class PartyKeys {

    private static final Logger log = LoggerFactory.getLogger(PartyKeys.class);
    private static final Duration KEPT = Duration.ofHours(24);

    /** An unknown key may be a new one; but nobody makes us ask all the time. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST_BYTES = 64 * 1024;

    private record Fetched(JWKSet keys, Instant at) {}

    private final PartyAddresses addresses;
    private final Clock clock;
    private final Map<String, Fetched> fetched = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    PartyKeys(PartyAddresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Those that may have made this signature; the name is empty where the header gives none. */
    List<JWK> of(RelyingParty party, String keyId) {
        if (party.keysUri().isEmpty()) return matching(party.keys(), keyId);
        var known = fetched.get(party.keysUri());
        var now = clock.instant();
        boolean fresh = known != null && known.at().plus(KEPT).isAfter(now);
        if (known != null && fresh) {
            var found = matching(known.keys(), keyId);
            if (!found.isEmpty() || known.at().plus(ASK_AGAIN).isAfter(now)) return found;
        }
        return matching(fetch(party, known), keyId);
    }

    /** A key that was replaced is good until the moment it carries. */
    private List<JWK> matching(JWKSet keys, String keyId) {
        var now = java.util.Date.from(clock.instant());
        return keys.getKeys().stream()
                .filter(key -> key.getExpirationTime() == null
                        || key.getExpirationTime().after(now))
                .filter(key -> keyId.isEmpty() || keyId.equals(key.getKeyID()))
                .limit(10)
                .toList();
    }

    private JWKSet fetch(RelyingParty party, @org.jspecify.annotations.Nullable Fetched known) {
        var now = clock.instant();
        var old = known == null ? new JWKSet() : known.keys();
        fetched.put(party.keysUri(), new Fetched(old, now)); // meanwhile others use what we had
        try {
            var request = HttpRequest.newBuilder(URI.create(party.keysUri()))
                    .timeout(PATIENCE)
                    .build();
            addresses.check(request.uri(), party.sandbox());
            var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                var bytes = body.readNBytes(LARGEST_BYTES + 1);
                if (response.statusCode() != 200 || bytes.length > LARGEST_BYTES)
                    throw new IOException("status " + response.statusCode() + ", " + bytes.length + " bytes");
                var keys = JWKSet.parse(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
                fetched.put(party.keysUri(), new Fetched(keys, now));
                return keys;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return old;
        } catch (IOException | ParseException | IllegalArgumentException e) {
            log.warn("keys of {} cannot be read at {}: {}", party.clientId(), party.keysUri(), e.toString());
            return old;
        }
    }
}
