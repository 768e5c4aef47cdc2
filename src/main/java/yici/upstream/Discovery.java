package yici.upstream;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What OpenID providers publish of themselves and their keys, asked for once an hour; an unknown key is asked for at once, but not again
 * and again. What was good yesterday serves while a provider does not answer.
 */
@Component
class Discovery {

    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final Duration SERVES_FOR = Duration.ofHours(24);
    private static final Duration NEW_KEYS_EVERY = Duration.ofSeconds(30);

    private record Known<T>(T what, Instant since) {
        boolean youngerThan(Duration age, Instant now) {
            return since.plus(age).isAfter(now);
        }
    }

    private final Asking asking;
    private final Clock clock;
    private final Map<String, Known<Metadata>> metadata = new ConcurrentHashMap<>();
    private final Map<URI, Known<JWKSet>> keys = new ConcurrentHashMap<>();

    Discovery(Asking asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    Optional<Metadata> of(Provider provider) {
        var issuer = provider.issuer();
        return known(metadata, issuer, GOOD_FOR, () -> askMetadata(issuer));
    }

    Optional<JWKSet> keys(Metadata provider) {
        return known(keys, provider.keys(), GOOD_FOR, () -> askKeys(provider.keys()));
    }

    /** A token names a key that is not among those known. */
    Optional<JWKSet> newKeys(Metadata provider) {
        return known(keys, provider.keys(), NEW_KEYS_EVERY, () -> askKeys(provider.keys()));
    }

    private <K, T> Optional<T> known(Map<K, Known<T>> kept, K key, Duration good, Supplier<Optional<T>> ask) {
        var now = clock.instant();
        var known = Optional.ofNullable(kept.get(key));
        if (known.filter(it -> it.youngerThan(good, now)).isPresent()) return known.map(Known::what);

        var fresh = ask.get();
        fresh.ifPresent(it -> kept.put(key, new Known<>(it, now)));
        return fresh.or(
                () -> known.filter(it -> it.youngerThan(SERVES_FOR, now)).map(Known::what));
    }

    private Optional<Metadata> askMetadata(String issuer) {
        var address = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
        return asking.get(address, Map.of()) instanceof Asking.Reply.Json json && json.isGood()
                ? Metadata.read(issuer, json.body())
                : Optional.empty();
    }

    private Optional<JWKSet> askKeys(URI address) {
        if (!(asking.get(address, Map.of()) instanceof Asking.Reply.Json json) || !json.isGood())
            return Optional.empty();
        try {
            return Optional.of(JWKSet.parse(json.body()));
        } catch (ParseException broken) {
            return Optional.empty();
        }
    }
}
