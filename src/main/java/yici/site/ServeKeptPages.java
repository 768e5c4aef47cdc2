package yici.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import yici.identity.SessionCookie;
import yici.kit.Language;
import yici.kit.Page;

/**
 * Answers visitors with pages that stand ready, without the database: {@link KeptPages}. A page that grew old is rendered anew by the one
 * who asks first; whoever asks meanwhile, and everybody when the database is away, gets it as it was; what memory had no room for, from disk: {@link PageShelf}.
 */
@Component
@Order(-105) // knows the choices of the visitor; before the security chain, whose headers are kept with the page
class ServeKeptPages extends OncePerRequestFilter {

    private static final int LONGEST_ADDRESS = 300;

    /** Belong to one answer and not to the page. */
    private static final Set<String> OF_THE_ANSWER = Set.of(
            "set-cookie",
            "content-length",
            "content-type",
            "content-language",
            "date",
            "vary",
            "etag",
            "cache-control");

    private final KeptPages pages;
    private final PageShelf shelf;
    private final Clock clock;

    ServeKeptPages(KeptPages pages, PageShelf shelf, Clock clock) {
        this.pages = pages;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var method = request.getMethod();
        return !(method.equals("GET") || method.equals("HEAD"))
                || SessionCookie.isBroughtBy(request)
                || request.getAttribute(Choices.UNKNOWN_AREA) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = key(request);
        if (key.address().length() > LONGEST_ADDRESS) {
            chain.doFilter(request, response);
            return;
        }
        var kept = pages.find(key);
        if (kept.isPresent() && (pages.isFresh(kept.get()) || !kept.get().beginRenewal())) {
            kept.get().answer(request, response);
            return;
        }
        try {
            render(request, response, chain, key, kept);
        } finally {
            kept.ifPresent(KeptPage::endRenewal);
        }
    }

    private void render(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            KeptPages.Key key,
            Optional<KeptPage> old)
            throws ServletException, IOException {
        var begun = clock.instant();
        long changes = pages.changes();
        var answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, answer);
        } catch (ServletException | IOException | RuntimeException e) {
            var before = old.or(() -> shelf.find(key));
            if (before.isEmpty() || response.isCommitted()) throw e;
            response.reset();
            before.get().answer(request, response);
            return;
        }
        if (answer.getStatus() >= 500) {
            var before = old.or(() -> shelf.find(key));
            if (before.isPresent()) {
                response.reset();
                before.get().answer(request, response);
                return;
            }
        }
        if (request.getAttribute(Page.TOPICS) instanceof List<?> topics && answer.getStatus() == 200) {
            var page = page(key.language(), answer, topics, begun);
            pages.keep(key, page, changes);
            if (old.map(KeptPage::tag).filter(page.tag()::equals).isEmpty()) shelf.put(key, page);
        } else pages.forget(key);
        answer.copyBodyToResponse();
    }

    private static KeptPages.Key key(HttpServletRequest request) {
        var query = QueryString.of(request).without("lang", "area", "size");
        var site = request.getAttribute(Choices.SITE) instanceof String code ? "//" + code : "";
        return new KeptPages.Key(
                site + request.getRequestURI() + '?' + query,
                Choices.language(request),
                request.getAttribute(Choices.AREA) instanceof String area ? area : "",
                request.getAttribute(Choices.LARGE) != null,
                request.isSecure());
    }

    private static KeptPage page(
            Language language, ContentCachingResponseWrapper answer, List<?> topics, Instant begun) {
        var headers = new TreeMap<String, List<String>>();
        for (var name : answer.getHeaderNames())
            if (!OF_THE_ANSWER.contains(name.toLowerCase(Locale.ROOT)))
                headers.put(name, List.copyOf(answer.getHeaders(name)));
        var names = topics.stream().map(String.class::cast).toList();
        return new KeptPage(language, answer.getContentAsByteArray(), Map.copyOf(headers), names, begun);
    }
}
