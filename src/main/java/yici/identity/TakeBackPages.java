package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Page;
import yici.kit.View;

/** /recover/receipt: going on after a visit to a counter, one question a page. */
@Controller
class TakeBackPages {

    private final TakeBack takeBack;

    TakeBackPages(TakeBack takeBack) {
        this.takeBack = takeBack;
    }

    @GetMapping("/recover/receipt")
    Page form(View view) {
        return form(200, view, "", "", "", "");
    }

    @PostMapping("/recover/receipt")
    Page receipt(
            View view,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (takeBack.receipt(receipt, number, FromRequest.of(view, request, response))) {
            case TakeBack.Step.On(var seal, var to) -> code(200, view, seal, to, "");
            case TakeBack.Step.Wrong _, TakeBack.Step.Stale _ ->
                form(422, view, receipt, number, "identity.take-back.wrong", "");
            case TakeBack.Step.TooEarly(var opens) ->
                form(422, view, receipt, number, "identity.take-back.too-early", view.time(opens));
            case TakeBack.Step.TooMany(var until) ->
                form(429, view, receipt, number, "identity.sign-in.too-many", view.time(until));
            case TakeBack.Step.NoWay _ -> form(503, view, receipt, number, "identity.take-back.no-way", "");
        };
    }

    @PostMapping("/recover/receipt/code")
    Page code(
            View view,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String answer) {
        return switch (takeBack.code(seal, answer)) {
            case TakeBack.Step.On on -> password(200, view, on.seal(), Map.of());
            case TakeBack.Step.Wrong _ -> code(422, view, seal, to, "identity.step-up.wrong.one-time-code");
            case TakeBack.Step.Stale _, TakeBack.Step.TooEarly _, TakeBack.Step.TooMany _, TakeBack.Step.NoWay _ ->
                stale(view);
        };
    }

    @PostMapping("/recover/receipt/password")
    Page password(
            View view,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam(name = "next-password", defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (takeBack.password(seal, next, FromRequest.of(view, request, response))) {
            case TakeBack.Outcome.Done(var login) ->
                Page.of(out -> JtetakenBackGenerated.render(out, Page.PLAIN, view, login));
            case TakeBack.Outcome.Flawed(var flaws) -> password(422, view, seal, flaws);
            case TakeBack.Outcome.Stale _ -> stale(view);
        };
    }

    private static Page stale(View view) {
        return form(422, view, "", "", "identity.recover.stale", "");
    }

    private static Page form(int status, View view, String receipt, String number, String problem, String argument) {
        return Page.of(
                status, out -> JtetakeBackGenerated.render(out, Page.PLAIN, view, receipt, number, problem, argument));
    }

    private static Page code(int status, View view, String seal, String to, String problem) {
        return Page.of(status, out -> JtetakeBackCodeGenerated.render(out, Page.PLAIN, view, seal, to, problem));
    }

    private static Page password(int status, View view, String seal, Map<String, String> flaws) {
        return Page.of(
                status,
                out -> JterecoverPasswordGenerated.render(
                        out, Page.PLAIN, view, seal, "/recover/receipt/password", flaws));
    }
}
