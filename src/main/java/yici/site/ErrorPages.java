package yici.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import yici.kit.Page;
import yici.kit.View;

/** Writes trouble down as a page in the reader's language, or for a program as problem details (RFC 9457). */
@Component
class ErrorPages {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final Views views;
    private final tools.jackson.databind.json.JsonMapper json;

    ErrorPages(Views views, tools.jackson.databind.json.JsonMapper json) {
        this.views = views;
        this.json = json;
    }

    /** Never throws: when even the page fails, a line of plain text goes out. */
    void write(Trouble trouble, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (Wants.json(request)) writeJson(trouble, views.of(request), response);
            else page(trouble, views.of(request)).render(Map.of(), request, response);
        } catch (RuntimeException e) {
            log.error("no page for status {}", trouble.status(), e);
            response.setStatus(trouble.status());
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream()
                    .write(("系统暂时不能使用，请稍后再试。 / The service is not available just now; please try again later. "
                                    + trouble.reference())
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Page page(Trouble trouble, View view) {
        return Page.of(trouble.status(), out -> JteproblemGenerated.render(out, Page.PLAIN, view, trouble));
    }

    private void writeJson(Trouble trouble, View view, HttpServletResponse response) throws IOException {
        var problem = ProblemDetail.forStatus(trouble.status());
        problem.setTitle(view.t("site.problem." + trouble.key() + ".title"));
        problem.setDetail(view.t("site.problem." + trouble.key() + ".way"));
        problem.setInstance(java.net.URI.create(view.path()));
        if (!trouble.reference().isEmpty()) problem.setProperty("reference", trouble.reference());
        response.setStatus(trouble.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
