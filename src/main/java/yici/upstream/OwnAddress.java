package yici.upstream;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.kit.PublicAddress;

/** Where people come back to from other providers. */
@Component
class OwnAddress {

    private final PublicAddress address;

    OwnAddress(PublicAddress address) {
        this.address = address;
    }

    /** Empty where nobody has said what this product is called. */
    Optional<String> callback(HttpServletRequest request) {
        return address.find(request).map(base -> base + "/sign-in/upstream/callback");
    }
}
