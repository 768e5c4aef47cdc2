package yici.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import yici.identity.SignedIn;
import yici.kit.View;
import yici.kit.Words;

/** Makes the {@link View} of a request, on ordinary pages as on error pages. */
@Component
class Views {

    private final Words words;
    private final KnownAreas areas;
    private final KnownSites sites;

    Views(Words words, KnownAreas areas, KnownSites sites) {
        this.words = words;
        this.areas = areas;
        this.sites = sites;
    }

    View of(HttpServletRequest request) {
        var path = request.getAttribute(Choices.AREA) instanceof String code ? areas.path(code) : ownArea();
        var form = pageOfForm(request);
        return new View(
                Choices.language(request),
                words,
                form.map(URI::getRawPath).orElseGet(() -> addressAsked(request)),
                QueryString.of(form.map(page ->
                                        Optional.ofNullable(page.getRawQuery()).orElse(""))
                                .orElseGet(() -> queryAsked(request)))
                        .without("lang", "area", "size"),
                request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "",
                signedIn().map(SignedIn::asVisitor),
                path.getLast(),
                path,
                request.getAttribute(Choices.LARGE) != null,
                site(request));
    }

    /** Under the host name of an area every page is its site's. */
    private Optional<View.OwnSite> site(HttpServletRequest request) {
        return request.getAttribute(Choices.SITE) instanceof String code
                ? Optional.of(areas.site(sites, code))
                : Optional.empty();
    }

    /** Staff who chose no area see their own in its colour; everybody else begins with the province. */
    private List<View.Place> ownArea() {
        return signedIn()
                .flatMap(me -> me.posts().stream().findFirst())
                .map(post -> areas.path(post.area()))
                .orElseGet(areas::province);
    }

    /** Who this request acts for, as the security chain found out. */
    static Optional<SignedIn> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }

    /** What came of a form cannot be asked for again in another language; the page the form was on can. */
    private static Optional<URI> pageOfForm(HttpServletRequest request) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) return Optional.empty();
        var own = Optional.ofNullable(request.getHeader(HttpHeaders.HOST)).orElse("");
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .flatMap(Views::address)
                .filter(page -> own.equals(page.getRawAuthority()))
                .filter(page ->
                        page.getRawPath().startsWith("/") && !page.getRawPath().startsWith("//"));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> uri.getRawPath() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** On an error page, the address that went wrong. */
    static String addressAsked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    private static String queryAsked(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null)
            return request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING) instanceof String failed ? failed : "";
        return Optional.ofNullable(request.getQueryString()).orElse("");
    }
}
