package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** Signing in without a password: first the telephone number, then the code, each on a page of its own. */
@Controller
class SignInCodePages {

    private final SignInByCode signIn;
    private final Sessions sessions;
    private final StepUpScreen screen;
    private final GoOn goOn;

    SignInCodePages(SignInByCode signIn, Sessions sessions, StepUpScreen screen, GoOn goOn) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.screen = screen;
        this.goOn = goOn;
    }

    @GetMapping("/sign-in/code")
    Page phone(View view, @RequestParam(defaultValue = "") String to) {
        if (!signIn.offered()) throw new NotFound("codes");
        return phone(200, view, BackTo.orElse(to, ""), "", "", Map.of(), "");
    }

    /** From the sign-in page, with what was typed before the session ended. */
    @PostMapping("/sign-in/code/begin")
    Page phone(View view, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String kept) {
        return phone(200, view, BackTo.orElse(to, ""), kept, "", Map.of(), "");
    }

    @PostMapping("/sign-in/code")
    Page send(
            View view,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        var back = BackTo.orElse(to, "");
        return switch (signIn.ask(phone, FromRequest.of(view, request, response))) {
            case SignInByCode.Asked.Sent(var number) -> code(200, view, back, kept, number, "", "");
            case SignInByCode.Asked.Flawed(var flaws) -> phone(422, view, back, kept, phone, flaws, "");
            case SignInByCode.Asked.TooMany(var until) ->
                phone(429, view, back, kept, phone, Map.of("phone", "identity.code.too-many-sent"), view.time(until));
            case SignInByCode.Asked.NoWay _ ->
                phone(503, view, back, kept, phone, Map.of("phone", "identity.code.no-way"), "");
        };
    }

    @PostMapping("/sign-in/code/enter")
    Page enter(
            View view,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        var back = BackTo.orElse(to, "");
        if (answer.isBlank()) return code(422, view, back, kept, phone, "identity.step-up.empty", "");
        return switch (signIn.enter(phone, answer, FromRequest.of(view, request, response))) {
            case SignInByCode.Outcome.Wrong _ ->
                code(422, view, back, kept, phone, "identity.step-up.wrong.one-time-code", "");
            case SignInByCode.Outcome.TooMany(var until) ->
                code(429, view, back, kept, phone, "identity.sign-in.too-many", view.time(until));
            case SignInByCode.Outcome.Done(var opened) -> {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                yield in(opened, view, back, kept, request, response);
            }
        };
    }

    private Page in(
            OpenSession.Opened opened,
            View view,
            String to,
            String kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        SessionCookie.write(opened.token(), request, response);
        return switch (opened) {
            case OpenSession.Opened.Welcome welcome -> goOn.from(view, welcome.who(), to, kept);
            case OpenSession.Opened.Half(var token) ->
                screen.ask(200, view, sessions.atDoor(token).orElseThrow(), StepUpForm.Asked.toArrive(to, kept));
        };
    }

    private static Page phone(
            int status, View view, String to, String kept, String phone, Map<String, String> flaws, String argument) {
        return Page.of(
                status, out -> JtesignInPhoneGenerated.render(out, Page.PLAIN, view, to, kept, phone, flaws, argument));
    }

    private static Page code(
            int status, View view, String to, String kept, String phone, String problem, String argument) {
        return Page.of(
                status,
                out -> JtesignInCodeGenerated.render(out, Page.PLAIN, view, to, kept, phone, problem, argument));
    }
}
