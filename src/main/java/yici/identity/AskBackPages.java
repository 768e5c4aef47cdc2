package yici.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Page;
import yici.kit.View;

/** The counter's part of recovering an account, and the way for its owner to stop it. */
@Controller
class AskBackPages {

    private static final ProofAtCounter.Typed NOTHING = new ProofAtCounter.Typed("", "RESIDENT_ID", "", "", "", false);

    private final AskBack askBack;
    private final Policy policy;

    AskBackPages(AskBack askBack, Policy policy) {
        this.askBack = askBack;
        this.policy = policy;
    }

    @GetMapping("/desk/recovery")
    Page form(View view, SignedIn me) {
        policy.check(me, Deed.HELP_AT_COUNTER);
        return form(200, view, NOTHING, "", Map.of());
    }

    @PostMapping("/desk/recovery")
    Page ask(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "RESIDENT_ID") String document,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String nationality,
            @RequestParam(defaultValue = "") String expires,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "false") boolean compared,
            HttpServletResponse response) {
        var typed = new ProofAtCounter.Typed(name, document, number, nationality, expires, compared);
        return switch (askBack.ask(me, typed, phone, view.language())) {
            case AskBack.Outcome.Given given -> {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                yield Page.of(out -> JteaskBackReceiptGenerated.render(out, Page.PLAIN, view, given));
            }
            case AskBack.Outcome.Flawed(var flaws) -> form(422, view, typed, phone, flaws);
        };
    }

    @PostMapping("/account/recovery/stop")
    Page stop(SignedIn me) {
        askBack.stop(me);
        return Page.goTo("/account?done=recovery-stopped");
    }

    private static Page form(
            int status, View view, ProofAtCounter.Typed typed, String phone, Map<String, String> flaws) {
        return Page.of(status, out -> JteaskBackGenerated.render(out, Page.PLAIN, view, typed, phone, flaws));
    }
}
