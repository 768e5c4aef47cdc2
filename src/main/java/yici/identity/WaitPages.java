package yici.identity;

import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import yici.kit.Page;
import yici.kit.View;

/** Wherever somebody wants to change the locks on the day after a recovery, in whichever room. */
@ControllerAdvice
@Order(0) // before the answer to anything else
class WaitPages {

    @ExceptionHandler
    Page waits(LocksWait problem, View view) {
        return Page.of(403, out -> JtewaitingGenerated.render(out, Page.PLAIN, view, problem.until()));
    }
}
