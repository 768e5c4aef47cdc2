package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import yici.kit.View;

/** Where a request comes from, as signing in asks for it. */
final class FromRequest {

    private FromRequest() {}

    /** Also gives the browser the cookie by which it is known again. */
    static SignIn.From of(View view, HttpServletRequest request, HttpServletResponse response) {
        var agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return new SignIn.From(
                request.getRemoteAddr(),
                Device.of(agent),
                SessionCookie.read(request),
                Optional.of(DeviceCookie.of(request, response)),
                view.language());
    }
}
