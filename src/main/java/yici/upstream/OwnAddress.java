package yici.upstream;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people come back to: configured, or on one's own machine the address in use. A request elsewhere only claims where it came to. */
@Component
class OwnAddress {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String configured;

    OwnAddress(@Value("${yici.public-url}") String configured) {
        this.configured = configured.strip().replaceFirst("/$", "");
    }

    /** Empty where nobody has said what this product is called. */
    Optional<String> callback(HttpServletRequest request) {
        return base(request).map(base -> base + "/sign-in/upstream/callback");
    }

    private Optional<String> base(HttpServletRequest request) {
        if (!configured.isEmpty()) return Optional.of(configured);
        var host = request.getServerName();
        if (!OWN_MACHINE.contains(host)) return Optional.empty();
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return Optional.of(request.getScheme() + "://" + host + (usual ? "" : ":" + port));
    }
}
