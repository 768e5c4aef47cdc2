package yici.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Where the gate sends whom it does not let through. */
@Component
class Threshold implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** A visitor at a page that has to know who is asking. */
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException unknownVisitor)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", signInAndBack(request));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    static String signInAndBack(HttpServletRequest request) {
        var query = QueryString.of(request).without("lang", "area", "size");
        var here = request.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
        return "/sign-in?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }
}
