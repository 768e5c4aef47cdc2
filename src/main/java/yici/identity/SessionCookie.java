package yici.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie that carries the token, until the browser is closed. On https the name itself binds it to this very host. */
public final class SessionCookie {

    private SessionCookie() {}

    /** Whether the browser brings one, be it worth anything or not. Needs no database. */
    public static boolean isBroughtBy(HttpServletRequest request) {
        return read(request).isPresent();
    }

    static Optional<Token> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .filter(value -> value.length() == 43)
                .map(Token::new)
                .findFirst();
    }

    static void write(Token token, HttpServletRequest request, HttpServletResponse response) {
        set(cookie(token.value(), request).build(), response);
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        set(cookie("", request).maxAge(0).build(), response);
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-yici" : "yici";
    }

    private static void set(ResponseCookie cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
