package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Page;
import yici.kit.View;

/** A forgotten password, one question a page: which account, the code, a second thing, the new password. */
@Controller
class RecoverPages {

    private final Recover recover;

    RecoverPages(Recover recover) {
        this.recover = recover;
    }

    @GetMapping("/recover")
    Page login(View view) {
        return login(200, view, "", "", "");
    }

    @PostMapping("/recover")
    Page ask(
            View view,
            @RequestParam(defaultValue = "") String login,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (login.isBlank()) return login(422, view, login, "identity.sign-in.login-empty", "");
        return switch (recover.ask(login, FromRequest.of(view, request, response))) {
            case Recover.Asked.Sent _ -> code(200, view, login, "", "");
            case Recover.Asked.Staff _ -> Page.of(out -> JterecoverStaffGenerated.render(out, Page.PLAIN, view));
            case Recover.Asked.TooMany(var until) ->
                login(429, view, login, "identity.code.too-many-sent", view.time(until));
            case Recover.Asked.NoWay _ -> login(503, view, login, "identity.recover.no-way", "");
        };
    }

    @PostMapping("/recover/code")
    Page code(
            View view, @RequestParam(defaultValue = "") String login, @RequestParam(defaultValue = "") String answer) {
        return switch (recover.code(login, answer)) {
            case Recover.Step.On(var seal, var ways) -> second(200, view, seal, ways, "", "", "", "");
            case Recover.Step.Wrong _ -> code(422, view, login, "identity.step-up.wrong.one-time-code", "");
            case Recover.Step.TooMany(var until) ->
                code(429, view, login, "identity.sign-in.too-many", view.time(until));
            case Recover.Step.Stale _ -> stale(view);
        };
    }

    @PostMapping("/recover/second")
    Page second(
            View view,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number) {
        var ways = recover.waysOf(seal);
        if (ways.isEmpty()) return stale(view);
        var chosen = Arrays.stream(Recover.Second.values())
                .filter(w -> w.name().equals(way))
                .findFirst();
        if (chosen.isEmpty()) return second(422, view, seal, ways.get(), name, number, "identity.recover.choose", "");
        return switch (recover.second(seal, new Recover.Typed(chosen.get(), answer, name, number))) {
            case Recover.Step.On on -> password(200, view, on.seal(), Map.of());
            case Recover.Step.Wrong _ ->
                second(
                        422,
                        view,
                        seal,
                        ways.get(),
                        name,
                        number,
                        "identity.recover.wrong." + Flaws.key(chosen.get()),
                        "");
            case Recover.Step.TooMany(var until) ->
                second(429, view, seal, ways.get(), name, number, "identity.sign-in.too-many", view.time(until));
            case Recover.Step.Stale _ -> stale(view);
        };
    }

    @PostMapping("/recover/password")
    Page password(
            View view,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam(name = "next-password", defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (recover.password(seal, next, FromRequest.of(view, request, response))) {
            case Recover.Outcome.Done _ -> Page.of(out -> JterecoveredGenerated.render(out, Page.PLAIN, view));
            case Recover.Outcome.Flawed(var flaws) -> password(422, view, seal, flaws);
            case Recover.Outcome.Stale _ -> stale(view);
        };
    }

    private static Page stale(View view) {
        return login(422, view, "", "identity.recover.stale", "");
    }

    private static Page login(int status, View view, String login, String problem, String argument) {
        return Page.of(status, out -> JterecoverGenerated.render(out, Page.PLAIN, view, login, problem, argument));
    }

    private static Page code(int status, View view, String login, String problem, String argument) {
        return Page.of(status, out -> JterecoverCodeGenerated.render(out, Page.PLAIN, view, login, problem, argument));
    }

    private static Page second(
            int status,
            View view,
            String seal,
            List<Recover.Second> ways,
            String name,
            String number,
            String problem,
            String argument) {
        return Page.of(
                status,
                out -> JterecoverSecondGenerated.render(
                        out, Page.PLAIN, view, seal, ways, name, number, problem, argument));
    }

    private static Page password(int status, View view, String seal, Map<String, String> flaws) {
        return Page.of(
                status,
                out -> JterecoverPasswordGenerated.render(out, Page.PLAIN, view, seal, "/recover/password", flaws));
    }
}
