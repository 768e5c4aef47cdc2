package yici.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Entrance;
import yici.identity.Proof;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** Signing in with a passkey, without a user name, and showing one where more is asked for. */
@Controller
class ShowPages {

    private final ShowPasskey show;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final RelyingSite site;
    private final Entrance entrance;

    ShowPages(ShowPasskey show, Challenges challenges, Passkeys passkeys, RelyingSite site, Entrance entrance) {
        this.show = show;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.site = site;
        this.entrance = entrance;
    }

    @GetMapping("/sign-in/passkey/question")
    ResponseEntity<String> toSignIn(HttpServletRequest request, HttpServletResponse response) {
        var challenge = challenges.ask(Challenge.Purpose.SIGN_IN, Optional.empty(), request, response);
        return PasskeyPages.json(Questions.show(challenge, here(request), List.of()));
    }

    @PostMapping("/sign-in/passkey")
    Page signIn(
            View view,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        var from = new Entrance.From(view, request, response);
        var shown =
                show.show(answer, Challenge.Purpose.SIGN_IN, Optional.empty(), challenges.open(request), here(request));
        return switch (shown) {
            case ShowPasskey.Outcome.Refused(var words) -> entrance.signInAgain(422, words, "", to, kept, from);
            case ShowPasskey.Outcome.Right(var account, var passkey) ->
                entrance.arrive(account, Proof.Method.PASSKEY, passkey.toString(), to, kept, from);
        };
    }

    @GetMapping("/step-up/passkey/question")
    ResponseEntity<String> toProve(HttpServletRequest request, HttpServletResponse response) {
        var asked = entrance.whoIsAsked(request).orElseThrow(() -> new NotFound("session"));
        var challenge = challenges.ask(Challenge.Purpose.PROVE, Optional.of(asked), request, response);
        return PasskeyPages.json(Questions.show(challenge, here(request), passkeys.of(asked)));
    }

    @PostMapping("/step-up/passkey")
    Page prove(
            View view,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = entrance.whoIsAsked(request);
        if (asked.isEmpty()) return Page.goTo("/sign-in");

        var from = new Entrance.From(view, request, response);
        var shown = show.show(answer, Challenge.Purpose.PROVE, asked, challenges.open(request), here(request));
        return switch (shown) {
            case ShowPasskey.Outcome.Refused(var words) -> entrance.proveAgain(422, Proof.Method.PASSKEY, words, from);
            case ShowPasskey.Outcome.Right(var account, var passkey) ->
                entrance.proved(account, Proof.Method.PASSKEY, passkey.toString(), from);
        };
    }

    private RelyingSite.Here here(HttpServletRequest request) {
        return site.at(request).orElseThrow(() -> new NotFound("passkeys"));
    }
}
