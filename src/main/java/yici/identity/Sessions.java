package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is acting in a request; room {@code site} asks once per request. */
@Component
public class Sessions {

    public Optional<SignedIn> of(HttpServletRequest request) {
        return Optional.empty();
    }
}
