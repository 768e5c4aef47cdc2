package yici.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Who is asking: a person with a browser, or a program. */
final class Wants {

    private Wants() {}

    /** An address for programs: an area in it is part of the question, and remembered by nobody. */
    static boolean data(HttpServletRequest request) {
        return Views.addressAsked(request).startsWith("/api/");
    }

    static boolean json(HttpServletRequest request) {
        if (data(request)) return true;
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }
}
