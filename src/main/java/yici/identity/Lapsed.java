package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The session acted for somebody, and the mandate has ended meanwhile. Nothing is done in it until the person has taken note: what was begun
 * for another must not go on as one's own.
 *
 * @param party whose name the person acted in
 */
public record Lapsed(String party, Representation.Why why) {

    private static final String ATTRIBUTE = "yici.lapsed";

    void put(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public static Optional<Lapsed> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(Lapsed.class::cast);
    }
}
