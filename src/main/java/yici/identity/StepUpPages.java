package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Page;
import yici.kit.View;
import yici.notification.Sending;

/** Asks for one proof more and goes back to where it was needed, with everything that was typed. */
@Controller
class StepUpPages {

    private final Sessions sessions;
    private final ProveMore proveMore;
    private final StepUpScreen screen;
    private final CodeWay codeWay;
    private final Codes codes;
    private final GoOn goOn;
    private final TransactionTemplate transaction;

    StepUpPages(
            Sessions sessions,
            ProveMore proveMore,
            StepUpScreen screen,
            CodeWay codeWay,
            Codes codes,
            GoOn goOn,
            TransactionTemplate transaction) {
        this.sessions = sessions;
        this.proveMore = proveMore;
        this.screen = screen;
        this.codeWay = codeWay;
        this.codes = codes;
        this.goOn = goOn;
        this.transaction = transaction;
    }

    /** What every form of the page carries along; nothing of it is believed. */
    @ModelAttribute
    StepUpForm.Asked asked(HttpServletRequest request) {
        return StepUpForm.Asked.of(request);
    }

    @GetMapping("/step-up")
    Page stepUp(View view, @ModelAttribute StepUpForm.Asked asked, HttpServletRequest request) {
        return known(request, asked, who -> screen.ask(200, view, who, asked));
    }

    /** Another way than the one shown. */
    @PostMapping("/step-up/way")
    Page way(
            View view,
            @ModelAttribute StepUpForm.Asked asked,
            @RequestParam(defaultValue = "") String way,
            HttpServletRequest request) {
        return known(request, asked, who -> screen.choose(view, who, asked, method(way)));
    }

    @PostMapping("/step-up/code")
    Page code(View view, @ModelAttribute StepUpForm.Asked asked, HttpServletRequest request) {
        return known(request, asked, who -> {
            var target = codeWay.target(who.account());
            return target.isEmpty() ? screen.ask(200, view, who, asked) : send(view, asked, who, target.get());
        });
    }

    private Page send(View view, StepUpForm.Asked asked, Sessions.AtDoor who, Codes.Target target) {
        var sending =
                transaction.execute(_ -> codes.send(who.account(), Codes.Purpose.STEP_UP, target, view.language()));
        var way = Proof.Method.ONE_TIME_CODE;
        return switch (sending) {
            case Sending.Queued _ -> screen.sent(view, who, asked, target.masked());
            case Sending.TooMany(var until) ->
                screen.problem(429, view, who, asked, way, "identity.code.too-many-sent", view.time(until));
            case Sending.NoWay _ -> screen.problem(503, view, who, asked, way, "identity.code.no-way", "");
        };
    }

    @PostMapping("/step-up")
    Page prove(
            View view,
            @ModelAttribute StepUpForm.Asked asked,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(name = "answer-password", defaultValue = "") String password,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        return known(request, asked, who -> {
            var method = method(way);
            var typed = method == Proof.Method.PASSWORD ? password : answer;
            if (typed.isBlank()) return screen.problem(422, view, who, asked, method, "identity.step-up.empty", "");
            var from = FromRequest.of(view, request, response);
            var session = SessionCookie.read(request).orElseThrow();
            return switch (proveMore.prove(session, method, typed, from)) {
                case ProveMore.Outcome.Wrong _ ->
                    screen.problem(422, view, who, asked, method, "identity.step-up.wrong." + Flaws.key(method), "");
                case ProveMore.Outcome.TooMany(var until) ->
                    screen.problem(429, view, who, asked, method, "identity.sign-in.too-many", view.time(until));
                case ProveMore.Outcome.Gone _ -> Page.goTo("/sign-in");
                case ProveMore.Outcome.Proved(var next, var me) -> {
                    SessionCookie.write(next, request, response);
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    yield me.map(now -> goOn.from(view, now, asked.to(), asked.kept()))
                            .orElseGet(() ->
                                    screen.ask(200, view, sessions.atDoor(next).orElseThrow(), asked));
                }
            };
        });
    }

    private Page known(HttpServletRequest request, StepUpForm.Asked asked, Function<Sessions.AtDoor, Page> page) {
        return SessionCookie.read(request)
                .flatMap(sessions::atDoor)
                .map(page)
                .orElseGet(
                        () -> Page.goTo("/sign-in" + (asked.to().isEmpty() ? "" : "?to=" + GoOn.encoded(asked.to()))));
    }

    private static Proof.Method method(String way) {
        return Arrays.stream(Proof.Method.values())
                .filter(method -> method.name().equals(way))
                .findFirst()
                .orElse(Proof.Method.PASSWORD);
    }
}
