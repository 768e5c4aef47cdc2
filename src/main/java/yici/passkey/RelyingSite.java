package yici.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Under which name and at which addresses passkeys are made and shown. Configured, because a request only claims where it came to; without
 * configuration {@code localhost} alone is believed, which no other machine can be.
 */
@Component
class RelyingSite {

    /**
     * @param id the domain a passkey belongs to
     * @param origins addresses, and signatures of apps, that may ask for it
     */
    record Here(String id, Set<String> origins) {}

    private final Optional<Here> configured;

    RelyingSite(
            @Value("${yici.public-url}") String publicUrl,
            @Value("${yici.passkey.domain}") String domain,
            @Value("${yici.passkey.origins}") String more) {
        configured =
                publicUrl.isBlank() ? Optional.empty() : Optional.of(here(publicUrl.strip(), domain.strip(), more));
    }

    /** Empty where no passkey can be made: by a bare network address, or at a name that nobody configured. */
    Optional<Here> at(HttpServletRequest request) {
        if (configured.isPresent()) return configured;
        var host = request.getServerName();
        if (!host.equals("localhost") && !host.endsWith(".localhost")) return Optional.empty();
        return Optional.of(new Here(host, Set.of(origin(request.getScheme(), host, request.getServerPort()))));
    }

    private static Here here(String publicUrl, String domain, String more) {
        var address = URI.create(publicUrl);
        var host = Optional.ofNullable(address.getHost())
                .orElseThrow(() -> new IllegalArgumentException("YICI_PUBLIC_URL is no address: " + publicUrl));
        if (!domain.isEmpty() && !host.equals(domain) && !host.endsWith("." + domain))
            throw new IllegalArgumentException("YICI_PASSKEY_DOMAIN must be " + host + " or a domain above it");
        var origins = new LinkedHashSet<String>();
        origins.add(origin(address.getScheme(), host, address.getPort()));
        Stream.of(more)
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(origins::add);
        return new Here(domain.isEmpty() ? host : domain, origins);
    }

    private static String origin(String scheme, String host, int port) {
        boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
