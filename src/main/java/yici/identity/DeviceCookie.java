package yici.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** By which a browser is known again where somebody has signed in before. It opens nothing. */
final class DeviceCookie {

    private static final Duration KEPT = Duration.ofDays(400);

    private DeviceCookie() {}

    /** Gives the browser one when it has none yet. */
    static Token of(HttpServletRequest request, HttpServletResponse response) {
        return read(request).orElseGet(() -> write(Token.fresh(), request, response));
    }

    private static Optional<Token> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .filter(value -> value.length() == 43)
                .map(Token::new)
                .findFirst();
    }

    private static Token write(Token token, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name(request), token.value())
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return token;
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-yici-device" : "yici-device";
    }
}
