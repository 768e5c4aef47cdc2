package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Page;
import yici.kit.View;

/** Opening an account: the form, then the code; whoever has opened one is signed in. */
@Controller
class SignUpPages {

    private final SignUp signUp;
    private final List<OtherWay> others;

    SignUpPages(SignUp signUp, List<OtherWay> others) {
        this.others = others;
        this.signUp = signUp;
    }

    @GetMapping("/sign-up")
    Page person(View view, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        var typed = others.stream()
                .flatMap(way -> way.said(request).stream())
                .findFirst()
                .map(said -> new SignUp.Person(said.name(), said.number(), "", "", ""))
                .orElse(SignUp.Person.NOTHING);
        return page(200, view, typed, Map.of(), "", BackTo.orElse(to, ""));
    }

    @PostMapping("/sign-up")
    Page person(
            View view,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "RESIDENT_ID") String document,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String nationality,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = new SignUp.Person(name, document, number, nationality, phone, address, password);
        var back = BackTo.orElse(to, "");
        return switch (signUp.ask(typed, FromRequest.of(view, request, response))) {
            case SignUp.Asked.Sent(var seal, var sentTo) -> code(200, view, seal, sentTo, "", "", back);
            case SignUp.Asked.Flawed(var flaws) -> page(422, view, typed, flaws, "", back);
            case SignUp.Asked.TooMany(var until) -> tooMany(view, typed, until, back);
            case SignUp.Asked.NoWay _ -> page(503, view, typed, Map.of("phone", "identity.sign-up.no-way"), "", back);
            case SignUp.Asked.Stale _ -> stale(view, back);
        };
    }

    @PostMapping("/sign-up/again")
    Page again(
            View view,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var back = BackTo.orElse(to, "");
        return switch (signUp.again(seal, FromRequest.of(view, request, response))) {
            case SignUp.Asked.Sent(var next, var sentTo) -> code(200, view, next, sentTo, "", "", back);
            case SignUp.Asked.TooMany(var until) -> tooMany(view, SignUp.Person.NOTHING, until, back);
            case SignUp.Asked.NoWay _ ->
                page(503, view, SignUp.Person.NOTHING, Map.of("phone", "identity.sign-up.no-way"), "", back);
            case SignUp.Asked.Flawed _, SignUp.Asked.Stale _ -> stale(view, back);
        };
    }

    @PostMapping("/sign-up/code")
    Page code(
            View view,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var back = BackTo.orElse(to, "");
        return switch (signUp.enter(seal, answer, FromRequest.of(view, request, response))) {
            case SignUp.Outcome.Done done -> {
                SessionCookie.write(done.token(), request, response);
                yield Page.goTo(back.isEmpty() ? "/my" : back);
            }
            case SignUp.Outcome.Wrong(var phone) ->
                code(422, view, seal, phone, "identity.step-up.wrong.one-time-code", "", back);
            case SignUp.Outcome.TooMany(var phone, var until) ->
                code(429, view, seal, phone, "identity.sign-in.too-many", view.time(until), back);
            case SignUp.Outcome.Already _ ->
                Page.goTo("/sign-in" + (back.isEmpty() ? "" : "?to=" + GoOn.encoded(back)));
            case SignUp.Outcome.Known _ -> Page.of(out -> JtesignUpKnownGenerated.render(out, Page.PLAIN, view));
            case SignUp.Outcome.Stale _ -> stale(view, back);
        };
    }

    /** Firms are acted for by persons; this page says how, to whoever looks for a firm's account. */
    @GetMapping("/sign-up/firm")
    Page firm(View view) {
        return Page.of(out -> JtesignUpFirmGenerated.render(out, Page.PLAIN, view));
    }

    private static Page tooMany(View view, SignUp.Person typed, Instant until, String to) {
        return page(429, view, typed, Map.of("phone", "identity.code.too-many-sent"), view.time(until), to);
    }

    private static Page stale(View view, String to) {
        return page(422, view, SignUp.Person.NOTHING, Map.of("name", "identity.recover.stale"), "", to);
    }

    private static Page code(
            int status, View view, String seal, String phone, String problem, String argument, String to) {
        return Page.of(
                status,
                out -> JtesignUpCodeGenerated.render(out, Page.PLAIN, view, seal, phone, problem, argument, to));
    }

    private static Page page(
            int status, View view, SignUp.Person typed, Map<String, String> flaws, String argument, String to) {
        return Page.of(
                status, out -> JtesignUpPersonGenerated.render(out, Page.PLAIN, view, typed, flaws, argument, to));
    }
}
