package yici.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import yici.kit.Forbidden;
import yici.kit.NotFound;
import yici.kit.Page;

/** The one place where trouble becomes a page. */
@ControllerAdvice
class Problems {

    private final Views views;

    Problems(Views views) {
        this.views = views;
    }

    @ExceptionHandler
    Page signInNeeded(SignInNeeded problem, HttpServletRequest request) {
        return Page.goTo(Threshold.signInAndBack(request));
    }

    @ExceptionHandler
    Page notFound(NotFound problem, HttpServletRequest request) {
        return page(404, "not-found", request);
    }

    @ExceptionHandler
    Page unknownArea(UnknownArea problem, HttpServletRequest request) {
        return page(404, "not-found", request);
    }

    @ExceptionHandler
    Page forbidden(Forbidden problem, HttpServletRequest request) {
        return page(403, "forbidden", request);
    }

    private Page page(int status, String key, HttpServletRequest request) {
        var view = views.of(request);
        return Page.of(status, out -> JteproblemGenerated.render(out, Page.PLAIN, view, key));
    }
}
