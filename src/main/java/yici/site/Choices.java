package yici.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import yici.kit.Language;

/**
 * Language and area of the visitor, and the size of the type: what the address says ({@code ?lang=}, {@code ?area=}) wins and is remembered for a year in a cookie;
 * then the cookie; then, for the language, what the browser asks for, for the area, whose site answers under the host name;
 * then Chinese and the province. So it is with the large type
 * ({@code ?size=large}, {@code ?size=normal}).
 */
@Component
@Order(-110) // before the security chain, whose pages speak the visitor's language too
class Choices extends OncePerRequestFilter {

    /** Set by this filter: the {@link Language} of this request. */
    private static final String LANGUAGE = "yici.language";

    /** Set by this filter: the code of the chosen area, when there is one. */
    static final String AREA = "yici.area";

    /** Set by this filter: the code of the area whose site answers under this host name. */
    static final String SITE = "yici.site";

    /** Set by this filter: the code in the address that is no area. */
    static final String UNKNOWN_AREA = "yici.unknown-area";

    /** Set by this filter when the visitor wants the large type. */
    static final String LARGE = "yici.large";

    private final KnownAreas areas;
    private final KnownSites sites;

    Choices(KnownAreas areas, KnownSites sites) {
        this.areas = areas;
        this.sites = sites;
    }

    static Language language(HttpServletRequest request) {
        return request.getAttribute(LANGUAGE) instanceof Language language ? language : Language.ZH;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (goesToOtherAddress(request, response)) return;
        if (!request.getRequestURI().startsWith("/assets/")) {
            chooseLanguage(request, response);
            if (!Wants.data(request)) {
                chooseArea(request, response);
                chooseSize(request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private void chooseLanguage(HttpServletRequest request, HttpServletResponse response) {
        var asked = QueryString.of(request).first("lang").flatMap(Language::of);
        asked.ifPresent(language -> remember("lang", language.code(), request, response));
        var language = ofAddress(request)
                .or(() -> asked)
                .or(() -> cookie(request, "lang").flatMap(Language::of))
                .or(() -> preferred(request))
                .orElse(Language.ZH);
        request.setAttribute(LANGUAGE, language);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    }

    /** {@code /fr/works/x} is French whoever asks: what is linked and kept by address has one language. */
    private static Optional<Language> ofAddress(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.length() > 3 && path.charAt(3) == '/' ? Language.of(path.substring(1, 3)) : Optional.empty();
    }

    /** Who asks for another language at an address that has its own is sent to the address of that one. */
    private static boolean goesToOtherAddress(HttpServletRequest request, HttpServletResponse response) {
        var own = ofAddress(request);
        var query = QueryString.of(request);
        var asked = query.first("lang").flatMap(Language::of);
        if (own.isEmpty() || asked.isEmpty() || own.equals(asked)) return false;

        var rest = query.without("lang");
        remember("lang", asked.get().code(), request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                HttpHeaders.LOCATION,
                "/" + asked.get().code() + request.getRequestURI().substring(3) + (rest.isEmpty() ? "" : "?" + rest));
        return true;
    }

    private void chooseArea(HttpServletRequest request, HttpServletResponse response) {
        var asked = QueryString.of(request).first("area").filter(code -> !code.isBlank());
        var known = asked.flatMap(areas::today);
        known.ifPresent(code -> remember("area", code, request, response));
        if (asked.isPresent() && known.isEmpty()) request.setAttribute(UNKNOWN_AREA, asked.get());
        var site = sites.areaOf(request).flatMap(areas::today);
        site.ifPresent(code -> request.setAttribute(SITE, code));
        known.or(() -> cookie(request, "area").flatMap(areas::today))
                .or(() -> site)
                .ifPresent(code -> request.setAttribute(AREA, code));
    }

    private static void chooseSize(HttpServletRequest request, HttpServletResponse response) {
        var asked = QueryString.of(request).first("size").filter(size -> size.equals("large") || size.equals("normal"));
        asked.ifPresent(size -> remember("size", size, request, response));
        asked.or(() -> cookie(request, "size"))
                .filter("large"::equals)
                .ifPresent(size -> request.setAttribute(LARGE, size));
    }

    private static Optional<Language> preferred(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) return Optional.empty();
        return Collections.list(request.getLocales()).stream()
                .limit(20)
                .flatMap(locale -> Language.of(locale.getLanguage()).stream())
                .findFirst();
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static void remember(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
