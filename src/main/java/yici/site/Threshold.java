package yici.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import yici.identity.KeptEntries;
import yici.identity.StaffRule;
import yici.kit.Page;

/** Where the gate sends whom it does not let through. A form that was filled in comes along. */
@Component
class Threshold implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final KeptEntries kept;
    private final Views views;
    private final ObjectProvider<RequestMappingHandlerMapping> addresses;

    Threshold(
            KeptEntries kept,
            Views views,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> addresses) {
        this.kept = kept;
        this.views = views;
        this.addresses = addresses;
    }

    /** Somebody the session does not know (any more), at a page that has to know who is asking. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        if (leadsNowhere(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (Wants.json(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (isForm(request)) {
            show(kept.signInFirst(request, views.of(request)), request, response);
        } else {
            show(Page.goTo(signInAndBack(request)), request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean tokenOnly = denied instanceof CsrfException && isForm(request) && isFromOurPages(request);
        if (tokenOnly && !Wants.json(request)) {
            boolean needsNobody = Views.signedIn().isPresent()
                    || request.getRequestURI().startsWith("/sign-")
                    || request.getRequestURI().startsWith("/notices/");
            var view = views.of(request);
            show(needsNobody ? kept.goOn(request, view) : kept.signInFirst(request, view), request, response);
        } else if (request.getMethod().equals("GET") && !Wants.json(request) && owesFactor()) {
            var back = URLEncoder.encode(here(request), StandardCharsets.UTF_8);
            show(Page.goTo("/account/factors?to=" + back), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Staff whose posts do not count yet are led to where they begin to. */
    private static boolean owesFactor() {
        return Views.signedIn().filter(StaffRule::owesFactor).isPresent();
    }

    /** Whoever mistypes an address need not sign in to learn that it does not exist. */
    private boolean leadsNowhere(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return false;
        try {
            if (!ServletRequestPathUtils.hasParsedRequestPath(request)) ServletRequestPathUtils.parseAndCache(request);
            return addresses.getObject().getHandler(request) == null;
        } catch (Exception exists) { // only with another method or content than this one
            return false;
        }
    }

    static String signInAndBack(HttpServletRequest request) {
        return "/sign-in?to=" + URLEncoder.encode(here(request), StandardCharsets.UTF_8);
    }

    static String here(HttpServletRequest request) {
        var query = QueryString.of(request).without("lang", "area", "size");
        return request.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals("POST");
    }

    /**
     * Only a form of ours is offered again: one that another site posted here must not be one click from being believed. Every browser
     * says where a form comes from.
     */
    private static boolean isFromOurPages(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var host = request.getHeader(HttpHeaders.HOST);
        if (origin == null || host == null) return false;
        try {
            return host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void show(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.render(Map.of(), request, response);
    }
}
