package yici.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one name this provider signs with, for all areas. On one's own machine it is the address in use; anywhere else it must be set, or
 * whoever sends a {@code Host} header would choose it.
 */
@Component
class Issuer {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String configured;

    Issuer(@Value("${yici.public-url}") String configured) {
        this.configured = checked(configured.strip());
    }

    /** Empty where nobody has said what this provider is called. */
    Optional<String> find(HttpServletRequest request) {
        if (!configured.isEmpty()) return Optional.of(configured);
        if (!OWN_MACHINE.contains(request.getServerName())) return Optional.empty();
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return Optional.of(request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port));
    }

    /** A developer's: nobody else can reach it. */
    boolean isOwnMachine() {
        return configured.isEmpty()
                || OWN_MACHINE.contains(String.valueOf(URI.create(configured).getHost()));
    }

    /** Empty where it follows from the address in use. */
    String configured() {
        return configured;
    }

    String of(HttpServletRequest request) {
        return find(request).orElseThrow(() -> new IllegalStateException("YICI_PUBLIC_URL is not set"));
    }

    private static String checked(String url) {
        if (url.isEmpty()) return url;
        var uri = URI.create(url);
        boolean plain = uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null
                && (uri.getRawPath() == null || uri.getRawPath().isEmpty());
        boolean safe = "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && OWN_MACHINE.contains(String.valueOf(uri.getHost()));
        if (!plain || !safe || uri.getHost() == null)
            throw new IllegalArgumentException("YICI_PUBLIC_URL must look like https://host, was " + url);
        return url;
    }
}
