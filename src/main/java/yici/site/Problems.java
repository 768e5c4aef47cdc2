package yici.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import yici.catalogue.Catalogue;
import yici.catalogue.Listed;
import yici.identity.KeptEntries;
import yici.identity.NotCovered;
import yici.identity.StepUp;
import yici.kit.Busy;
import yici.kit.Forbidden;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** The one place where trouble becomes an answer: what controllers throw, and what the server itself refuses. */
@ControllerAdvice
@Controller
class Problems implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String EASY_TO_READ = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final ErrorPages pages;
    private final NearestPages nearest;
    private final Catalogue catalogue;
    private final Views views;
    private final KeptEntries kept;

    Problems(ErrorPages pages, NearestPages nearest, Catalogue catalogue, Views views, KeptEntries kept) {
        this.kept = kept;
        this.catalogue = catalogue;
        this.pages = pages;
        this.nearest = nearest;
        this.views = views;
    }

    @ExceptionHandler
    Page signInNeeded(SignInNeeded problem, HttpServletRequest request) {
        return Page.goTo(Threshold.signInAndBack(request));
    }

    /** A page is asked for again afterwards, a form waits with everything in it; a program is told in the words of RFC 9470. */
    @ExceptionHandler
    @Nullable
    Page stepUp(StepUp problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Wants.json(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(problem));
            pages.write(Trouble.of(401), request, response);
            return null;
        }
        return request.getMethod().equals("POST")
                ? kept.stepUp(request, views.of(request), problem)
                : Page.goTo(KeptEntries.stepUpAddress(problem, Threshold.here(request)));
    }

    private static String challenge(StepUp problem) {
        return "Bearer error=\"insufficient_user_authentication\", error_description=\"show more of who you are\", acr_values=\""
                + problem.asked().acr() + "\""
                + problem.maxAge().map(age -> ", max_age=" + age.toSeconds()).orElse("");
    }

    /** Somebody acts for another, by a mandate that does not give this. */
    @ExceptionHandler
    Page notCovered(NotCovered problem, HttpServletRequest request) {
        var view = views.of(request);
        var event = nameOf(problem.lifeEvent());
        return Page.of(403, out -> JtenotCoveredGenerated.render(out, Page.PLAIN, view, problem.party(), event));
    }

    @ExceptionHandler
    Page lapsed(ActingLapsed problem, HttpServletRequest request) {
        var view = views.of(request);
        return Page.of(403, out -> JtelapsedGenerated.render(out, Page.PLAIN, view, problem.lapsed()));
    }

    private Optional<Translated> nameOf(String lifeEvent) {
        return catalogue.lifeEvents().stream()
                .filter(listed -> listed.code().equals(lifeEvent))
                .map(Listed::name)
                .findFirst();
    }

    @ExceptionHandler
    void unknownArea(UnknownArea problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.write(Trouble.of(404).nearTo(nearest.here(views.of(request), problem.code())), request, response);
    }

    @ExceptionHandler
    void anything(Exception problem, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) throw problem;
        answer(statusOf(problem), problem, request, response);
    }

    /** What never reached a controller, or failed while its page was written. Asked for by hand it is a page that does not exist. */
    @RequestMapping("/error")
    void refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer sent ? sent : 404;
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception e ? e : null;
        answer(
                thrown == null ? status : statusOf(root(thrown)),
                thrown == null ? new NotFound("") : root(thrown),
                request,
                response);
    }

    private void answer(int status, Exception problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var trouble = Trouble.of(status);
        if (status == 404) trouble = trouble.nearTo(nearestTo(request));
        if (status >= 500) trouble = trouble.known(noteDown(problem, request));
        if (status == 503) response.setHeader("Retry-After", "30");
        if (problem instanceof ErrorResponse spring)
            spring.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        pages.write(trouble, request, response);
    }

    private static int statusOf(Exception problem) {
        return switch (problem) {
            case NotFound _ -> 404;
            case Forbidden _ -> 403;
            case Busy _ -> 503;
            case MaxUploadSizeExceededException _ -> 413;
            case MultipartException _ -> 400;
            case InvalidParameterException wrong -> isTooLarge(wrong) ? 413 : 400;
            case MethodArgumentTypeMismatchException wrong ->
                wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? 404
                        : 400; // an id that is none is not there
            case ServletRequestBindingException _ -> 400;
            case ErrorResponse spring -> spring.getStatusCode().value();
            case DataAccessResourceFailureException _ -> 503;
            case TransientDataAccessException _ -> 503;
            case CannotCreateTransactionException _ -> 503;
            default -> 500;
        };
    }

    /** A form or file beyond the bounds is noticed by the first who reads a parameter, which is the gate. */
    private static boolean isTooLarge(InvalidParameterException wrong) {
        return wrong.getErrorCode() == 413 || wrong.getCause() instanceof SizeException;
    }

    private static Exception root(Exception thrown) {
        var cause = thrown;
        for (int depth = 0; depth < 10 && cause instanceof jakarta.servlet.ServletException; depth++) {
            if (!(cause.getCause() instanceof Exception inner)) break;
            cause = inner;
        }
        return cause;
    }

    private List<Trouble.Link> nearestTo(HttpServletRequest request) {
        try {
            View view = views.of(request);
            return nearest.to(view);
        } catch (RuntimeException e) {
            log.debug("nothing near {}", request.getRequestURI(), e);
            return List.of();
        }
    }

    /** The address without its query, which may hold what somebody typed. */
    private static String noteDown(Exception problem, HttpServletRequest request) {
        var reference = RANDOM.ints(8, 0, EASY_TO_READ.length())
                .mapToObj(i -> EASY_TO_READ.substring(i, i + 1))
                .collect(Collectors.joining());
        log.error("{} at {}", reference, Views.addressAsked(request), problem);
        return reference;
    }
}
