package yici.kit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Under which address the world sees this product: configured, or on one's own machine the address in use. A request elsewhere only claims
 * where it came to, so there it must be configured.
 */
@Component
public final class PublicAddress {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String configured;

    public PublicAddress(@Value("${yici.public-url}") String configured) {
        this.configured = checked(configured.strip());
    }

    /** Such as {@code https://yici.hunan.gov.cn}, without a slash at the end; empty where nobody has said what this product is called. */
    public Optional<String> find(HttpServletRequest request) {
        if (!configured.isEmpty()) return Optional.of(configured);
        if (!OWN_MACHINE.contains(request.getServerName())) return Optional.empty();
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return Optional.of(request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port));
    }

    /** A developer's: nobody else can reach it. */
    public boolean isOwnMachine() {
        return configured.isEmpty()
                || OWN_MACHINE.contains(String.valueOf(URI.create(configured).getHost()));
    }

    /** Empty where it follows from the address in use. */
    public String configured() {
        return configured;
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
