package yici.exchange;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import yici.kit.View;

/** What a program has asked wrongly, as problem details (RFC 9457) in the language it prefers. */
@RestControllerAdvice(basePackageClasses = ExportApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrong(WrongParameter wrong, View view) {
        var problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setTitle(view.t("exchange.api.wrong", wrong.parameter()));
        problem.setDetail(view.t("exchange.api.wrong." + wrong.way(), wrong.typed(), wrong.allowed()));
        problem.setInstance(java.net.URI.create(view.path()));
        problem.setProperty("parameter", wrong.parameter());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
