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
    private final Seal seal;

    SignInPages(SignIn signIn, SignOut signOut, Seal seal) {
        this.signIn = signIn;
        this.signOut = signOut;
        this.seal = seal;
    }

    @GetMapping("/sign-in")
    Page form(View view, @RequestParam(defaultValue = "") String to) {
        return page(200, view, SignInForm.empty(BackTo.orElse(to, "")));
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
        if (login.isBlank()) return page(422, view, form.refused("identity.sign-in.login-empty", ""));
        if (password.isEmpty()) return page(422, view, form.refused("identity.sign-in.password-empty", ""));

        return switch (signIn.signIn(login, password, from(request))) {
            case SignIn.Outcome.Wrong _ -> page(422, view, form.refused("identity.sign-in.wrong", ""));
            case SignIn.Outcome.TooMany(var until) ->
                page(429, view, form.refused("identity.sign-in.too-many", view.time(until)));
            case SignIn.Outcome.Welcome(var who, var token) -> {
                SessionCookie.write(token, request, response);
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                yield kept.isEmpty()
                        ? Page.goTo(form.to().isEmpty() ? who.home() : form.to())
                        : goOn(view.of(who.asVisitor()), who, kept);
            }
        };
    }

    @PostMapping("/sign-out")
    Page signOut(Optional<SignedIn> me, HttpServletRequest request, HttpServletResponse response) {
        me.ifPresentOrElse(who -> signOut.here(who, request, response), () -> SessionCookie.remove(request, response));
        return Page.goTo("/");
    }

    private Page goOn(View view, SignedIn who, String kept) {
        return switch (seal.open(kept)) {
            case Seal.Opened.Fresh(var entries)
            when entries.owner().filter(owner -> !owner.equals(who.account())).isPresent() ->
                lost(view, "identity.go-on.another-account");
            case Seal.Opened.Fresh(var entries) ->
                Page.of(out -> JtegoOnGenerated.render(out, Page.PLAIN, view, entries, "identity.go-on.signed-in"));
            case Seal.Opened.TooOld _ -> lost(view, "identity.go-on.too-old");
            case Seal.Opened.Broken _ -> lost(view, "identity.go-on.broken");
        };
    }

    private static Page lost(View view, String why) {
        return Page.of(out -> JtenotKeptGenerated.render(out, Page.PLAIN, view, why));
    }

    private static Page page(int status, View view, SignInForm form) {
        return Page.of(status, out -> JtesignInGenerated.render(out, Page.PLAIN, view, form));
    }

    private static SignIn.From from(HttpServletRequest request) {
        var browser =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return new SignIn.From(request.getRemoteAddr(), Device.of(browser), SessionCookie.read(request));
    }
}
