package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Page;
import yici.kit.View;

@Controller
class SignInPages {

    private final SignIn signIn;
    private final SignOut signOut;
    private final Sessions sessions;
    private final StepUpScreen screen;
    private final SignInScreen signInScreen;
    private final LoginHint hint;
    private final GoOn goOn;

    SignInPages(
            SignIn signIn,
            SignOut signOut,
            Sessions sessions,
            StepUpScreen screen,
            SignInScreen signInScreen,
            LoginHint hint,
            GoOn goOn) {
        this.signIn = signIn;
        this.signOut = signOut;
        this.sessions = sessions;
        this.screen = screen;
        this.signInScreen = signInScreen;
        this.hint = hint;
        this.goOn = goOn;
    }

    @GetMapping("/sign-in")
    Page form(View view, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        var back = BackTo.orElse(to, "");
        return signInScreen.show(200, view, SignInForm.empty(back).hinting(hint.of(back, request)), request);
    }

    @PostMapping("/sign-in")
    Page signIn(
            View view,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = new SignInForm(BackTo.orElse(to, ""), kept, login, "", "", "");
        if (login.isBlank())
            return signInScreen.show(422, view, form.refused("identity.sign-in.login-empty", ""), request);
        if (password.isEmpty())
            return signInScreen.show(422, view, form.refused("identity.sign-in.password-empty", ""), request);

        return switch (signIn.signIn(login, password, FromRequest.of(view, request, response))) {
            case SignIn.Outcome.Wrong _ ->
                signInScreen.show(422, view, form.refused("identity.sign-in.wrong", ""), request);
            case SignIn.Outcome.TooMany(var until) ->
                signInScreen.show(429, view, form.refused("identity.sign-in.too-many", view.time(until)), request);
            case SignIn.Outcome.Welcome(var who, var token) -> {
                carry(token, request, response);
                yield goOn.from(view, who, form.to(), kept);
            }
            case SignIn.Outcome.Half(var token) -> {
                carry(token, request, response);
                yield screen.ask(
                        200, view, sessions.atDoor(token).orElseThrow(), StepUpForm.Asked.toArrive(form.to(), kept));
            }
        };
    }

    @PostMapping("/sign-out")
    Page signOut(Optional<SignedIn> me, HttpServletRequest request, HttpServletResponse response) {
        me.ifPresentOrElse(who -> signOut.here(who, request, response), () -> SessionCookie.remove(request, response));
        return Page.goTo("/connect/signed-out");
    }

    private static void carry(Token token, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.write(token, request, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
