package yici.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.kit.PublicAddress;

/** The one name this provider signs with, for all areas: the product's public address. */
@Component
class Issuer {

    private final PublicAddress address;

    Issuer(PublicAddress address) {
        this.address = address;
    }

    /** Empty where nobody has said what this provider is called. */
    Optional<String> find(HttpServletRequest request) {
        return address.find(request);
    }

    /** A developer's: nobody else can reach it. */
    boolean isOwnMachine() {
        return address.isOwnMachine();
    }

    /** Empty where it follows from the address in use. */
    String configured() {
        return address.configured();
    }

    String of(HttpServletRequest request) {
        return find(request).orElseThrow(() -> new IllegalStateException("YICI_PUBLIC_URL is not set"));
    }
}
